import { assertAlmostEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { bandedCholesky, type BandedMatrix } from "./banded_matrix.ts";

/** The matrix times a vector. */
function times(matrix: BandedMatrix, x: ArrayLike<number>): number[] {
  const size = matrix[0]!.length;
  return Array.from({ length: size }, (_, i) => {
    let sum = matrix[0]![i]! * x[i]!;
    for (let k = 1; k < matrix.length; k++) {
      if (i >= k) sum += matrix[k]![i - k]! * x[i - k]!;
      if (i + k < size) sum += matrix[k]![i]! * x[i + k]!;
    }
    return sum;
  });
}

/** Matrices whose diagonal outweighs the rest, so that they are positive definite. */
const matrices = fc.tuple(
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 0, max: 4 }),
  fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
    minLength: 60,
    maxLength: 60,
  }),
).map(([size, width, elements]) =>
  Array.from({ length: width + 1 }, (_, k) =>
    Float64Array.from(
      { length: size },
      (_, i) => elements[k * 12 + i]! + (k === 0 ? 10 : 0),
    ))
);

Deno.test("bandedCholesky() solves the equations", () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      const expected = Array.from(matrix[0]!, (_, i) => i - 3);
      const solved = bandedCholesky(matrix).solve(times(matrix, expected));
      expected.forEach((value, i) => assertAlmostEquals(solved[i]!, value, 1e-12));
    }),
  );
});

Deno.test("bandedCholesky() finds the diagonal of the inverse", () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      const factor = bandedCholesky(matrix);
      factor.inverseDiagonal().forEach((element, i) => {
        const unit = Float64Array.from(matrix[0]!, (_, j) => i === j ? 1 : 0);
        assertAlmostEquals(times(matrix, factor.solve(unit))[i]!, 1, 1e-12);
        assertAlmostEquals(factor.solve(unit)[i]!, element, 1e-14);
      });
    }),
  );
});

Deno.test("bandedCholesky() throws when the matrix is not positive definite", () => {
  const singular = [Float64Array.of(1, 1), Float64Array.of(1, 0)];
  assertThrows(() => bandedCholesky(singular), RangeError, "pivot of 0 in row 2");
});
