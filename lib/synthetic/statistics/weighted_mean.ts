/**
 * Sums numbers.
 *
 * @param values The numbers.
 * @returns Their sum, 0 for none.
 */
export function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

/**
 * Mean of values with weights.
 *
 * @param values The values.
 * @param weights One weight a value, with a positive sum.
 * @returns The weighted mean.
 */
export function weightedMean(
  values: readonly number[],
  weights: readonly number[],
): number {
  return sum(values.map((value, i) => value * weights[i]!)) / sum(weights);
}
