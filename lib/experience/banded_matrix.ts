import { TooFewDataError } from "./too_few_data.ts";

/**
 * A symmetric matrix that is zero away from its diagonal: `bands[k][i]` is the element in
 * row `i + k` and column `i`; bands below the last one are zero.
 */
export type BandedMatrix = readonly Float64Array[];

/** The Cholesky factor of a banded matrix and what it is good for. */
export interface BandedCholesky {
  /** Logarithm of the matrix's determinant. */
  readonly logDeterminant: number;
  /** Solves matrix · x = right-hand side. */
  solve(rightHandSide: ArrayLike<number>): Float64Array;
  /** The diagonal of the inverse. */
  inverseDiagonal(): Float64Array;
}

/**
 * Factors a symmetric positive definite banded matrix.
 *
 * @throws {TooFewDataError} If the matrix is not positive definite.
 * @see Golub and Van Loan (2013), Matrix computations, algorithm 4.3.5.
 */
export function bandedCholesky(matrix: BandedMatrix): BandedCholesky {
  const size = matrix[0]!.length;
  const width = matrix.length - 1;
  const factor = matrix.map((band) => Float64Array.from(band));
  let logDeterminant = 0;
  for (let j = 0; j < size; j++) {
    for (let i = j; i <= Math.min(size - 1, j + width); i++) {
      let element = factor[i - j]![j]!;
      for (let k = Math.max(0, i - width); k < j; k++) {
        element -= factor[i - k]![k]! * factor[j - k]![k]!;
      }
      if (i > j) {
        factor[i - j]![j] = element / factor[0]![j]!;
      } else if (element > 0) {
        factor[0]![j] = Math.sqrt(element);
        logDeterminant += Math.log(element);
      } else {
        throw new TooFewDataError(
          "Cannot solve the equations: a positive definite matrix is wanted, got a " +
            `pivot of ${element} in row ${j + 1}`,
        );
      }
    }
  }
  const solve = (rightHandSide: ArrayLike<number>) => {
    const x = Float64Array.from(rightHandSide);
    for (let i = 0; i < size; i++) {
      for (let k = Math.max(0, i - width); k < i; k++) {
        x[i]! -= factor[i - k]![k]! * x[k]!;
      }
      x[i]! /= factor[0]![i]!;
    }
    for (let i = size - 1; i >= 0; i--) {
      for (let k = i + 1; k <= Math.min(size - 1, i + width); k++) {
        x[i]! -= factor[k - i]![i]! * x[k]!;
      }
      x[i]! /= factor[0]![i]!;
    }
    return x;
  };
  const inverseDiagonal = () =>
    Float64Array.from({ length: size }, (_, i) => {
      const unit = new Float64Array(size);
      unit[i] = 1;
      return solve(unit)[i]!;
    });
  return { logDeterminant, solve, inverseDiagonal };
}
