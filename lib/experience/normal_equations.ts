import { checkArgument, checkNumber, checkNumbers, columnValues } from "@jkp/problem";
import { meanSimple } from "simple-statistics";
import type { BandedMatrix } from "./banded_matrix.ts";
import type { DifferenceOrder } from "./difference_penalty.ts";
import { TooFewDataError } from "./too_few_data.ts";

/**
 * The matrix of the normal equations, W + λP: W the diagonal of weights, P the penalty.
 */
export function penalised(
  weights: ArrayLike<number>,
  penalty: BandedMatrix,
  lambda: number,
): BandedMatrix {
  return penalty.map((band, k) =>
    band.map((element, i) => lambda * element + (k === 0 ? weights[i]! : 0))
  );
}

/** Mean of the positive weights, which sets the scale of the smoothing parameter. */
export function meanWeight(weights: readonly number[]): number {
  return meanSimple(weights.filter((weight) => weight > 0));
}

/**
 * Checks that weights and smoothing parameter determine a graduation.
 *
 * @throws {RangeError} If they do not: {@link TooFewDataError} if the weights are sound.
 */
export function checkWeights(
  size: number,
  weights: readonly number[],
  order: DifferenceOrder,
  lambda: number | string,
): void {
  const wrong = (wanted: string, got: unknown) =>
    new RangeError(`Cannot graduate: ${wanted} wanted, got ${got}`);
  checkNumber("graduate", "a number as order", order);
  if (![1, 2, 3].includes(order)) throw wrong("an order of 1, 2 or 3 is", order);
  if (weights.length !== size) {
    throw wrong("a weight for each value is", `${size} and ${weights.length}`);
  }
  const bad = weights.find((weight) => !(weight >= 0 && weight < Infinity));
  if (bad !== undefined) throw wrong("weights of 0 or more are", bad);
  const points = weights.filter((weight) => weight > 0).length;
  if (points <= order) {
    throw new TooFewDataError(
      `Cannot graduate: more than ${order} weighted values are wanted, got ${points}`,
    );
  }
  if (typeof lambda === "number" && !(lambda >= 0 && lambda < Infinity)) {
    throw wrong("a smoothing parameter of 0 or more is", lambda);
  }
  if (lambda === 0 && points < size) {
    throw wrong("smoothing or a weight for every value is", `none for ${size - points}`);
  }
}

/**
 * Two columns that are graduated, each read at once.
 *
 * @throws {RangeError} If it is no record of both, or a value is no number.
 */
export function graduatedColumns<Name extends string>(
  columns: Readonly<Record<Name, ArrayLike<number>>>,
  first: Name,
  second: Name,
): readonly [readonly number[], readonly number[]] {
  checkArgument("graduate", `columns as { ${first}, ${second} }`, columns, [
    first,
    second,
  ]);
  const listOf = (name: Name) => {
    const list = columnValues(columns[name]);
    checkNumbers("graduate", name, list);
    return Array.from(list);
  };
  return [listOf(first), listOf(second)];
}
