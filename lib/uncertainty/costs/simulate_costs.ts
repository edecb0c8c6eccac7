import { checkNumber } from "@jkp/problem";
import type { CostKernel, CostPath } from "@jkp/valuation";
import type { CostPaths } from "../cost_paths.ts";

/** Which paths are drawn: from the first index up to the one before the last. */
export interface PathRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Values a scheme on paths of the economy.
 *
 * @param kernel The scheme, laid out.
 * @param pathOf The path of an index, as {@linkcode pathDrawer} makes them: schemes that are
 * valued on the same indices meet the same economies (common random numbers).
 * @param range Which paths.
 * @returns Their costs, path after path.
 * @throws {OutsideModelError} On the first path on which the equations do not hold.
 * @throws {RangeError} If the range holds no whole number of paths.
 *
 * @example Two paths of ten years
 * ```ts
 * import { pathDrawer, simulateCosts } from "@jkp/uncertainty";
 * import { readProcess } from "@jkp/uncertainty/read";
 * import { costKernel, mainInputs, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const kernel = costKernel(run.rulesInTime[0]!, mainInputs(run));
 * const pathOf = pathDrawer(await readProcess("report_2021"), kernel.asAssumed, 1);
 * const { paths, years, benefitsIdr } = simulateCosts(kernel, pathOf, { from: 0, to: 2 });
 * assertEquals([paths, years, benefitsIdr.length], [2, 10, 20]);
 * ```
 */
export function simulateCosts(
  { assumptions, costsOn, calendarYears }: CostKernel,
  pathOf: (index: number) => CostPath,
  { from, to }: PathRange,
): CostPaths {
  const isIndex = (value: number) => Number.isInteger(value) && value >= 0;
  checkNumber(
    "simulate costs",
    "a number of paths, 1 or more,",
    to - from,
    (count) => isIndex(count) && count > 0 && isIndex(from),
  );
  const { terms, unemploymentRate } = assumptions;
  const years = terms.projectionYears;
  const size = (to - from) * years;
  const costs = {
    schemeName: assumptions.schemeName,
    scenarioName: assumptions.scenarioName,
    firstYear: calendarYears[0]!,
    years,
    paths: to - from,
    insurableEarningsIdr: new Float64Array(size),
    benefitsIdr: new Float64Array(size),
    administrationIdr: new Float64Array(size),
    investmentReturn: new Float64Array(size),
    unemploymentRate: new Float64Array(size),
    openingIdr: assumptions.initialCapitalIdr,
    flows: assumptions.choices.fundFlows,
    reserveMultiple: terms.reserveMultiple,
    trialContributionRate: assumptions.trialContributionRate,
  };
  const rates = calendarYears.map((year) =>
    unemploymentRate.values[year - unemploymentRate.firstYear]!
  );
  for (let index = from; index < to; index++) {
    const path = pathOf(index);
    const start = (index - from) * years;
    costsOn(path).forEach((year, i) => {
      costs.insurableEarningsIdr[start + i] = year.insurableEarningsIdr;
      costs.benefitsIdr[start + i] = year.benefitsIdr;
      costs.administrationIdr[start + i] = year.administrationIdr;
      costs.investmentReturn[start + i] = year.investmentReturn;
      costs.unemploymentRate[start + i] = rates[i]! * path.unemployment[i]!;
    });
  }
  return costs;
}

/**
 * The costs of a scheme as assumed, as one path.
 *
 * @param kernel The scheme, laid out.
 * @returns Costs of one path.
 *
 * @example Benefits of 2030 are 0.90 per cent of insurable earnings
 * ```ts
 * import { costsAsAssumed } from "@jkp/uncertainty";
 * import { costKernel, mainInputs, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const kernel = costKernel(run.rulesInTime[0]!, mainInputs(run));
 * const { benefitsIdr, insurableEarningsIdr } = costsAsAssumed(kernel);
 * assertEquals((100 * benefitsIdr[9]! / insurableEarningsIdr[9]!).toFixed(2), "0.90");
 * ```
 */
export function costsAsAssumed(kernel: CostKernel): CostPaths {
  return simulateCosts(kernel, () => kernel.asAssumed, { from: 0, to: 1 });
}

/**
 * Joins the paths of several ranges, in their order: workers draw ranges of their own.
 *
 * @param parts At least one, of one scheme under one scenario.
 * @returns All paths.
 *
 * @example Ten paths and one are eleven
 * ```ts
 * import { joinCosts, pathDrawer, simulateCosts } from "@jkp/uncertainty";
 * import { readProcess } from "@jkp/uncertainty/read";
 * import { costKernel, mainInputs, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const kernel = costKernel(run.rulesInTime[0]!, mainInputs(run));
 * const pathOf = pathDrawer(await readProcess("report_2021"), kernel.asAssumed, 1);
 * const parts = [{ from: 0, to: 10 }, { from: 10, to: 11 }]
 *   .map((range) => simulateCosts(kernel, pathOf, range));
 * assertEquals(joinCosts(parts).paths, 11);
 * ```
 */
export function joinCosts(parts: readonly CostPaths[]): CostPaths {
  const joined = (of: (part: CostPaths) => Float64Array) => {
    const all = new Float64Array(parts.reduce((size, part) => size + of(part).length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(of(part), at);
      at += of(part).length;
    }
    return all;
  };
  return {
    ...parts[0]!,
    paths: parts.reduce((count, { paths }) => count + paths, 0),
    insurableEarningsIdr: joined((part) => part.insurableEarningsIdr),
    benefitsIdr: joined((part) => part.benefitsIdr),
    administrationIdr: joined((part) => part.administrationIdr),
    investmentReturn: joined((part) => part.investmentReturn),
    unemploymentRate: joined((part) => part.unemploymentRate),
  };
}
