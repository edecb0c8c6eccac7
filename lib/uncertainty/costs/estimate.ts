import { checkNumber, checkNumbers } from "@jkp/problem";
import { mean, quantileSorted, sampleVariance } from "simple-statistics";

/** A figure that was simulated. */
export interface Estimate {
  readonly value: number;
  /** What it would vary by, were as many other paths drawn. */
  readonly standardError: number;
}

/** A fraction of paths; where none or all are counted the error is that of half a path. */
export function proportion(count: number, paths: number): Estimate {
  const value = count / paths;
  const within = Math.min(paths - 0.5, Math.max(0.5, count)) / paths;
  return { value, standardError: Math.sqrt(within * (1 - within) / paths) };
}

/**
 * The mean of simulated values, with its standard error s/√n.
 *
 * @param values One value a path, two or more.
 * @returns The mean.
 */
export function simulatedMean(values: ArrayLike<number>): Estimate {
  const all = Array.from(values);
  return {
    value: mean(all),
    standardError: Math.sqrt(sampleVariance(all) / all.length),
  };
}

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
 */
export function distributionOf(values: ArrayLike<number>): Distribution {
  checkNumbers("describe simulated values", "values", values);
  checkNumber(
    "describe simulated values",
    "two paths or more",
    values.length,
    (count) => count >= 2,
  );
  return { sorted: Float64Array.from(values).sort(), mean: simulatedMean(values) };
}

/**
 * A quantile of simulated values. Its standard error is half the distance of the order
 * statistics that lie one binomial standard deviation below and above it.
 *
 * @param distribution The values.
 * @param probability A fraction between 0 and 1.
 * @returns The quantile.
 */
export function quantileOf({ sorted }: Distribution, probability: number): Estimate {
  const { length } = sorted;
  const away = Math.sqrt(length * probability * (1 - probability));
  const at = (rank: number) =>
    sorted[Math.min(length - 1, Math.max(0, Math.round(rank)))]!;
  const middle = probability * (length - 1);
  return {
    value: quantileSorted(sorted as unknown as number[], probability),
    standardError: (at(middle + away) - at(middle - away)) / 2,
  };
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
