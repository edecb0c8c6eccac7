import type { Design } from "@jkp/scheme";
import type { ValuationAssumptions } from "./assumptions.ts";
import { valueScheme } from "./valuation.ts";

/** A change of one parameter of the design. */
export interface DesignChange {
  /** Short name, for example `benefit_rate_60`. */
  readonly name: string;
  readonly title: string;
  readonly change: Partial<Design>;
}

/** What a change of the design does to the suggested contribution rate. */
export interface DesignSensitivity extends DesignChange {
  /** Suggested rate, benefits and administration, as a fraction. */
  readonly suggestedRate: number;
  /** Suggested rate less that of the design as it stands. */
  readonly difference: number;
}

/** The four changes of section 3.4. */
export const REPORT_DESIGN_CHANGES: readonly DesignChange[] = [
  {
    name: "benefit_rate_45",
    title: "Benefit rate 45 %",
    change: { benefitRate: 0.45 },
  },
  {
    name: "benefit_rate_60",
    title: "Benefit rate 60 %",
    change: { benefitRate: 0.6 },
  },
  {
    name: "duration_3",
    title: "At most 3 months",
    change: { maximumDurationMonths: 3 },
  },
  {
    name: "duration_9",
    title: "At most 9 months",
    change: { maximumDurationMonths: 9 },
  },
];

/**
 * Values a design again for each change of a parameter, everything else as it was.
 *
 * No change of behaviour is assumed: the survival function stays.
 *
 * @param assumptions What the valuation computes from.
 * @param changes The changes.
 * @returns The suggested rate after each.
 * @see ILO (2021), section 3.4.
 *
 * @example A higher benefit costs more
 * ```ts
 * import {
 *   designSensitivities,
 *   REPORT_DESIGN_CHANGES,
 *   reportAssumptions,
 * } from "@jkp/valuation";
 * import { assert } from "@std/assert";
 *
 * const assumptions = await reportAssumptions("base");
 * const results = designSensitivities(assumptions, REPORT_DESIGN_CHANGES);
 * assert(results.find(({ name }) => name === "benefit_rate_60")!.difference > 0);
 * ```
 */
export function designSensitivities(
  assumptions: ValuationAssumptions,
  changes: readonly DesignChange[],
): DesignSensitivity[] {
  const suggestedRate = (design: Design) =>
    valueScheme({ ...assumptions, design }).financing.benefit_and_administrative
      .suggestedRate;
  const before = suggestedRate(assumptions.design);
  return changes.map((change) => {
    const after = suggestedRate({ ...assumptions.design, ...change.change });
    return { ...change, suggestedRate: after, difference: after - before };
  });
}
