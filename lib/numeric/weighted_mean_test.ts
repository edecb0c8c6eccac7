import { weightedMean } from "./weighted_mean.ts";
import { assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { weightedMean as compensatedMean } from "simple-statistics";

Deno.test("weightedMean() is not known when nobody is counted", () => {
  assertEquals(weightedMean([], []), NaN);
  assertEquals(weightedMean([4_000_000], [0]), NaN);
});

Deno.test("weightedMean() takes no notice of values without weight", () => {
  assertEquals(weightedMean([1, 9, 3], [1, 0, 1]), 2);
});

Deno.test("weightedMean() equals the compensated mean of simple-statistics", () => {
  const weighted = fc.tuple(
    fc.double({ min: 0, max: 1e8, noNaN: true }),
    fc.integer({ min: 1, max: 1_000_000 }),
  );
  fc.assert(
    fc.property(fc.array(weighted, { minLength: 1 }), (pairs) => {
      const [values, weights] = [pairs.map(([v]) => v), pairs.map(([, w]) => w)];
      const expected = compensatedMean(values, weights);
      assertAlmostEquals(weightedMean(values, weights), expected, 1e-12 * expected);
    }),
  );
});
