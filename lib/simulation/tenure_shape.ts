import { findRoot } from "@jkp/numeric";
import type { ValuationAssumptions } from "@jkp/valuation";
import { exactHazardScale, shareLasting } from "./job_length.ts";

/**
 * The hazard of the first year of tenure, relative to later ones, with which the assumed
 * share of leavers has served the qualifying months.
 *
 * Only unbroken service in the last job is counted, so a little more of those who leave
 * meet a rule that lets earlier jobs count.
 *
 * @param assumptions Termination rate and eligible share.
 * @param qualifyingMonths Months of service that the eligible have.
 * @returns Relative hazards of the first year and of all later ones.
 * @throws {NoSignChangeError} If no hazard from a hundredth to a hundredfold gives the
 * share.
 *
 * @example More leave in the first year than an even rate would have
 * ```ts
 * import { tenureShapeFromService } from "@jkp/simulation";
 * import { reportAssumptions } from "@jkp/valuation";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const [first, later] = tenureShapeFromService(await reportAssumptions("base"), 12);
 * assert(first! > 1.5 && first! < 5);
 * assertEquals(later, 1);
 * ```
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
