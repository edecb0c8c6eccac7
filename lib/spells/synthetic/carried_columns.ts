import type { CarriedColumn } from "../spell_columns.ts";
import { EvenSequence } from "./simulation_streams.ts";

/** A made column: its labels, how common each is, and how common among those laid off. */
interface MadeColumn {
  readonly labels: readonly string[];
  readonly shares: readonly number[];
  readonly sharesOfLaidOff?: readonly number[];
  /** Irrational step of its even sequence: columns must not move together. */
  readonly step: number;
}

/** Plausible shares of our own; the report prints none. */
const COLUMNS: Readonly<Record<string, MadeColumn>> = {
  sector: {
    labels: [
      "agriculture",
      "mining",
      "manufacturing",
      "construction",
      "trade",
      "transport",
      "accommodation and food",
      "finance and business",
      "public and social",
    ],
    shares: [0.06, 0.02, 0.28, 0.09, 0.18, 0.07, 0.06, 0.14, 0.10],
    sharesOfLaidOff: [0.05, 0.03, 0.38, 0.16, 0.15, 0.06, 0.07, 0.07, 0.03],
    step: Math.SQRT2 - 1,
  },
  enterprise_size: {
    labels: ["micro", "small", "medium", "large"],
    shares: [0.06, 0.16, 0.30, 0.48],
    step: Math.sqrt(3) - 1,
  },
  contract: {
    labels: ["permanent", "fixed_term"],
    shares: [0.62, 0.38],
    sharesOfLaidOff: [0.40, 0.60],
    step: Math.sqrt(7) - 2,
  },
  province: {
    labels: [
      "Jawa Barat",
      "DKI Jakarta",
      "Jawa Timur",
      "Jawa Tengah",
      "Banten",
      "Sumatera Utara",
      "Riau",
      "Kepulauan Riau",
      "Sulawesi Selatan",
      "Kalimantan Timur",
      "Bali",
      "other",
    ],
    shares: [0.22, 0.20, 0.13, 0.11, 0.08, 0.05, 0.04, 0.03, 0.03, 0.03, 0.02, 0.06],
    step: Math.sqrt(11) - 3,
  },
};

/**
 * Draws columns to group by, the same for all spells of a member.
 *
 * @example
 * ```ts
 * import { CarriedDraws } from "./carried_columns.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const draws = new CarriedDraws(0.5);
 * const columns = draws.columns(Uint32Array.of(0, 0, 1), () => false);
 * assertEquals(columns.sector!.codes[0], columns.sector!.codes[1]);
 * ```
 */
export class CarriedDraws {
  readonly #sequences: ReadonlyMap<string, EvenSequence>;

  /** @param start Where the even spread begins, from 0 to 1. */
  constructor(start: number) {
    this.#sequences = new Map(
      Object.entries(COLUMNS).map(([name, { step }]) => [
        name,
        new EvenSequence(start, step),
      ]),
    );
  }

  /**
   * The columns of some spells.
   *
   * @param member Number of the member of each spell; equal ones stand together.
   * @param isLaidOff Whether a row belongs to a member who was laid off some day; asked
   * for the first row of each member.
   */
  columns(
    member: Uint32Array,
    isLaidOff: (row: number) => boolean,
  ): Record<string, CarriedColumn> {
    return Object.fromEntries(
      Object.entries(COLUMNS).map(([name, column]) => {
        const sequence = this.#sequences.get(name)!;
        const codes = new Uint8Array(member.length);
        for (let row = 0; row < member.length; row++) {
          const isNew = row === 0 || member[row] !== member[row - 1];
          if (!isNew) {
            codes[row] = codes[row - 1]!;
            continue;
          }
          const { shares, sharesOfLaidOff = shares } = column;
          codes[row] = drawn(isLaidOff(row) ? sharesOfLaidOff : shares, sequence.next());
        }
        return [name, { labels: column.labels, codes }];
      }),
    );
  }
}

/** The label that a number from 0 to 1 falls on. */
function drawn(shares: readonly number[], place: number): number {
  let rest = place;
  for (let label = 0; label < shares.length - 1; label++) {
    rest -= shares[label]!;
    if (rest < 0) return label;
  }
  return shares.length - 1;
}
