import type { CostPaths } from "../cost_paths.ts";
import {
  type Estimate,
  meanEstimate,
  quantileEstimate,
  shareEstimate,
  sortedValues,
  valuesOf,
} from "../estimates.ts";
import type { RatesUnderRule } from "./rates_under_rule.ts";

/** How a rule did over many paths: rates are fractions, each with its standard error. */
export interface RuleMeasures {
  /** Mean over years and paths. */
  readonly meanRate: Estimate;
  /** Standard deviation of yearly changes of a path, mean over paths; `null` below 3 years. */
  readonly changeDeviation: Estimate | null;
  /** Largest yearly change of a path, up or down, mean over paths; `null` of one year. */
  readonly largestChange: Estimate | null;
  /**
   * Least reserve of a path, the fund at the end of a year over its expenses, by the
   * probability of less; `null` if a path has no expenses.
   */
  readonly leastReserveRatio:
    | Readonly<Record<typeof RESERVE_QUANTILES[number], Estimate>>
    | null;
  /**
   * Correlation of the rate's yearly changes with those of unemployment, both less what they
   * are on the expected path, over all paths and years: below 0 is counter-cyclical; `null`
   * where one of them never departs.
   */
  readonly withUnemployment: Estimate | null;
  /** The same with the change of unemployment a year before, which a rule can see. */
  readonly withUnemploymentBefore: Estimate | null;
  /** Chance that a year ends with the fund below 0. */
  readonly outsideProbability: Estimate;
  /** Most that a path's fund is below 0, rupiah, 0 where it never is. */
  readonly outsideIdr: MeanAndTail;
  /** The same in each year over its earnings, the most of a path. */
  readonly outsideOfEarnings: MeanAndTail;
}

/** A mean over all paths, and the value that one path in a hundred passes. */
export interface MeanAndTail {
  readonly mean: Estimate;
  readonly quantile99: Estimate;
}

/** Probabilities of a lower least reserve that are shown. */
const RESERVE_QUANTILES = [0.01, 0.05, 0.5] as const;

/** Measures of a rule; its run on the expected path is what cycles are departures from. */
export function ruleMeasures(
  rates: RatesUnderRule,
  costs: CostPaths,
  asExpected: { readonly rates: RatesUnderRule; readonly costs: CostPaths },
): RuleMeasures {
  const { years, paths, contributionRate, fundIdr } = rates;
  const byPath = (of: (start: number, path: number) => number) =>
    valuesOf(paths, (path) => of(path * years, path));
  const changes = changesOf(contributionRate, years);
  const steps = years - 1;
  const outside = byPath((start) => most(years, (year) => -fundIdr[start + year]!));
  const outsideOfEarnings = byPath((start) =>
    most(
      years,
      (year) => -fundIdr[start + year]! / costs.insurableEarningsIdr[start + year]!,
    )
  );
  const reserves = sortedValues(byPath((start) => leastReserve(rates, costs, start)));
  const departures = {
    rate: lessExpected(changes, changesOf(asExpected.rates.contributionRate, years)),
    unemployment: lessExpected(
      changesOf(costs.unemploymentRate, years),
      changesOf(asExpected.costs.unemploymentRate, years),
    ),
  };
  return {
    meanRate: meanEstimate(byPath((start) => {
      let sum = 0;
      for (let year = 0; year < years; year++) sum += contributionRate[start + year]!;
      return sum / years;
    })),
    changeDeviation: steps < 2 ? null : meanEstimate(
      byPath((_, path) => deviation(changes.subarray(path * steps, (path + 1) * steps))),
    ),
    largestChange: steps < 1 ? null : meanEstimate(
      byPath((_, path) => most(steps, (step) => Math.abs(changes[path * steps + step]!))),
    ),
    leastReserveRatio: reserves.every(Number.isFinite)
      ? {
        0.01: quantileEstimate(reserves, 0.01),
        0.05: quantileEstimate(reserves, 0.05),
        0.5: quantileEstimate(reserves, 0.5),
      }
      : null,
    withUnemployment: clusteredCorrelation(departures, paths, steps, 0),
    withUnemploymentBefore: clusteredCorrelation(departures, paths, steps, 1),
    outsideProbability: shareEstimate(outside.filter((idr) => idr > 0).length, paths),
    outsideIdr: meanAndTail(outside),
    outsideOfEarnings: meanAndTail(outsideOfEarnings),
  };
}

