import { sumSimple } from "simple-statistics";

/**
 * Splits a whole number in given proportions into whole numbers that sum to it.
 *
 * The method of largest remainders: each part gets its share rounded down, and the units
 * left over go to the largest remainders, the earlier part first where they are equal.
 *
 * @param total Whole number to split, 0 or more.
 * @param weights Proportions, not negative, with a positive sum.
 * @returns Whole numbers that sum to the total.
 * @throws {RangeError} If the total is no whole number or the weights cannot be used.
 *
 * @example Ten in three parts
 * ```ts
 * import { apportion } from "@jkp/numeric";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(apportion(10, [1, 1, 1]), [4, 3, 3]);
 * ```
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = sumSimple(weights);
  if (!Number.isInteger(total) || total < 0) {
    throw new RangeError(`Cannot apportion: a whole total is wanted, got ${total}`);
  }
  if (!(sum > 0) || weights.some((weight) => weight < 0)) {
    throw new RangeError(
      `Cannot apportion: weights of 0 or more with a positive sum are wanted, got ${weights}`,
    );
  }
  const shares = weights.map((weight) => (total * weight) / sum);
  const parts = shares.map(Math.floor);
  const left = total - sumSimple(parts);
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index]!++;
  return parts;
}
