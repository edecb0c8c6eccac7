import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { fitToMargins, roundToMargins } from "./whole_matrix.ts";

/** Positive start values, and margins taken from another, whole matrix. */
const problem = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 }))
  .chain(([height, width]) => {
    const matrixOf = <T>(cell: fc.Arbitrary<T>) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      });
    return fc.record({
      start: matrixOf(fc.double({ min: 0.5, max: 2, noNaN: true })),
      whole: matrixOf(fc.integer({ min: 1, max: 50 })),
    });
  });

function marginsOf(matrix: readonly (readonly number[])[]) {
  return {
    rowTotals: matrix.map((row) => row.reduce((a, b) => a + b, 0)),
    columnTotals: matrix[0]!.map((_, j) => matrix.reduce((s, row) => s + row[j]!, 0)),
  };
}

Deno.test("fitToMargins() meets both margins", () => {
  fc.assert(fc.property(problem, ({ start, whole }) => {
    const margins = marginsOf(whole);
    const fitted = marginsOf(fitToMargins(start, margins));
    fitted.rowTotals.forEach((total, i) =>
      assertAlmostEquals(total, margins.rowTotals[i]!, 1e-6)
    );
    fitted.columnTotals.forEach((total, j) =>
      assertAlmostEquals(total, margins.columnTotals[j]!, 1e-6)
    );
  }));
});

Deno.test("fitToMargins() keeps cross-product ratios", () => {
  const fitted = fitToMargins([[1, 2], [3, 4]], {
    rowTotals: [10, 20],
    columnTotals: [12, 18],
  });
  const ratio = (fitted[0]![0]! * fitted[1]![1]!) / (fitted[0]![1]! * fitted[1]![0]!);
  assertAlmostEquals(ratio, 4 / 6, 1e-9);
});

Deno.test("roundToMargins() keeps whole margins exactly and stays near", () => {
  fc.assert(fc.property(problem, ({ start, whole }) => {
    const margins = marginsOf(whole);
    const expected = fitToMargins(start, margins);
    const rounded = roundToMargins(expected, margins);
    assertEquals(marginsOf(rounded), margins);
    rounded.forEach((row, i) =>
      row.forEach((value, j) => {
        assert(Number.isInteger(value) && value >= 0);
        assert(Math.abs(value - expected[i]![j]!) <= 2);
      })
    );
  }));
});
