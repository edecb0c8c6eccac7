import { monthOf } from "@jkp/month";
import { benefitAt, flatCurve, gradedCurve } from "./benefit_curve.ts";
import { readScheme } from "./rules/read_scheme.ts";
import { rulesAt } from "./rules/rules_at.ts";
import type { WageBand } from "./rules/benefit_sections.ts";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";

const rate = fc.double({ min: 0, max: 1, noNaN: true });
const width = fc.double({ min: 1, max: 10_000, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });
/** One band, whatever its rates. */
const band = fc.record({ wageFrom: width, width, rateFrom: rate, rateTo: rate }).map(
  ({ wageFrom, width, ...rates }): WageBand => ({
    wageFrom,
    wageTo: wageFrom + width,
    ...rates,
  }),
);

Deno.test("gradedCurve() has the benefits of Japan's printed brackets at their ends", async () => {
  const { benefit } = rulesAt(await readScheme("japan"), monthOf(2022, 1));
  const ages = benefit.kind === "graded" ? benefit.ages : [];
  assertEquals(ages.length, 4);
  for (const { bands } of ages) {
    const curve = gradedCurve(bands);
    for (const { wageFrom, wageTo, rateFrom, rateTo } of bands) {
      assertAlmostEquals(benefitAt(curve, wageFrom), rateFrom * wageFrom, 1e-9);
      assertAlmostEquals(benefitAt(curve, wageTo), rateTo * wageTo, 1e-9);
    }
  }
});

Deno.test("gradedCurve() stays at the end's benefit from where the falling rate reaches it", () => {
  const curve = gradedCurve([
    { wageFrom: 10_000, wageTo: 20_000, rateFrom: 0.8, rateTo: 0.45 },
  ]);
  const reached = curve.at(-1)!.wageFrom;
  assertAlmostEquals((0.8 - 0.35 * (reached - 10_000) / 10_000) * reached, 9_000, 1e-6);
  assert(reached < 20_000);
  assertEquals(benefitAt(curve, (reached + 20_000) / 2), 9_000);
});

Deno.test("gradedCurve() is the line of rates, kept between the benefits of the ends", () => {
  fc.assert(fc.property(band, share, (one, at) => {
    const { wageFrom, wageTo, rateFrom, rateTo } = one;
    const wage = wageFrom + at * (wageTo - wageFrom);
    const onLine = (rateFrom + (rateTo - rateFrom) * at) * wage;
    const expected = Math.max(rateFrom * wageFrom, Math.min(rateTo * wageTo, onLine));
    assertAlmostEquals(benefitAt(gradedCurve([one]), wage), expected, 1e-6);
  }));
});

Deno.test("gradedCurve() never pays less for more wage within a band", () => {
  fc.assert(fc.property(band, share, share, (one, a, b) => {
    const curve = gradedCurve([one]);
    const benefit = (at: number) =>
      benefitAt(curve, one.wageFrom + at * (one.wageTo - one.wageFrom));
    assert(benefit(Math.max(a, b)) >= benefit(Math.min(a, b)) - 1e-9);
  }));
});

Deno.test("gradedCurve() keeps the last benefit where bands leave a gap, as do all above", () => {
  const bands = [
    { wageFrom: 1_000, wageTo: 2_000, rateFrom: 0.8, rateTo: 0.8 },
    { wageFrom: 2_001, wageTo: 3_000, rateFrom: 0.8, rateTo: 0.6 },
  ];
  const curve = gradedCurve(bands);
  assertEquals(benefitAt(curve, 2_000.5), benefitAt(curve, 2_000));
  assertEquals(benefitAt(curve, 1e9), 0.6 * 3_000);
  assertEquals(benefitAt(curve, 0), 0.8 * 1_000);
});

Deno.test("gradedCurve() is flat where one band from 0 has one rate", () => {
  const curve = gradedCurve([{ wageFrom: 0, wageTo: 1e9, rateFrom: 0.5, rateTo: 0.5 }]);
  assertEquals(curve[0], flatCurve(0.5)[0]);
});
