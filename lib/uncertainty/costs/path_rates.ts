import { YEARS_INVESTED } from "@jkp/valuation";
import type { CostPaths } from "../cost_paths.ts";
import { type Estimate, shareEstimate } from "../estimates.ts";

/** Contribution rates of each path, fractions of insurable earnings. */
export interface PathRates {
  /** The least rate with which the fund is never overdrawn and ends with the reserve. */
  readonly suggested: Float64Array;
  /** The least rate with which the fund is never overdrawn. */
  readonly minimum: Float64Array;
  /**
   * The level rate with which the fund ends with nothing; below 0 where the opening fund
   * pays for everything.
   */
  readonly breakEven: Float64Array;
}

/**
 * The contribution rates that each path needs. The fund at the end of a year is linear in
 * the rate, F(k) = A(k) + r · B(k), so that the least rate is the largest of −A(k)/B(k): the
 * root that the valuation searches for, exactly.
 *
 * @param costs Costs by path.
 * @returns Rates by path; 0 where the opening fund pays for everything.
 *
 * @example As assumed, 1.35 per cent are suggested, and 1.08 are the least
 * ```ts
 * import { costsAsAssumed, pathRates } from "@jkp/uncertainty";
 * import { costKernel, mainInputs, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const kernel = costKernel(run.rulesInTime[0]!, mainInputs(run));
 * const { suggested, minimum } = pathRates(costsAsAssumed(kernel));
 * const rates = [suggested, minimum].map(([rate]) => (100 * rate!).toFixed(2));
 * assertEquals(rates, ["1.35", "1.08"]);
 * ```
 */
export function pathRates(costs: CostPaths): PathRates {
  const { paths, years, openingIdr, reserveMultiple } = costs;
  const suggested = new Float64Array(paths);
  const minimum = new Float64Array(paths);
  const breakEven = new Float64Array(paths);
  const { insurableEarningsIdr, benefitsIdr, administrationIdr, investmentReturn } =
    costs;
  const invested = YEARS_INVESTED[costs.flows];
  for (let path = 0; path < paths; path++) {
    let [without, perRate, least, wanted] = [openingIdr, 0, 0, 0];
    for (let i = path * years; i < (path + 1) * years; i++) {
      const growth = 1 + investmentReturn[i]!;
      const flowGrowth = growth ** invested;
      const expenses = benefitsIdr[i]! + administrationIdr[i]!;
      without = without * growth - expenses * flowGrowth;
      perRate = perRate * growth + insurableEarningsIdr[i]! * flowGrowth;
      least = Math.max(least, -without / perRate);
      wanted = reserveMultiple * expenses;
    }
    minimum[path] = least;
    breakEven[path] = -without / perRate;
    suggested[path] = Math.max(least, (wanted - without) / perRate);
  }
  return { suggested, minimum, breakEven };
}

/**
 * The fund of each path under a rate that is paid in all years.
 *
 * @param costs Costs by path.
 * @param contributionRate The rate, a fraction of insurable earnings.
 * @returns The fund at the end of each year, rupiah: `[path * years + year]`; below 0 it is
 * overdrawn, and pays interest.
 */
export function fundPaths(costs: CostPaths, contributionRate: number): Float64Array {
  const { paths, years, openingIdr } = costs;
  const { insurableEarningsIdr, benefitsIdr, administrationIdr, investmentReturn } =
    costs;
  const invested = YEARS_INVESTED[costs.flows];
  const fund = new Float64Array(paths * years);
  for (let path = 0; path < paths; path++) {
    let balance = openingIdr;
    for (let i = path * years; i < (path + 1) * years; i++) {
      const growth = 1 + investmentReturn[i]!;
      const flow = contributionRate * insurableEarningsIdr[i]! - benefitsIdr[i]! -
        administrationIdr[i]!;
      balance = balance * growth + flow * growth ** invested;
      fund[i] = balance;
    }
  }
  return fund;
}

/**
 * The probability that a fund has been overdrawn by the end of each year.
 *
 * @param costs Costs by path.
 * @param contributionRate The rate that is paid, a fraction.
 * @returns A fraction of paths a year, and its binomial standard error.
 *
 * @example As assumed, one per cent is overdrawn from 2024 on
 * ```ts
 * import { costsAsAssumed, exhaustionByYear } from "@jkp/uncertainty";
 * import { costKernel, mainInputs, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const kernel = costKernel(run.rulesInTime[0]!, mainInputs(run));
 * const first = exhaustionByYear(costsAsAssumed(kernel), 0.01)
 *   .find(({ probability }) => probability.value === 1)!;
 * assertEquals(first.year, 2024);
 * ```
 */
export function exhaustionByYear(
  costs: CostPaths,
  contributionRate: number,
): readonly { readonly year: number; readonly probability: Estimate }[] {
  const { paths, years, firstYear } = costs;
  const fund = fundPaths(costs, contributionRate);
  const exhausted = new Float64Array(years);
  for (let path = 0; path < paths; path++) {
    const own = fund.subarray(path * years, (path + 1) * years);
    const first = own.findIndex((balance) => balance < 0);
    if (first >= 0) {
      for (let year = first; year < years; year++) exhausted[year]! += 1;
    }
  }
  return Array.from(exhausted, (count, i) => ({
    year: firstYear + i,
    probability: shareEstimate(count, paths),
  }));
}
