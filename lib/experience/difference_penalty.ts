import { sumSimple } from "simple-statistics";
import type { BandedMatrix } from "./banded_matrix.ts";

/** Order of the differences that smoothing keeps small: 1 levels, 2 lines, 3 parabolas. */
export type DifferenceOrder = 1 | 2 | 3;

/** Differences of each order, as factors of neighbouring values. */
const DIFFERENCES: Readonly<Record<DifferenceOrder, readonly number[]>> = {
  1: [-1, 1],
  2: [1, -2, 1],
  3: [-1, 3, -3, 1],
};

/** The matrix P whose quadratic form v′Pv is the sum of squared differences of v. */
export function differencePenalty(size: number, order: DifferenceOrder): BandedMatrix {
  if (!(size > order)) {
    throw new RangeError(
      `Cannot take differences of order ${order}: more values are wanted, got ${size}`,
    );
  }
  const difference = DIFFERENCES[order];
  const bands = difference.map(() => new Float64Array(size));
  for (let start = 0; start + order < size; start++) {
    for (let i = 0; i <= order; i++) {
      for (let k = 0; i + k <= order; k++) {
        bands[k]![start + i]! += difference[i]! * difference[i + k]!;
      }
    }
  }
  return bands;
}

/** The sum of squared differences of some values: their roughness. */
export function roughness(values: ArrayLike<number>, order: DifferenceOrder): number {
  const difference = DIFFERENCES[order];
  let sum = 0;
  for (let start = 0; start + order < values.length; start++) {
    const value = sumSimple(difference.map((factor, i) => factor * values[start + i]!));
    sum += value * value;
  }
  return sum;
}
