/** Sums numbers. */
export function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

/** Mean of values with weights. */
export function weightedMean(
  values: readonly number[],
  weights: readonly number[],
): number {
  return sum(values.map((value, i) => value * weights[i]!)) / sum(weights);
}
