import { checkNumber, checkNumbers } from "@jkp/problem";
import { mean, sampleVariance } from "simple-statistics";
import {
  type Estimate,
  meanEstimate,
  quantileEstimate,
  sortedValues,
} from "../estimates.ts";

/** Simulated values in order, whose quantiles are asked for. */
export interface Distribution {
  readonly sorted: Float64Array;
  readonly mean: Estimate;
}

/**
 * Puts simulated values in order.
 *
 * @param values One value a path, two or more.
 * @returns Their distribution.
 * @throws {RangeError} If a value is no number, or there are fewer than two.
 *
 * @example The mean of three rates
 * ```ts
 * import { distributionOf } from "@jkp/uncertainty";
 * import { assertEquals } from "@std/assert";
 *
 * const { sorted, mean } = distributionOf([3, 1, 2]);
 * assertEquals([Array.from(sorted), mean.value], [[1, 2, 3], 2]);
 * ```
 */
export function distributionOf(values: ArrayLike<number>): Distribution {
  checkNumbers("describe simulated values", "values", values);
  checkNumber(
    "describe simulated values",
    "two paths or more",
    values.length,
    (count) => count >= 2,
  );
  return { sorted: sortedValues(values), mean: meanEstimate(values) };
}

/**
 * A quantile of simulated values. Its standard error is half the distance of the order
 * statistics that lie one binomial standard deviation below and above it.
 *
 * @param distribution The values.
 * @param probability A fraction between 0 and 1.
 * @returns The quantile.
 *
 * @example The median break-even rate lies between two others
 * ```ts
 * import { pathDrawer, quantileOf, rateDistributions, simulateCosts } from "@jkp/uncertainty";
 * import { readProcess } from "@jkp/uncertainty/read";
 * import { costKernel, mainInputs, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assert } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const kernel = costKernel(run.rulesInTime[0]!, mainInputs(run));
 * const pathOf = pathDrawer(await readProcess("report_2021"), kernel.asAssumed, 1);
 * const costs = simulateCosts(kernel, pathOf, { from: 0, to: 50 });
 * const { breakEven } = rateDistributions(costs);
 * const [low, middle, high] = [0.25, 0.5, 0.75].map((at) => quantileOf(breakEven, at).value);
 * assert(low! < middle! && middle! < high!);
 * ```
 */
export function quantileOf({ sorted }: Distribution, probability: number): Estimate {
  return quantileEstimate(sorted, probability);
}

/**
 * The mean of the values beyond a quantile: tail value at risk (expected shortfall). The
 * standard error is that of the asymptotic variance
 * (Var(X | X > v) + p · (TVaR − v)²) / (n · (1 − p)).
 *
 * @param distribution The values.
 * @param probability The quantile's, a fraction between 0 and 1.
 * @returns The mean beyond it.
 * @see Manistre and Hancock (2005), Variance of the CTE estimator, NAAJ 9(2).
 */
export function meanBeyond(distribution: Distribution, probability: number): Estimate {
  const { sorted } = distribution;
  const first = Math.min(sorted.length - 2, Math.ceil(probability * sorted.length));
  const beyond = Array.from(sorted.subarray(first));
  const value = mean(beyond);
  const away = value - quantileOf(distribution, probability).value;
  return {
    value,
    standardError: Math.sqrt(
      (sampleVariance(beyond) + probability * away ** 2) / beyond.length,
    ),
  };
}
