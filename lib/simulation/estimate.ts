/** A mean, sum or ratio found by simulation. */
export interface Estimate {
  /** NaN where there is nothing to divide by. */
  readonly value: number;
  readonly standardError: number;
}

/** Sums over careers of several quantities, and of all products of two of them. */
export interface CrossMoments {
  readonly size: number;
  readonly careers: number;
  readonly sums: Float64Array;
  /** `size` rows of `size`. */
  readonly products: Float64Array;
}

/**
 * Empty sums.
 *
 * @param size Number of quantities.
 * @returns The sums, all 0.
 *
 * @example
 * ```ts
 * import { crossMoments } from "@jkp/simulation";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(crossMoments(3).products.length, 9);
 * ```
 */
export function crossMoments(size: number): CrossMoments & { careers: number } {
  return {
    size,
    careers: 0,
    sums: new Float64Array(size),
    products: new Float64Array(size * size),
  };
}

/**
 * Adds one career.
 *
 * @param moments The sums, which are changed.
 * @param quantities One value of each quantity.
 *
 * @example
 * ```ts
 * import { addCareer, crossMoments } from "@jkp/simulation";
 * import { assertEquals } from "@std/assert";
 *
 * const moments = crossMoments(2);
 * addCareer(moments, Float64Array.of(2, 3));
 * assertEquals([...moments.products], [4, 6, 6, 9]);
 * ```
 */
export function addCareer(
  moments: CrossMoments & { careers: number },
  quantities: Float64Array,
): void {
  const { size, sums, products } = moments;
  moments.careers++;
  for (let i = 0; i < size; i++) {
    const value = quantities[i]!;
    // Most careers have no claim, and so mostly noughts.
    if (value === 0) continue;
    sums[i]! += value;
    for (let j = 0; j < size; j++) products[i * size + j]! += value * quantities[j]!;
  }
}

/**
 * The sum of a quantity over all careers.
 *
 * @param moments Sums over careers.
 * @param quantity Its number.
 * @returns The sum; its standard error is that of as many independent careers.
 *
 * @example
 * ```ts
 * import { addCareer, crossMoments, totalOf } from "@jkp/simulation";
 * import { assertEquals } from "@std/assert";
 *
 * const moments = crossMoments(1);
 * for (const value of [1, 1, 3, 3]) addCareer(moments, Float64Array.of(value));
 * assertEquals(totalOf(moments, 0).value, 8);
 * ```
 */
export function totalOf(moments: CrossMoments, quantity: number): Estimate {
  const { careers, sums } = moments;
  const sum = sums[quantity]!;
  const squares = moments.products[quantity * (moments.size + 1)]! - sum ** 2 / careers;
  return {
    value: sum,
    standardError: Math.sqrt(Math.max(0, squares) * careers / (careers - 1)),
  };
}

/** A quantity over another: their numbers. */
export type Ratio = readonly [numerator: number, denominator: number];

/**
 * The ratio of two sums over careers.
 *
 * @param moments Sums over careers.
 * @param ratio Numbers of the two quantities.
 * @returns The ratio, with the standard error of the ratio estimator.
 * @see Cochran, Sampling Techniques, section 6.3.
 *
 * @example Exactly half in every career
 * ```ts
 * import { addCareer, crossMoments, ratioOf } from "@jkp/simulation";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const moments = crossMoments(2);
 * for (const value of [1, 2, 5]) addCareer(moments, Float64Array.of(value, 2 * value));
 * const { value, standardError } = ratioOf(moments, [0, 1]);
 * assertAlmostEquals(value, 0.5);
 * assertAlmostEquals(standardError, 0, 1e-7);
 * ```
 */
export function ratioOf(moments: CrossMoments, ratio: Ratio): Estimate {
  return linearised(moments, [ratio], [1]);
}

/**
 * The difference of two ratios over the same careers: its standard error takes into
 * account that they share their draws.
 *
 * @param moments Sums over careers.
 * @param first A ratio.
 * @param second The ratio taken from it.
 * @returns The difference.
 *
 * @example Nothing between a ratio and itself
 * ```ts
 * import { addCareer, crossMoments, ratioDifference } from "@jkp/simulation";
 * import { assertEquals } from "@std/assert";
 *
 * const moments = crossMoments(2);
 * for (const value of [1, 2, 5]) addCareer(moments, Float64Array.of(value, 1));
 * const { value, standardError } = ratioDifference(moments, [0, 1], [0, 1]);
 * assertEquals([value, standardError], [0, 0]);
 * ```
 */
export function ratioDifference(
  moments: CrossMoments,
  first: Ratio,
  second: Ratio,
): Estimate {
  return linearised(moments, [first, second], [1, -1]);
}

/** A weighted sum of ratios; its error from each career's linear part in it. */
function linearised(
  moments: CrossMoments,
  ratios: readonly Ratio[],
  weights: readonly number[],
): Estimate {
  const { size, sums, products, careers } = moments;
  let value = 0;
  // Weight of each quantity in a career's linear part.
  const linear = new Map<number, number>();
  const add = (quantity: number, weight: number) =>
    linear.set(quantity, (linear.get(quantity) ?? 0) + weight);
  ratios.forEach(([numerator, denominator], k) => {
    const weight = weights[k]!;
    const below = sums[denominator]!;
    const ratio = sums[numerator]! / below;
    value += weight * ratio;
    add(numerator, weight / below);
    add(denominator, -weight * ratio / below);
  });
  let variance = 0;
  for (const [i, a] of linear) {
    for (const [j, b] of linear) variance += a * b * products[i * size + j]!;
  }
  return {
    value,
    standardError: Math.sqrt(Math.max(0, variance) * careers / (careers - 1)),
  };
}
