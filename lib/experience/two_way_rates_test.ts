import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { twoWayRates } from "./two_way_rates.ts";

Deno.test("twoWayRates() keeps the totals of rows and columns", () => {
  const cell = fc.record({
    claims: fc.integer({ min: 0, max: 50 }),
    exposure: fc.double({ min: 1, max: 1000, noNaN: true }),
  });
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 6,
  });
  fc.assert(
    fc.property(table, (rows) => {
      const claims = rows.map((row) => row.map((cell) => cell.claims + 1));
      const exposure = rows.map((row) => row.map((cell) => cell.exposure));
      const { expected, degreesOfFreedom, deviance } = twoWayRates(claims, exposure);
      const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
      const column = (table: readonly (readonly number[])[], j: number) =>
        sum(table.map((row) => row[j]!));
      claims.forEach((row, i) =>
        assertAlmostEquals(sum(expected[i]!) / sum(row), 1, 1e-9)
      );
      for (const j of [0, 1, 2]) {
        assertAlmostEquals(column(expected, j) / column(claims, j), 1, 1e-9);
      }
      assertEquals(degreesOfFreedom, (rows.length - 1) * 2);
      assert(deviance > -1e-9);
    }),
  );
});

Deno.test("twoWayRates() gives rows and columns without claims the effect 0", () => {
  const claims = [[4, 0, 6], [0, 0, 0], [2, 0, 3]];
  const fit = twoWayRates(claims, claims.map((row) => row.map(() => 10)));
  assertEquals([fit.rowEffects[1], fit.columnEffects[1]], [0, 0]);
  assertEquals(fit.degreesOfFreedom, 1);
  assertAlmostEquals(fit.deviance, 0, 1e-9);
});

Deno.test("twoWayRates() knows no dispersion when no freedom is left", () => {
  assertEquals(twoWayRates([[3, 5, 9]], [[10, 10, 10]]).dispersion, NaN);
});

Deno.test("twoWayRates() throws without claims or exposure", () => {
  assertThrows(() => twoWayRates([[0, 0]], [[1, 1]]), RangeError, "claims");
  assertThrows(() => twoWayRates([[1, 1]], [[1, 0]]), RangeError, "members");
});
