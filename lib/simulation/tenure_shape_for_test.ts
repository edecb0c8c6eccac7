import { findRoot } from "@jkp/numeric";
import type { ValuationAssumptions } from "@jkp/valuation";
import { exactHazardScale } from "./job_length.ts";
import { shareLasting } from "./stationary_law_for_test.ts";

/**
 * Relative hazards of the first year of tenure and of all later ones, with which the
 * assumed share of leavers has served the qualifying months.
 *
 * Only unbroken service in the last job is counted. A rule that lets earlier jobs count
 * is met by a little more of the leavers.
 *
 * @throws {NoSignChangeError} If no hazard from a hundredth to a hundredfold gives the
 * share.
 */
export function tenureShapeFromService(
  assumptions: Pick<
    ValuationAssumptions,
    "terminationRatePerMonth" | "eligibleShare"
  >,
  qualifyingMonths: number,
): readonly number[] {
  const { terminationRatePerMonth, eligibleShare } = assumptions;
  const mean = 1 / terminationRatePerMonth;
  const shareAt = (first: number) => {
    const shape = [first, 1];
    return shareLasting(shape, exactHazardScale(shape, mean), qualifyingMonths);
  };
  const first = Math.exp(
    findRoot((log) => shareAt(Math.exp(log)) - eligibleShare, {
      lower: Math.log(0.01),
      upper: Math.log(100),
      purpose: "the hazard of the first year of tenure",
    }).root,
  );
  return [first, 1];
}
