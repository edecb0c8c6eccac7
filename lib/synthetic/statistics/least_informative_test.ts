import { assert, assertAlmostEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { leastInformativeWeights } from "./least_informative.ts";
import { solveLinearSystem } from "./linear_system.ts";

const positive = fc.double({ min: 0.1, max: 10, noNaN: true });
const sixPositive = fc.array(positive, { minLength: 6, maxLength: 6 });

Deno.test("leastInformativeWeights() meets its conditions", () => {
  fc.assert(
    fc.property(sixPositive, sixPositive, (prior, possible) => {
      const faces = [1, 2, 3, 4, 5, 6];
      const moments = [faces.map(() => 1), faces, [0, 1, 1, 0, 0, 0]].map(
        (coefficients) => ({
          coefficients,
          target: possible.reduce((sum, w, i) => sum + w * coefficients[i]!, 0),
        }),
      );
      const weights = leastInformativeWeights(prior, moments);
      assert(weights.every((weight) => weight > 0));
      for (const { coefficients, target } of moments) {
        const got = weights.reduce((sum, w, i) => sum + w * coefficients[i]!, 0);
        assertAlmostEquals(got, target, 1e-10 * 60);
      }
    }),
  );
});

Deno.test("leastInformativeWeights() scales when only the total is given", () => {
  const total = { coefficients: [1, 1], target: 8 };
  const [first, second] = leastInformativeWeights([1, 3], [total]);
  assertAlmostEquals(first!, 2, 1e-9);
  assertAlmostEquals(second!, 6, 1e-9);
});

Deno.test("leastInformativeWeights() throws when no positive weights can do it", () => {
  const moments = [
    { coefficients: [1, 1], target: 1 },
    { coefficients: [1, 2], target: 3 },
  ];
  assertThrows(() => leastInformativeWeights([1, 1], moments), RangeError, "Cannot");
});

Deno.test("solveLinearSystem() gives back a known solution", () => {
  const numbers = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
    minLength: 9,
    maxLength: 9,
  });
  fc.assert(
    fc.property(numbers, (entries) => {
      // A dominant diagonal keeps the system well away from dependent rows.
      const matrix = [0, 1, 2].map((i) =>
        [0, 1, 2].map((j) => entries[3 * i + j]! + (i === j ? 4 : 0))
      );
      const solution = [1, -2, 3];
      const right = matrix.map((row) => row.reduce((s, a, j) => s + a * solution[j]!, 0));
      solveLinearSystem(matrix, right).forEach((x, i) =>
        assertAlmostEquals(x, solution[i]!, 1e-12)
      );
    }),
  );
});

Deno.test("solveLinearSystem() exchanges rows when a pivot is 0", () => {
  assertAlmostEquals(solveLinearSystem([[0, 1], [1, 0]], [3, 4])[0]!, 4);
  assertThrows(() => solveLinearSystem([[1, 1], [1, 1]], [1, 2]), RangeError, "rows");
});