function meanAndTail(values: Float64Array): MeanAndTail {
  return {
    mean: meanEstimate(values),
    quantile99: quantileEstimate(sortedValues(values), 0.99),
  };
}

/** The most of some values, and at least 0. */
function most(count: number, of: (index: number) => number): number {
  let highest = 0;
  for (let i = 0; i < count; i++) highest = Math.max(highest, of(i));
  return highest;
}

/** Changes from year to year, path after path. */
function changesOf(values: Float64Array, years: number): Float64Array {
  const steps = years - 1;
  const paths = values.length / years;
  const changes = new Float64Array(paths * steps);
  for (let path = 0; path < paths; path++) {
    for (let step = 0; step < steps; step++) {
      const at = path * years + step;
      changes[path * steps + step] = values[at + 1]! - values[at]!;
    }
  }
  return changes;
}

/** Changes of all paths less those of the one expected. */
function lessExpected(changes: Float64Array, expected: Float64Array): Float64Array {
  const steps = expected.length;
  return valuesOf(changes.length, (i) => changes[i]! - expected[i % steps]!);
}

/** The sample standard deviation. */
function deviation(values: Float64Array): number {
  const { length } = values;
  let [sum, squares] = [0, 0];
  for (let i = 0; i < length; i++) sum += values[i]!;
  const mean = sum / length;
  for (let i = 0; i < length; i++) squares += (values[i]! - mean) ** 2;
  return Math.sqrt(squares / (length - 1));
}

/** The least reserve of a path, in years of expenses; years without expenses have none. */
function leastReserve(
  { years, fundIdr }: RatesUnderRule,
  { benefitsIdr, administrationIdr }: CostPaths,
  start: number,
): number {
  let least = Infinity;
  for (let at = start; at < start + years; at++) {
    const expensesIdr = benefitsIdr[at]! + administrationIdr[at]!;
    if (expensesIdr > 0) least = Math.min(least, fundIdr[at]! / expensesIdr);
  }
  return least;
}

/**
 * Pearson's correlation over all paths and years. Years of a path hang together, so its error
 * is that of clusters: the influence of each path on it, squared and added.
 */
function clusteredCorrelation(
  { rate, unemployment }: Readonly<Record<"rate" | "unemployment", Float64Array>>,
  paths: number,
  steps: number,
  lag: number,
): Estimate | null {
  const count = steps - lag;
  if (count < 1) return null;
  let [sumX, sumY] = [0, 0];
  for (let path = 0; path < paths; path++) {
    for (let at = path * steps + lag; at < (path + 1) * steps; at++) {
      sumX += rate[at]!;
      sumY += unemployment[at - lag]!;
    }
  }
  const [meanX, meanY] = [sumX / (paths * count), sumY / (paths * count)];
  const products = Array.from({ length: paths }, (_, path) => {
    const sums = { xx: 0, yy: 0, xy: 0 };
    for (let at = path * steps + lag; at < (path + 1) * steps; at++) {
      const [x, y] = [rate[at]! - meanX, unemployment[at - lag]! - meanY];
      sums.xx += x * x;
      sums.yy += y * y;
      sums.xy += x * y;
    }
    return sums;
  });
  let [xx, yy, xy] = [0, 0, 0];
  for (const each of products) [xx, yy, xy] = [xx + each.xx, yy + each.yy, xy + each.xy];
  if (xx < NEVER_DEPARTS || yy < NEVER_DEPARTS) return null;
  const value = xy / Math.sqrt(xx * yy);
  let squares = 0;
  for (const each of products) {
    const influence = each.xy / Math.sqrt(xx * yy) -
      value / 2 * (each.xx / xx + each.yy / yy);
    squares += influence ** 2;
  }
  return {
    value,
    standardError: paths < 2 ? null : Math.sqrt(paths / (paths - 1) * squares),
  };
}

/** Sum of squares of changes that are rounding and nothing else. */
const NEVER_DEPARTS = 1e-24;
