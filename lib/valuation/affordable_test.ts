import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { monthOf } from "@jkp/month";
import { readScheme } from "@jkp/scheme/read";
import { type Rules, rulesAt } from "@jkp/scheme";
import {
  affordableBenefitRate,
  affordableCeiling,
  affordableDuration,
  affordableMaximumBenefit,
  isoCostCurve,
} from "./affordable.ts";
import { deriveAssumptions } from "./assumptions/derive_assumptions.ts";
import { rateKeepingReserve, rollForward } from "./fund.ts";
import { reportInputs } from "./assumptions/report_assumptions.ts";
import { valueAssumptions } from "./valuation.ts";
import { valueSchemes } from "./value_schemes.ts";

const INPUTS = await reportInputs("base");
const rulesOf = async (name: string) => rulesAt(await readScheme(name), monthOf(2022, 1));
const PROPOSED = await rulesOf("proposed_2021");
const BASE = deriveAssumptions(INPUTS, PROPOSED).assumptions;

Deno.test("affordableBenefitRate() gives back the rate that a scheme costs", () => {
  const cost = valueAssumptions(BASE).financing.benefit_and_administrative.suggestedRate;
  const affordable = affordableBenefitRate(BASE, cost)!;
  assertAlmostEquals(affordable.value, BASE.benefitRate, 1e-9);
  assertEquals(affordable.isLimit, false);
});

Deno.test("affordableBenefitRate() says when too little or too much is offered", () => {
  assertEquals(affordableBenefitRate(BASE, BASE.administrationRate / 2), null);
  assertEquals(affordableBenefitRate(BASE, 0.2)!.isLimit, true);
});

Deno.test("affordableDuration() affords no month more", () => {
  const { value, suggestedRate } = affordableDuration(BASE, 0.01)!;
  assert(suggestedRate <= 0.01);
  const { financing } = valueAssumptions({ ...BASE, maximumDurationMonths: value + 1 });
  assert(financing.benefit_and_administrative.suggestedRate > 0.01);
  assertEquals(affordableDuration(BASE, 0.001), null);
});

Deno.test("isoCostCurve() goes through schemes of the same cost", () => {
  for (const point of isoCostCurve(BASE, 0.0135, [3, 6, 9])) {
    const { maximumDurationMonths } = point;
    if (point.isLimit) continue;
    const { financing } = valueAssumptions({
      ...BASE,
      maximumDurationMonths,
      benefitRate: point.benefitRate!,
    });
    assertAlmostEquals(
      financing.benefit_and_administrative.suggestedRate,
      0.0135,
      1e-9,
    );
  }
});

Deno.test("rateKeepingReserve() holds the reserve in every year with benefits", () => {
  const { years } = valueAssumptions(BASE);
  const terms = {
    expenseBasis: "benefit_and_administrative",
    flows: "year_end",
  } as const;
  const { root } = rateKeepingReserve(years, 1, terms);
  const ratios = rollForward(years, { ...terms, contributionRate: root })
    .filter((_, i) => years[i]!.benefitsIdr > 0).map(({ reserveRatio }) => reserveRatio!);
  assertAlmostEquals(Math.min(...ratios), 1, 1e-9);
});

function costOf(rules: Rules): number {
  return valueSchemes([rules], [INPUTS]).valued[0]!.suggestedRate;
}

Deno.test("affordableMaximumBenefit() grows with the rate, and has none above the cost", () => {
  const [little, more] = [0.006, 0.01].map((rate) =>
    affordableMaximumBenefit(INPUTS, PROPOSED, rate)!
  );
  assert(little!.value < more!.value);
  for (const [affordable, rate] of [[little!, 0.006], [more!, 0.01]] as const) {
    assertAlmostEquals(affordable.suggestedRate, rate, 1e-9);
  }
  assertEquals(affordableMaximumBenefit(INPUTS, PROPOSED, 0.02)!.isLimit, true);
});

Deno.test("affordableMaximumBenefit() affords nothing when administration costs more", () => {
  assertEquals(affordableMaximumBenefit(INPUTS, PROPOSED, 0.002), null);
});

Deno.test("affordableCeiling() gives back the ceiling that a scheme has at its cost", () => {
  const { value, isLimit } = affordableCeiling(INPUTS, PROPOSED, costOf(PROPOSED))!;
  assertAlmostEquals(value / 8_939_700, 1, 1e-6);
  assertEquals(isLimit, false);
});

Deno.test("affordableCeiling() leaves initial capital out", async () => {
  const jkp = await rulesOf("jkp_2021");
  const financing = { ...jkp.financing, initialCapital: null };
  const cost = costOf({ ...jkp, financing });
  assert(costOf(jkp) < cost);
  assertAlmostEquals(affordableCeiling(INPUTS, jkp, cost)!.value / 5_000_000, 1, 1e-6);
});

Deno.test("affordableCeiling() finds none when earnings without a ceiling cost more", async () => {
  const pessimistic = await reportInputs("pessimistic");
  assertEquals(affordableCeiling(pessimistic, PROPOSED, 0.0135), null);
});
