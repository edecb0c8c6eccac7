import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { rollForward } from "./fund.ts";
import {
  affordableBenefitRate,
  affordableDuration,
  isoCostCurve,
  rateKeepingReserve,
} from "./inverse.ts";
import { reportAssumptions } from "./report_assumptions.ts";
import { valueScheme } from "./valuation.ts";

const BASE = await reportAssumptions("base");

Deno.test("affordableBenefitRate() gives back the rate that a design costs", () => {
  const cost = valueScheme(BASE).financing.benefit_and_administrative.suggestedRate;
  const affordable = affordableBenefitRate(BASE, cost)!;
  assertAlmostEquals(affordable.value, BASE.design.benefitRate, 1e-9);
  assertEquals(affordable.isLimit, false);
});

Deno.test("affordableBenefitRate() says when too little or too much is offered", () => {
  assertEquals(affordableBenefitRate(BASE, BASE.administrationRate / 2), null);
  assertEquals(affordableBenefitRate(BASE, 0.2)!.isLimit, true);
});

Deno.test("affordableDuration() affords no month more", () => {
  const { value, suggestedRate } = affordableDuration(BASE, 0.01)!;
  assert(suggestedRate <= 0.01);
  const design = { ...BASE.design, maximumDurationMonths: value + 1 };
  const { financing } = valueScheme({ ...BASE, design });
  assert(financing.benefit_and_administrative.suggestedRate > 0.01);
  assertEquals(affordableDuration(BASE, 0.001), null);
});

Deno.test("isoCostCurve() goes through designs of the same cost", () => {
  for (const point of isoCostCurve(BASE, 0.0135, [3, 6, 9])) {
    const { maximumDurationMonths } = point;
    if (point.isLimit) continue;
    const design = {
      ...BASE.design,
      maximumDurationMonths,
      benefitRate: point.benefitRate!,
    };
    const { financing } = valueScheme({ ...BASE, design });
    assertAlmostEquals(
      financing.benefit_and_administrative.suggestedRate,
      0.0135,
      1e-9,
    );
  }
});

Deno.test("rateKeepingReserve() holds the reserve in every year with benefits", () => {
  const { years } = valueScheme(BASE);
  const terms = {
    expenseBasis: "benefit_and_administrative",
    flows: "year_end",
  } as const;
  const { root } = rateKeepingReserve(years, 1, terms);
  const ratios = rollForward(years, { ...terms, contributionRate: root })
    .filter((_, i) => years[i]!.benefitsIdr > 0).map(({ reserveRatio }) => reserveRatio!);
  assertAlmostEquals(Math.min(...ratios), 1, 1e-9);
});
