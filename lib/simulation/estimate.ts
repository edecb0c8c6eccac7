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

/** Sums for a number of quantities, all 0. */
export function crossMoments(size: number): CrossMoments & { careers: number } {
  return {
    size,
    careers: 0,
    sums: new Float64Array(size),
    products: new Float64Array(size * size),
  };
}

/** Adds one career, with one value of each quantity, to the sums, which are changed. */
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
 * The sum of a quantity over all careers; its standard error is that of as many
 * independent careers.
 */
export function estimatedTotal(moments: CrossMoments, quantity: number): Estimate {
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
 * The ratio of two sums over careers, with the standard error of the ratio estimator.
 *
 * @see Cochran, Sampling Techniques, section 6.3.
 */
export function ratioOf(moments: CrossMoments, ratio: Ratio): Estimate {
  return linearised(moments, [ratio], [1]);
}

/**
 * The difference of two ratios over the same careers: its standard error takes into
 * account that they share their draws.
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
