import { sumSimple } from "simple-statistics";

/**
 * The mean of values that have weights.
 *
 * Months or ages without any member are common in an extract, and the mean of nobody is
 * not known. (The one of simple-statistics throws there. It also compensates its sums,
 * so that printed rates would change in their last digits.)
 *
 * @param values The values.
 * @param weights One weight a value, in the same order.
 * @returns Σ weight · value / Σ weight; `NaN` if the weights sum to 0.
 *
 * @example Mean wage of 3 members at 4 million rupiah and 1 at 8 million
 * ```ts
 * import { weightedMean } from "@jkp/numeric";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(weightedMean([4_000_000, 8_000_000], [3, 1]), 5_000_000);
 * ```
 */
export function weightedMean(
  values: readonly number[],
  weights: readonly number[],
): number {
  return sumSimple(values.map((value, i) => weights[i]! * value)) / sumSimple(weights);
}
