import { loadOpenStatistics } from "@jkp/open/read";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { parseAggregateExperience } from "./aggregate_experience.ts";
import { figuresOfFacts, figuresOfPeriod } from "./counted_figures.ts";
import { type IndicatorFigures, indicators, unknownFigures } from "./indicators.ts";

const OPEN = await loadOpenStatistics();

function indicatorOf(figures: IndicatorFigures, name: string) {
  return indicators(figures).find((each) => each.name === name)!;
}

const table = (text: string) =>
  parseAggregateExperience("scheme.csv", text.trim() + "\n");

Deno.test("indicators() gives nothing but reasons when nothing is known", () => {
  for (
    const { value, whyNot, formula, lag } of indicators(unknownFigures("not counted"))
  ) {
    assertEquals(value, null);
    assert(whyNot!.length > 0 && formula.length > 0 && lag.length > 0);
  }
});

Deno.test("indicators() divides exhaustions by first payments of the months before", () => {
  // July 2007 to June 2008 over January to December 2007: first payments half a year ago.
  const { value, lag } = indicatorOf({
    ...unknownFigures("not counted"),
    exhaustions: 350,
    firstPaymentsBefore: 1000,
    exhaustionLagMonths: 6,
  }, "exhaustion_rate");
  assertEquals(value, 0.35);
  assertEquals(lag, "first payments of as many months, 6 months earlier");
});

Deno.test("indicators() has the same ratios for half a year of a steady scheme", () => {
  fc.assert(fc.property(
    fc.record({
      wages: fc.double({ min: 1e6, max: 1e15, noNaN: true }),
      cost: fc.double({ min: 1e-5, max: 0.2, noNaN: true }),
      fund: fc.double({ min: 0, max: 1e15, noNaN: true }),
    }),
    ({ wages, cost, fund }) => {
      const of = (months: number) => {
        const share = months / 12;
        return indicators({
          ...unknownFigures("not counted"),
          months,
          members: 1e6,
          beneficiaries: 1e4,
          firstPayments: 3e4 * share,
          wagesIdr: wages * share,
          paymentsIdr: cost * wages * share,
          monthlyBenefitsIdr: cost * wages * share,
          administrationIdr: 0.001 * wages * share,
          fundIdr: fund,
          costRates: [cost, cost, cost],
        });
      };
      const year = of(12);
      of(6).forEach(({ name, value }, i) => {
        const whole = year[i]!.value;
        if (whole === null) return assertEquals(value, null);
        assertAlmostEquals(value!, whole, Math.abs(whole) * 1e-9, name);
      });
    },
  ));
});

Deno.test("indicators() has no ratio to nothing", () => {
  const { value, whyNot } = indicatorOf({
    ...unknownFigures("not counted"),
    paymentsIdr: 5,
    contributionIncomeIdr: 0,
  }, "claim_ratio");
  assertEquals([value, whyNot], [null, "nothing was counted below the line"]);
});

Deno.test("figuresOfPeriod() takes the three dearest of the last 20 years of a source", () => {
  const years = Array.from({ length: 25 }, (_, i) => {
    const year = 2000 + i;
    const rate = year === 2001
      ? 9
      : [1.5, 1.8, 3][[2006, 2012, 2020].indexOf(year)] ?? 0.5;
    return `${year}-01,${year}-12,100,${rate},1.25`;
  });
  const experience = table(
    ["from,to,wages_idr,payments_idr,fund_idr", ...years].join("\n"),
  );
  const figures = figuresOfPeriod(experience, experience.periods.at(-1)!);
  assertEquals(figures.costRates.length, 20); // 2001, the dearest, is too long ago
  const multiple = indicatorOf(figures, "average_high_cost_multiple").value!;
  assertEquals(multiple.toFixed(3), "0.595"); // 1.25 / 2.10
  assertAlmostEquals(indicatorOf(figures, "high_cost_rate").value!, 0.03);
});

Deno.test("figuresOfPeriod() counts by months where months are counted", () => {
  const experience = table(`
from,to,member_months,months_paid,first_payments,payments_idr,wages_idr
2024-01,2024-06,6000,120,40,1200,120000
`);
  const figures = figuresOfPeriod(experience, experience.periods[0]!);
  assertAlmostEquals(indicatorOf(figures, "insured_unemployment_rate").value!, 0.02);
  assertAlmostEquals(indicatorOf(figures, "average_duration").value!, 3);
  assertAlmostEquals(indicatorOf(figures, "benefit_over_wage").value!, 0.5);
});

Deno.test("figuresOfFacts() does not choose between sources that differ", () => {
  const figures = figuresOfFacts(OPEN, "2025-01", "2025-04");
  assertEquals(figures.paymentsIdr, {
    whyNot: "payments: sources differ: 258.61 billion (BPJS-TK), 0.23 trillion (DJSN)",
  });
  assertEquals(figures.contributionIncomeIdr, 0.93e12);
});

Deno.test("figuresOfFacts() takes what has most digits, and says what is missing", () => {
  const figures = figuresOfFacts(OPEN, "2024-01", "2024-12", {
    contributionRate: 0.0046,
  });
  assertEquals(figures.paymentsIdr, 378.84e9); // not 0.38 trillion
  assertEquals(figures.members, 14_440_000);
  const wages = Number(figures.wagesIdr);
  assertEquals((wages / 1e12).toFixed(0), "648");
  const { whyNot } = indicatorOf(figures, "exhaustion_rate");
  assert(whyNot!.startsWith("exhaustions: not printed"));
  const gdp = indicatorOf(figures, "benefits_over_gdp").value!;
  assertAlmostEquals(gdp, 378.84e9 / 22138.96e12, 1e-12);
  // A half-year has two quarters; one month, or a year without its fourth, has none.
  const gdpOf = (from: string, to: string) => figuresOfFacts(OPEN, from, to).gdpIdr;
  assertEquals(gdpOf("2025-01", "2025-06"), 5665.9e12 + 5947e12);
  for (const [from, to] of [["2025-01", "2025-04"], ["2025-01", "2025-12"]] as const) {
    assert(typeof gdpOf(from, to) === "object", `${from} to ${to}`);
  }
  assertThrows(() => figuresOfFacts(OPEN, "2024", "2024-12"), RangeError, "YYYY-MM");
  const turned = () => figuresOfFacts(OPEN, "2024-12", "2024-01");
  assertThrows(turned, RangeError, "2024-12 or a later month");
  const rateOf0 = () =>
    figuresOfFacts(OPEN, "2024-01", "2024-12", { contributionRate: 0 });
  assertThrows(
    rateOf0,
    RangeError,
    "contributionRate above 0, up to 1, is wanted, got 0",
  );
});
