/**
 * Sums numbers.
 *
 * @param values The numbers.
 * @returns Their sum, 0 for none.
 *
 * @example
 * ```ts
 * import { sum } from "./weighted_mean.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(sum([1, 2, 3]), 6);
 * ```
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
 *
 * @example
 * ```ts
 * import { weightedMean } from "./weighted_mean.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(weightedMean([1, 2], [3, 1]), 1.25);
 * ```
 */
export function weightedMean(
  values: readonly number[],
  weights: readonly number[],
): number {
  return sum(values.map((value, i) => value * weights[i]!)) / sum(weights);
}
