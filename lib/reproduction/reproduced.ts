import type { Kind } from "./ledger/kinds.ts";
import type { ReportResults } from "./results.ts";

/** How a number of ours was made; `kindOf()` may find that it shows less than that. */
export type Made = Exclude<Kind, "none">;

/** Our number for a cell of the report. */
export interface Reproduced {
  /** In the unit of the published number; `null` for "n.a.". */
  readonly value: number | string | null;
  readonly kind: Made;
  /**
   * `at_most` and `at_least` where the report states a bound, `in_words` where it prints a
   * text.
   */
  readonly relation?: "equals" | "at_most" | "at_least" | "in_words";
  /** What to know of it. */
  readonly note?: string;
  /** Why it differs, said where it does. */
  readonly whyDifferent?: string;
}

/** Our numbers for a table or section, by cell. */
export type ReproducedCells = Readonly<Record<string, Reproduced>>;

/**
 * An assumption of the report, shown back; the number in the unit of the published one.
 */
export function input(value: number | string | null, whyDifferent?: string): Reproduced {
  return {
    value,
    kind: "input",
    ...(whyDifferent === undefined ? {} : { whyDifferent }),
  };
}

/** A number that the valuation computed, in the unit of the published one. */
export function model(value: number | null, whyDifferent?: string): Reproduced {
  return {
    value,
    kind: "model",
    ...(whyDifferent === undefined ? {} : { whyDifferent }),
  };
}

/**
 * A number that follows from other printed numbers alone, in the unit of the published
 * one.
 */
export function arithmetic(
  value: number | null,
  whyDifferent?: string,
): Reproduced {
  return {
    value,
    kind: "arithmetic",
    ...(whyDifferent === undefined ? {} : { whyDifferent }),
  };
}

/** A number computed from open statistics, in the unit of the published one. */
export function open(value: number, whyDifferent?: string): Reproduced {
  return {
    value,
    kind: "open",
    ...(whyDifferent === undefined ? {} : { whyDifferent }),
  };
}

/**
 * A number from the extract, in the unit of the published one: fitted where the extract
 * is synthetic.
 */
export function experience(
  results: { readonly experience: Pick<ReportResults["experience"], "isSynthetic"> },
  value: number,
  whyDifferent?: string,
): Reproduced {
  const isSynthetic = results.experience.isSynthetic;
  return {
    value,
    kind: isSynthetic ? "calibrated" : "experience",
    ...(whyDifferent === undefined ? {} : { whyDifferent }),
  };
}
