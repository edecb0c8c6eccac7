import type { ReadingName } from "@jkp/valuation";
import type { ReportResults } from "./results.ts";

/**
 * Where a reproduced number comes from.
 *
 * - `input`: an assumption of the report, shown back;
 * - `experience`: computed from an extract of real data;
 * - `calibrated`: computed, but the synthetic extract or a scalar of the model was fitted
 *   to it;
 * - `model`: computed by the valuation or from the rules of a scheme;
 * - `open`: computed from open statistics, typed as facts (`data/open/`);
 * - `none`: there is no reproduced number.
 */
export type Kind = "input" | "experience" | "calibrated" | "model" | "open" | "none";

/** Our number for a cell of the report. */
export interface Reproduced {
  /** In the unit of the published number; `null` for "n.a.". */
  readonly value: number | string | null;
  readonly kind: Kind;
  /** `at_most` where the report states a bound, `in_words` where it prints a text. */
  readonly relation?: "equals" | "at_most" | "in_words";
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

const IMPLIED_ADMINISTRATION = {
  "benefit_and_administrative/minimum_contribution_rate/pessimistic":
    "administration of 0.50 % is this cell less the one without administration",
};

/**
 * The cells of Table 3.7 that a scalar of a reading was fitted to, with the scalar.
 * Administration of the pessimistic scenario is the difference of two printed rates.
 */
export const FITTED_CELLS: { readonly [Name in ReadingName]: Record<string, string> } = {
  closest: {
    "benefit_and_administrative/suggested_contribution_rate/base":
      "growth of members before 2019 was fitted to this cell",
    "benefit_and_administrative/suggested_contribution_rate/pessimistic":
      "the covered unemployment rate was fitted to this cell",
    ...IMPLIED_ADMINISTRATION,
  },
  national_odds: IMPLIED_ADMINISTRATION,
  implied_rate: IMPLIED_ADMINISTRATION,
};
