import normalQuantile from "@stdlib/normal-quantile";
import { monthOf } from "@jkp/month";
import { benefitAt, flatCurve, gradedCurve, readScheme, rulesAt } from "@jkp/scheme";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import fc from "fast-check";
import { type LimitsOfYear, meanBenefit } from "./mean_benefit.ts";

const FREE: LimitsOfYear = {
  lowestWage: 0,
  highestWage: Infinity,
  lowestBenefit: 0,
  highestBenefit: Infinity,
};
const JAPAN = rulesAt(await readScheme("japan"), monthOf(2022, 1)).benefit;
const CURVES = JAPAN.kind === "graded"
  ? JAPAN.ages.map(({ bands }) => gradedCurve(bands))
  : [];
const wagesOf = (meanIdrPerMonth: number, logStandardDeviation: number) => ({
  meanIdrPerMonth,
  logStandardDeviation,
});

Deno.test("meanBenefit() is the printed benefit of Table 2 when all earn the same", () => {
  const printed = [
    [2_500, 2_000],
    [5_009, 4_007],
    [5_010, 4_008],
    [12_330, 6_165],
    [15_140, 7_570],
    [20_000, 7_570],
  ] as const;
  for (const [wage, benefit] of printed) {
    // Between two whole yen, for print drops parts of them.
    const mean = meanBenefit(CURVES[1]!, wagesOf(wage + 0.4, 1e-9), FREE);
    assertEquals(Math.floor(mean), benefit, `${wage}`);
  }
});

Deno.test("meanBenefit() is rate times mean where one rate holds for all wages", () => {
  const bands = [{ wageFrom: 0, wageTo: 1e12, rateFrom: 0.5, rateTo: 0.5 }];
  for (const curve of [flatCurve(0.5), gradedCurve(bands)]) {
    assertAlmostEquals(meanBenefit(curve, wagesOf(8_000, 0.9), FREE), 4_000, 1e-8);
  }
});

const wages = fc.record({
  meanIdrPerMonth: fc.double({ min: 1_000, max: 40_000, noNaN: true }),
  logStandardDeviation: fc.double({ min: 0.1, max: 1.2, noNaN: true }),
});
const number = (max: number) => fc.double({ min: 0, max, noNaN: true });
const limits = fc.record({
  lowestWage: number(5_000),
  highestWage: number(20_000),
  lowestBenefit: number(7_000),
  highestBenefit: number(9_000),
});
const curve = fc.constantFrom(...CURVES, flatCurve(0.6));

Deno.test("meanBenefit() is the mean over a fine grid of wages, whatever the limits", () => {
  const grid = Array.from(
    { length: 4_000 },
    (_, i) => normalQuantile((i + 0.5) / 4_000, 0, 1),
  );
  const property = fc.property(curve, wages, limits, (paid, earned, kept) => {
    const { meanIdrPerMonth, logStandardDeviation: sigma } = earned;
    const location = Math.log(meanIdrPerMonth) - sigma ** 2 / 2;
    const sum = grid.reduce((total, z) => {
      const { lowestWage, highestWage, lowestBenefit, highestBenefit } = kept;
      const wage = Math.exp(location + sigma * z);
      // The lowest wage goes before the highest, the highest benefit before the lowest.
      const insured = Math.max(lowestWage, Math.min(highestWage, wage));
      const benefit = Math.max(lowestBenefit, benefitAt(paid, insured));
      return total + Math.min(highestBenefit, benefit);
    }, 0);
    assertAlmostEquals(meanBenefit(paid, earned, kept), sum / grid.length, 1);
  });
  fc.assert(property);
});

Deno.test("meanBenefit() rises with all wages, and stays within the printed benefits", () => {
  fc.assert(fc.property(fc.constantFrom(...CURVES), wages, (paid, earned) => {
    const [least, most] = [paid[0]!.constant, paid.at(-1)!.constant];
    const mean = meanBenefit(paid, earned, FREE);
    assert(mean >= least * (1 - 1e-9) && mean <= most * (1 + 1e-9));
    const more = { ...earned, meanIdrPerMonth: 1.01 * earned.meanIdrPerMonth };
    assert(meanBenefit(paid, more, FREE) >= mean * (1 - 1e-9));
  }));
});

Deno.test("meanBenefit() is one amount where limits meet or cross", () => {
  const [paid, earned] = [CURVES[0]!, wagesOf(9_000, 0.8)];
  const at = (more: Partial<LimitsOfYear>) =>
    meanBenefit(paid, earned, { ...FREE, ...more });
  assertAlmostEquals(at({ lowestBenefit: 5_000, highestBenefit: 5_000 }), 5_000, 1e-9);
  assertAlmostEquals(at({ lowestBenefit: 9_000, highestBenefit: 5_000 }), 5_000, 1e-9);
  assertEquals(at({ lowestWage: 2_500, highestWage: 2_000 }), 2_000);
});
