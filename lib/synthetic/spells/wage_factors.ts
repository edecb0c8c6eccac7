import normalQuantile from "@stdlib/normal-quantile";

/** Steps in which a distribution of wages is drawn: all as likely. */
export const WAGE_STEPS = 256;

/**
 * Wages over their mean in a lognormal distribution, from the lowest: the middle of each
 * of {@link WAGE_STEPS} parts of equal probability.
 */
export function wageFactors(logStandardDeviation: number): Float64Array {
  const factors = Float64Array.from(
    { length: WAGE_STEPS },
    (_, step) =>
      Math.exp(logStandardDeviation * normalQuantile((step + 0.5) / WAGE_STEPS, 0, 1)),
  );
  const mean = factors.reduce((a, b) => a + b) / WAGE_STEPS;
  return factors.map((factor) => factor / mean);
}

/** Mean factor of so many persons who lie evenly over the distribution: close to 1. */
export function meanFactor(factors: Float64Array, persons: number): number {
  let sum = 0;
  for (let person = 0; person < persons; person++) {
    sum += factors[Math.floor(((person + 0.5) * factors.length) / persons)]!;
  }
  return sum / persons;
}
