import { END_REASONS, type EndReason, SEXES } from "@jkp/extract";

/** Stands in a column of months where there is none. */
export const NO_MONTH = 0;

/** Stands in `endReason` where no claim closed the spell. */
export const NO_REASON = 0;

/** A carried column: an index into its labels for each spell. */
export interface CarriedColumn {
  readonly labels: readonly string[];
  readonly codes: Uint8Array | Uint16Array | Uint32Array;
}

/**
 * Membership spells as columns of one length: the compact form that everything computes
 * on.
 *
 * A spell is an unbroken run of monthly contributions. Spells of one member stand
 * together, in the order of their start.
 */
export interface SpellColumns {
  /** Number of the member; equal numbers stand together. */
  readonly member: Uint32Array;
  /**
   * Of spells that were read, 32 bits of a hash of the member's id: by them what other rows
   * say of the same members is matched.
   */
  readonly memberHash?: Uint32Array;
  /** Index in `SEXES`. */
  readonly sex: Uint8Array;
  readonly birthMonth: Int16Array;
  /** First contribution month of the spell. */
  readonly startMonth: Int16Array;
  /** Last contribution month seen. */
  readonly lastMonth: Int16Array;
  /** One more than the index in `END_REASONS`, or `NO_REASON`. */
  readonly endReason: Uint8Array;
  /** Month of the claim, or `NO_MONTH`. */
  readonly claimMonth: Int16Array;
  /** Last reported wage in rupiah a month, before any ceiling. */
  readonly monthlyWageIdr: Float64Array;
  /** How many members of the register a row stands for. */
  readonly weight: Float64Array;
  /** Further columns by name, to group by. */
  readonly carried: Readonly<Record<string, CarriedColumn>>;
}

/**
 * Code of an end reason as {@link SpellColumns} hold it.
 *
 * @param reason The reason, or `undefined` where no claim closed the spell.
 * @returns `NO_REASON`, or one more than the index in `END_REASONS`.
 *
 * @example
 * ```ts
 * import { END_REASONS } from "@jkp/extract";
 * import { endReasonCode } from "@jkp/spells";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(endReasonCode("layoff"), 1);
 * assertEquals(END_REASONS[endReasonCode("death") - 1], "death");
 * ```
 */
export function endReasonCode(reason: EndReason | undefined): number {
  return reason === undefined ? NO_REASON : END_REASONS.indexOf(reason) + 1;
}

/** A spell as one object: for tests, examples and small tables. */
export interface Spell {
  readonly member: number;
  readonly sex: typeof SEXES[number];
  readonly birthMonth: number;
  readonly startMonth: number;
  readonly lastMonth: number;
  readonly endReason?: EndReason;
  readonly claimMonth?: number;
  readonly monthlyWageIdr: number;
  /** @default {1} */
  readonly weight?: number;
  readonly carried?: Readonly<Record<string, string>>;
}

/** Spells given one by one, as columns sorted by member and start. */
export function spellColumns(spells: readonly Spell[]): SpellColumns {
  const sorted = [...spells].sort((a, b) =>
    a.member - b.member || a.startMonth - b.startMonth
  );
  const names = new Set(sorted.flatMap((spell) => Object.keys(spell.carried ?? {})));
  return {
    member: Uint32Array.from(sorted, (spell) => spell.member),
    sex: Uint8Array.from(sorted, (spell) => SEXES.indexOf(spell.sex)),
    birthMonth: Int16Array.from(sorted, (spell) => spell.birthMonth),
    startMonth: Int16Array.from(sorted, (spell) => spell.startMonth),
    lastMonth: Int16Array.from(sorted, (spell) => spell.lastMonth),
    endReason: Uint8Array.from(sorted, (spell) => endReasonCode(spell.endReason)),
    claimMonth: Int16Array.from(sorted, (spell) => spell.claimMonth ?? NO_MONTH),
    monthlyWageIdr: Float64Array.from(sorted, (spell) => spell.monthlyWageIdr),
    weight: Float64Array.from(sorted, (spell) => spell.weight ?? 1),
    carried: Object.fromEntries(
      [...names].map((name) => [name, carriedColumn(sorted, name)]),
    ),
  };
}

function carriedColumn(spells: readonly Spell[], name: string): CarriedColumn {
  const values = spells.map((spell) => spell.carried?.[name] ?? "");
  const labels = [...new Set(values)].sort();
  const codes = new Map(labels.map((label, code) => [label, code]));
  return { labels, codes: Uint32Array.from(values, (value) => codes.get(value)!) };
}
