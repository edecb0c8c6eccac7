import { ratioOfActual } from "./actual_expected.ts";
import { dispersionOfClaims, type MonthOfClaims } from "./claim_dispersion.ts";
import { type Month, monthOf } from "@jkp/month";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import quasi from "./fixtures/claim_dispersion.json" with { type: "json" };
import tests from "./fixtures/poisson_tests.json" with { type: "json" };

/** Months from a January on. */
function monthsOf(actual: readonly number[], expected: readonly number[]) {
  return actual.map((count, i): MonthOfClaims => ({
    month: monthOf(2016, 1) + i as Month,
    actual: count,
    expected: expected[i]!,
  }));
}

for (const fixture of quasi) {
  Deno.test(`dispersionOfClaims() equals R's quasipoisson glm: ${fixture.name}`, () => {
    const months = monthsOf(fixture.actual, fixture.expected);
    const dispersion = dispersionOfClaims(months);
    assertAlmostEquals(dispersion, fixture.dispersion, 1e-9 * fixture.dispersion);
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
    const sides = { actual: sum(fixture.actual), expected: sum(fixture.expected) };
    const { lower, upper } = ratioOfActual(sides, dispersion);
    assertAlmostEquals(lower, fixture.lower, 1e-9);
    assertAlmostEquals(upper, fixture.upper, 1e-9);
  });
}

Deno.test("ratioOfActual() equals R's poisson.test without dispersion", () => {
  for (const { level, ...fixture } of tests) {
    const { ratio, lower, upper } = ratioOfActual(fixture, 1, level);
    assertAlmostEquals(ratio, fixture.ratio, 1e-12);
    assertAlmostEquals(lower, fixture.lower, 1e-10);
    assertAlmostEquals(upper, fixture.upper, 1e-10);
  }
});

Deno.test("dispersionOfClaims() is NaN when months are too few or not expected", () => {
  const year = monthsOf(Array(12).fill(3), Array(12).fill(2));
  assertEquals(dispersionOfClaims(year), 1);
  assertEquals(dispersionOfClaims(year.slice(1)), NaN);
  assertEquals(dispersionOfClaims([]), 1); // nothing happened: Poisson's upper limit
  assertEquals(dispersionOfClaims(monthsOf([0, 0], [4, 4])), 1);
  assertEquals(dispersionOfClaims([...year, ...monthsOf([1], [0])]), NaN);
  const { lower, upper } = ratioOfActual({ actual: 33, expected: 22 }, NaN);
  assertEquals([lower, upper], [NaN, NaN]);
});

Deno.test("dispersionOfClaims() grows as claims and what is expected do", () => {
  const month = fc.record({
    actual: fc.integer({ min: 0, max: 400 }),
    expected: fc.double({ min: 1, max: 200, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(month, { minLength: 12, maxLength: 50 }), (sides) => {
      const months = monthsOf(
        sides.map(({ actual }) => actual),
        sides.map(({ expected }) => expected),
      );
      const once = dispersionOfClaims(months);
      assert(once >= 1);
      if (once === 1) return;
      const thrice = months.map((each) => ({ ...each, actual: 3 * each.actual }));
      assertAlmostEquals(dispersionOfClaims(thrice) / once, 3, 1e-9);
      const halves = months.map((each) => ({ ...each, expected: each.expected / 2 }));
      assertAlmostEquals(dispersionOfClaims(halves) / once, 1, 1e-9);
    }),
    { numRuns: 40 },
  );
});
