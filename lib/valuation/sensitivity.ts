import { checkArgument, valueInWords } from "@jkp/problem";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import { valueAssumptions } from "./valuation.ts";

/** A change of one assumption. */
export interface AssumptionChange {
  /** Short name, for example `benefit_rate_60`. */
  readonly name: string;
  readonly title: string;
  readonly change: Partial<ValuationAssumptions>;
}

/** What a change does to the suggested contribution rate. */
export interface Sensitivity extends AssumptionChange {
  /** Suggested rate, benefits and administration, as a fraction. */
  readonly suggestedRate: number;
  /** Suggested rate less that of the assumptions as they stand. */
  readonly difference: number;
}

/** The four changes of section 3.4. */
export const REPORT_CHANGES: readonly AssumptionChange[] = [
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
 * Values a scheme again for each change, everything else as it was.
 *
 * No change of behaviour is assumed: the survival function stays.
 *
 * @param assumptions What the valuation computes from.
 * @param changes The changes.
 * @returns The suggested rate after each.
 * @throws {DataError} With everything that is wrong with the assumptions, as changed.
 * @throws {OutsideModelError} If the equations do not hold for them.
 * @see ILO (2021), section 3.4.
 *
 * @example Benefits of 60 per cent: 1.56 per cent, as section 3.4 prints
 * ```ts
 * import { REPORT_CHANGES, sensitivities } from "@jkp/valuation";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const results = sensitivities(await reportAssumptions("base"), REPORT_CHANGES);
 * const { suggestedRate } = results.find(({ name }) => name === "benefit_rate_60")!;
 * assertAlmostEquals(suggestedRate, 0.0156, 0.00005);
 * ```
 */
export function sensitivities(
  assumptions: ValuationAssumptions,
  changes: readonly AssumptionChange[],
): Sensitivity[] {
  checkChangesInTurn(changes);
  const suggestedRate = (change: Partial<ValuationAssumptions>) =>
    valueAssumptions({ ...assumptions, ...change }).financing.benefit_and_administrative
      .suggestedRate;
  const before = suggestedRate({});
  return changes.map((change) => {
    const after = suggestedRate(change.change);
    return { ...change, suggestedRate: after, difference: after - before };
  });
}

/** Refuses what would leave the assumptions as they are, and say nothing of it. */
function checkChangesInTurn(changes: readonly AssumptionChange[]): void {
  if (!Array.isArray(changes)) {
    throw new RangeError(
      "Cannot find sensitivities: a list of changes is wanted, got " +
        valueInWords(changes),
    );
  }
  const doing = "find sensitivities";
  const wanted = "a change with name, title and change";
  for (const each of changes) {
    checkArgument(doing, wanted, each, ["name", "title", "change"]);
    checkArgument(doing, "a change as a record of assumptions", each.change);
  }
}
