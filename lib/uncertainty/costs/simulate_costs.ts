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
 * @param pathsValued Is told how many are valued, after each.
 * @returns Their costs, path after path.
 * @throws {OutsideModelError} On the first path on which the equations do not hold.
 * @throws {RangeError} If the range holds no whole number of paths.
 */
export function simulateCosts(
  { assumptions, costsOn, calendarYears }: CostKernel,
  pathOf: (index: number) => CostPath,
  { from, to }: PathRange,
  pathsValued: (count: number) => void = () => {},
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
    pathsValued(index - from + 1);
  }
  return costs;
}

/**
 * The costs of a scheme as assumed, as one path.
 *
 * @param kernel The scheme, laid out.
 * @returns Costs of one path.
 */
export function costsAsAssumed(kernel: CostKernel): CostPaths {
  return simulateCosts(kernel, () => kernel.asAssumed, { from: 0, to: 1 });
}

/**
 * Joins the paths of several ranges, in their order: workers draw ranges of their own.
 *
 * @param parts At least one, of one scheme under one scenario.
 * @returns All paths.
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
