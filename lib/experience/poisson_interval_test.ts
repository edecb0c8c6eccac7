import { poissonInterval } from "./poisson_interval.ts";
import { incompleteGamma } from "@jkp/numeric";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import fixtures from "./fixtures/poisson_intervals.json" with { type: "json" };

Deno.test("poissonInterval() equals R's qgamma", () => {
  for (const { count, level, lower, upper } of fixtures) {
    const interval = poissonInterval(count, level);
    assertAlmostEquals(interval.lower, lower, 1e-10 * (1 + lower));
    assertAlmostEquals(interval.upper, upper, 1e-10 * upper);
  }
});

Deno.test("poissonInterval() starts at 0 when there are no claims", () => {
  assertEquals(poissonInterval(0).lower, 0);
  assertAlmostEquals(poissonInterval(0).upper, -Math.log(0.025), 1e-12);
});

Deno.test("poissonInterval() leaves half the error on each side of any count", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.double({ min: 0.5, max: 0.999, noNaN: true }),
      (count, level) => {
        const { lower, upper } = poissonInterval(count, level);
        const tail = (1 - level) / 2;
        assertAlmostEquals(incompleteGamma(count, lower).lower, tail, 1e-10);
        assertAlmostEquals(incompleteGamma(count + 1, upper).upper, tail, 1e-10);
      },
    ),
    { numRuns: 50 },
  );
});

Deno.test("poissonInterval() throws when count or level is out of range", () => {
  assertThrows(() => poissonInterval(-1), RangeError, "got -1 and 0.95");
  assertThrows(() => poissonInterval(1, 1), RangeError, "got 1 and 1");
  assertThrows(() => poissonInterval(NaN), RangeError, "got NaN and 0.95");
  // As a kernel hands it over, which checks no types.
  const big = 3n as unknown as number;
  assertThrows(() => poissonInterval(big), RangeError, "got 3n and 0.95");
});
