import { namesIn } from "@jkp/files/read";
import {
  fundTerms,
  levelRateOver,
  rollForward,
  runValuation,
  solveContributionRate,
} from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import { DataError } from "@jkp/problem";
import { randomStream } from "@jkp/numeric";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { mean, sampleCorrelation, sampleStandardDeviation } from "simple-statistics";
import type { CostPaths } from "../cost_paths.ts";
import { readRateRule } from "./read_rate_rule.ts";
import { parseRateRule } from "./rate_rule_file.ts";
import type { Estimate } from "../estimates.ts";
import { forecastYears, outlookOf } from "./forecast.ts";
import { levelRate } from "./level_rate.ts";
import type { RateRule } from "./rate_rule.ts";
import { runRateRule } from "./run_rate_rule.ts";

const RULES = await Promise.all((await namesIn("rate_rules")).map(readRateRule));
const [canada, corridor, asItIs] = await Promise.all(
  ["canada", "corridor", "as_it_is"].map(readRateRule),
) as [RateRule, RateRule, RateRule];

/** Costs by hand: a million of earnings a year unless said. */
function costsOf(
  benefits: readonly (readonly number[])[],
  changes: Partial<CostPaths> = {},
): CostPaths {
  const years = benefits[0]!.length;
  const count = benefits.length * years;
  return {
    schemeName: "by hand",
    scenarioName: "base",
    firstYear: 2026,
    years,
    paths: benefits.length,
    insurableEarningsIdr: new Float64Array(count).fill(1e6),
    benefitsIdr: Float64Array.from(benefits.flat()),
    administrationIdr: new Float64Array(count),
    investmentReturn: new Float64Array(count),
    unemploymentRate: new Float64Array(count).fill(0.05),
    openingIdr: 0,
    flows: "year_end",
    reserveMultiple: 2,
    trialContributionRate: 0.01,
    ...changes,
  };
}

/** A valuation of the base scenario. */
async function baseValuation(name: string) {
  const { valued } = runValuation(await readValuation(name));
  return valued.find(({ scenarioName }) => scenarioName.endsWith("base"))!.valuation;
}

/** The costs of the base scenario, as one path. */
async function pointCosts(name: string): Promise<CostPaths> {
  const { years, assumptions } = await baseValuation(name);
  const { openingIdr = 0, flows } = fundTerms(assumptions);
  const column = (of: (year: typeof years[number]) => number) =>
    Float64Array.from(years, of);
  return {
    schemeName: name,
    scenarioName: "base",
    firstYear: years[0]!.year,
    years: years.length,
    paths: 1,
    insurableEarningsIdr: column((year) => year.insurableEarningsIdr),
    benefitsIdr: column((year) => year.benefitsIdr),
    administrationIdr: column((year) => year.administrationIdr),
    investmentReturn: column((year) => year.investmentReturn),
    unemploymentRate: column(() => 0.05),
    openingIdr,
    flows,
    reserveMultiple: assumptions.terms.reserveMultiple,
    trialContributionRate: assumptions.trialContributionRate,
  };
}

/** Paths whose cost rate is an AR(1) around the expected one. */
function drawnCosts(expected: CostPaths, paths: number, seed = 1): CostPaths {
  const { years } = expected;
  const count = paths * years;
  const repeated = (values: Float64Array) =>
    Float64Array.from({ length: count }, (_, i) => values[i % years]!);
  const unemploymentRate = new Float64Array(count);
  const benefitsIdr = new Float64Array(count);
  for (let path = 0; path < paths; path++) {
    const stream = randomStream(seed, path);
    let departure = 0;
    for (let year = 0; year < years; year++) {
      departure = 0.6 * departure + 0.3 * stream.standardNormal();
      const at = path * years + year;
      unemploymentRate[at] = 0.05 * Math.exp(departure);
      benefitsIdr[at] = expected.benefitsIdr[year]! * Math.exp(departure);
    }
  }
  return {
    ...expected,
    paths,
    insurableEarningsIdr: repeated(expected.insurableEarningsIdr),
    administrationIdr: repeated(expected.administrationIdr),
    investmentReturn: repeated(expected.investmentReturn),
    benefitsIdr,
    unemploymentRate,
  };
}

Deno.test("runRateRule() sets Canada's first rate as levelRateOver() has it", async () => {
  const free: RateRule = { ...canada, largestChange: null };
  for (const name of ["report_2021", "jkp_2026"]) {
    const costs = await pointCosts(name);
    const { contributionRate } = runRateRule(free, costs, costs, { persistence: 0.5 });
    const { years, assumptions } = await baseValuation(name);
    const rate = levelRateOver(years, 7, fundTerms(assumptions));
    assertAlmostEquals(contributionRate[0]!, Math.max(0, rate), 1e-14);
    const noneKnown = {
      count: 0,
      fundIdr: costs.openingIdr,
      rate: 0,
      insurableEarningsIdr: [],
      benefitsIdr: [],
      expensesIdr: [],
    };
    const forecast = forecastYears(outlookOf(costs, 0.5), noneKnown, 7);
    const target = { reserveYears: 0, isNeverOverdrawn: false };
    assertAlmostEquals(
      levelRate(forecast, costs.openingIdr, costs.flows, target),
      rate, // of JKP below 0
      1e-14,
    );
  }
});

Deno.test("runRateRule() leaves rates up to a year as they are when later years change", () => {
  const expected = costsOf([Array.from({ length: 8 }, (_, i) => 9_000 + 300 * i)]);
  fc.assert(
    fc.property(
      fc.constantFrom(...RULES),
      fc.integer({ min: 0, max: 7 }),
      fc.array(fc.double({ min: 0, max: 60_000, noNaN: true }), {
        minLength: 8,
        maxLength: 8,
      }),
      fc.array(fc.double({ min: 0, max: 60_000, noNaN: true }), {
        minLength: 8,
        maxLength: 8,
      }),
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      (rule, year, path, other, times) => {
        const run = (costs: CostPaths) =>
          runRateRule(rule, costs, expected, { persistence: 0.6 }).contributionRate
            .slice(0, year + 1);
        const mixed = path.map((value, i) => i < year ? value : other[i]!);
        const before = costsOf([path]);
        const changed = (values: Float64Array, factor: number) =>
          values.map((value, i) => i < year ? value : value * factor + 1e-3);
        const after = costsOf([mixed], {
          insurableEarningsIdr: changed(before.insurableEarningsIdr, times),
          investmentReturn: changed(before.investmentReturn, times),
          unemploymentRate: changed(before.unemploymentRate, times),
        });
        assertEquals(run(after), run(before));
      },
    ),
  );
});

Deno.test("parseRateRule() names all that is wrong, and what was probably meant", () => {
  const error = assertThrows(
    () =>
      parseRateRule(
        "a.toml",
        `name = "a b"
title = "A"
kind = "level_target"
source = "me"
[parameters]
review_years = 0
rate_before = "trail"
yaers = 7
window = "rolling"
reserve_months = 24
never_overdrawn = true
[sources]
window = "me"
reserve_month = "me"
`,
      ),
    DataError,
  );
  const places = (error as DataError).problems.map(({ place }) => place);
  for (
    const place of [
      "name",
      "parameters.review_years",
      "parameters.rate_before",
      "parameters.years",
      "parameters.yaers",
      "sources.reserve_months",
      "sources.reserve_month",
      "sources.never_overdrawn",
    ]
  ) assertEquals(places.includes(place), true, place);
  for (const meant of ["trial", "years", "reserve_months"]) {
    assertEquals(error.message.includes(`did you mean ${meant}?`), true, meant);
  }
});

/** Ten years of 1 per cent of a million. */
const steady = (years = 10) => costsOf([new Array(years).fill(10_000)]);

/** Rates in per cent, and the fund, of the first path. */
function runOn(
  rule: RateRule,
  costs: CostPaths,
  expected: CostPaths = costs,
  persistence = 0.5,
) {
  const { contributionRate, fundIdr } = runRateRule(rule, costs, expected, {
    persistence,
  });
  return { ratesPct: contributionRate.map((rate) => 100 * rate), fundIdr };
}

/** The first rates of a run, to ten digits. */
const firstRates = (run: ReturnType<typeof runOn>, count: number) =>
  Array.from(run.ratesPct.slice(0, count), (rate) => Number(rate.toFixed(10)));

Deno.test("every rule of data/rate_rules has the name of its file", async () => {
  assertEquals(RULES.map(({ name }) => name), await namesIn("rate_rules"));
});

Deno.test("runRateRule() keeps the paid rate and rolls the fund as rollForward() does when there is no rule", async () => {
  const costs = await pointCosts("jkp_2026");
  const { fundIdr, ratesPct } = runOn(asItIs, costs);
  const { years, assumptions } = await baseValuation("jkp_2026");
  const fund = rollForward(years, {
    ...fundTerms(assumptions),
    contributionRate: 0.0036,
  });
  assertEquals(Array.from(fundIdr), fund.map(({ closingIdr }) => closingIdr));
  assertEquals(new Set(ratesPct), new Set([0.36]));
});

Deno.test("runRateRule() sets the report's suggested rate once when its target is", async () => {
  const costs = await pointCosts("report_2021");
  const { financing } = await baseValuation("report_2021");
  const { suggestedRate } = financing.benefit_and_administrative;
  const { ratesPct } = runOn(await readRateRule("report_level"), costs);
  for (const rate of ratesPct) assertAlmostEquals(rate, 100 * suggestedRate, 1e-12);
});

Deno.test("runRateRule() begins with the suggested rate when a rule says so", async () => {
  const costs = await pointCosts("report_2021");
  const { financing } = await baseValuation("report_2021");
  const { suggestedRate } = financing.benefit_and_administrative;
  const { ratesPct } = runOn({ ...asItIs, rateBefore: "suggested" }, costs);
  for (const rate of ratesPct) assertAlmostEquals(rate, 100 * suggestedRate, 1e-12);
});

Deno.test("runRateRule() asks for less when two months are in reserve and not two years", async () => {
  const costs = await pointCosts("report_2021");
  const [years, months] = await Promise.all(
    ["report_reviewed", "report_monthly_reserve"].map(async (name) =>
      runOn(await readRateRule(name), costs).ratesPct[0]!
    ),
  );
  assertEquals([years!.toFixed(2), months!.toFixed(2)], ["1.35", "1.11"]);
});

Deno.test("levelRate() is what solveContributionRate() finds when no year may be overdrawn", () => {
  const figure = fc.double({ min: 1, max: 1e5, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(figure, figure, fc.double({ min: -0.1, max: 0.2, noNaN: true })),
        {
          minLength: 1,
          maxLength: 10,
        },
      ),
      figure,
      fc.constantFrom("year_end", "mid_year", "year_start"),
      fc.double({ min: 0, max: 3, noNaN: true }),
      (rows, openingIdr, flows, reserveYears) => {
        const years = rows.map(([earnings, benefits, investmentReturn], i) => ({
          year: 2026 + i,
          insurableEarningsIdr: 1e6 + earnings,
          benefitsIdr: benefits,
          administrationIdr: 0,
          investmentReturn,
        })) as unknown as Parameters<typeof solveContributionRate>[0];
        const terms = {
          expenseBasis: "benefit_and_administrative",
          flows,
          openingIdr,
        } as const;
        const column = (of: (year: typeof years[number]) => number) =>
          Array.from(years, of);
        const rate = levelRate(
          {
            insurableEarningsIdr: column((year) => year.insurableEarningsIdr),
            expensesIdr: column((year) => year.benefitsIdr),
            benefitsIdr: column((year) => year.benefitsIdr),
            investmentReturn: column((year) => year.investmentReturn),
          },
          openingIdr,
          flows,
          { reserveYears, isNeverOverdrawn: true },
        );
        const { root } = solveContributionRate(years, reserveYears, terms);
        assertAlmostEquals(Math.max(0, rate), root, 1e-9);
      },
    ),
    { numRuns: 60 },
  );
});

Deno.test("runRateRule() forecasts a departure that dies away by the persistence", () => {
  const free = { ...canada, largestChange: null };
  const costs = costsOf([[20_000, ...new Array(9).fill(10_000)]]);
  // 10 000 short after a year of 20 000; then 15 000, 12 500, 11 250, ... are forecast.
  assertEquals(firstRates(runOn(free, costs, steady(), 0.5), 2), [
    1,
    Number((100 * (10_000 + 70_000 + 10_000 * (1 - 0.5 ** 7)) / 7e6).toFixed(10)),
  ]);
  const over = 100 * (10_000 + 70_000) / 7e6; // over at once
  assertEquals(
    firstRates(runOn(free, costs, steady(), 0), 2)[1],
    Number(over.toFixed(10)),
  );
});

Deno.test("runRateRule() moves the rate by no more than 0.12 a year when Canada sets it", () => {
  const costs = costsOf([[20_000, 20_000, ...new Array(8).fill(10_000)]]);
  assertEquals(firstRates(runOn(canada, costs, steady()), 3), [1, 1.12, 1.24]);
  const rich = costsOf([new Array(10).fill(10_000)], { openingIdr: 1e6 });
  assertEquals(firstRates(runOn(canada, rich), 1), [0]); // in the first year down at will
  const poor = costsOf([new Array(10).fill(30_000)]);
  assertEquals(firstRates(runOn(canada, poor), 2), [1.12, 1.24]);
});

Deno.test("runRateRule() goes half of the way back when the reserve is outside the corridor", () => {
  // Back in five years to 12 months: 1 + 0.2, then 1 + 0.18; half of the way from 1, 1.1.
  assertEquals(firstRates(runOn(corridor, steady()), 2), [1.1, 1.14]);
  const inside = costsOf([new Array(10).fill(10_000)], { openingIdr: 20_000 });
  assertEquals(firstRates(runOn(corridor, inside), 10), new Array(10).fill(1));
});

Deno.test("runRateRule() adds a fifth of what the reserve lacks when it adjusts by itself", async () => {
  const rule = await readRateRule("reserve_ratio");
  assertEquals(firstRates(runOn(rule, steady()), 2), [1.4, 1.32]);
  const costs = costsOf([[10_000, 16_000, ...new Array(8).fill(10_000)]]);
  // (1 + 1.6) / 2 + (32 000 − 1 200) / 5 million
  assertEquals(firstRates(runOn(rule, costs, steady()), 3)[2], 1.3 + 0.616);
});

Deno.test("runRateRule() takes a step by months of claims", async () => {
  const rule = await readRateRule("months_of_claims");
  assertEquals(firstRates(runOn(rule, steady()), 2), [1.05, 1.1]);
  const rich = costsOf([new Array(10).fill(10_000)], { openingIdr: 50_000 });
  assertEquals(firstRates(runOn(rule, rich), 2), [0.95, 0.9]);
  const without = costsOf([new Array(10).fill(0)]); // no claims, no fund: nothing to cover
  assertEquals(firstRates(runOn(rule, without), 1), [1]);
});

Deno.test("runRateRule() is at an end of Japan's band when the trigger is passed", async () => {
  const rule = await readRateRule("japan");
  const at = (openingIdr: number) =>
    firstRates(runOn(rule, costsOf([new Array(10).fill(10_000)], { openingIdr })), 2);
  assertEquals(at(15_000), [1, 1]);
  assertEquals(at(30_000), [0.71429, 0.71429]);
  assertEquals(at(9_999), [1.28571, 1]);
});

Deno.test("runRateRule() keeps the rate between reviews", async () => {
  const rule = await readRateRule("report_reviewed");
  const { ratesPct } = runOn(
    rule,
    costsOf([[30_000, ...new Array(9).fill(10_000)]]),
    steady(),
  );
  for (let year = 0; year < 10; year += 2) {
    assertEquals(ratesPct[year + 1], ratesPct[year]);
  }
  assertEquals(ratesPct[2]! > ratesPct[1]!, true);
});

Deno.test("runRateRule() measures what can be counted by hand", () => {
  const costs = costsOf([[10_000, 10_000, 10_000], [30_000, 5_000, 10_000]], {
    unemploymentRate: Float64Array.of(0.05, 0.05, 0.05, 0.08, 0.05, 0.04),
    openingIdr: 5_000,
  });
  const { measures } = runRateRule(
    asItIs,
    costs,
    costsOf([[10_000, 10_000, 10_000]], {
      openingIdr: 5_000,
    }),
    { persistence: 0.5 },
  );
  assertEquals(measures.meanRate, { value: 0.01, standardError: 0 });
  assertEquals(measures.largestChange, { value: 0, standardError: 0 });
  assertEquals(measures.withUnemployment, null); // the rate never moves
  // The second path ends at −15 000, −10 000 and −10 000.
  assertEquals(measures.outsideProbability, {
    value: 0.5,
    standardError: Math.sqrt(0.125),
  });
  assertEquals(measures.outsideIdr.mean, { value: 7_500, standardError: 7_500 });
  assertEquals(measures.outsideOfEarnings.mean.value, 0.0075);
  assertEquals(measures.outsideIdr.quantile99.value, 0.99 * 15_000); // between 0 and it
  // −10 000 over 5 000, and 5 000 over 10 000.
  assertAlmostEquals(measures.leastReserveRatio![0.5].value, (-2 + 0.5) / 2);
});

Deno.test("runRateRule() finds a rule counter-cyclical when the rate falls as unemployment rises", () => {
  const u = [0.05, 0.06, 0.05, 0.07];
  const costs = costsOf([new Array(4).fill(10_000)], {
    unemploymentRate: Float64Array.from(u),
  });
  const expected = costsOf([new Array(4).fill(10_000)]);
  // A fund that costs nothing more or less: the corridor's rate departs from nothing.
  const { measures } = runRateRule(corridor, costs, expected, { persistence: 0.5 });
  assertEquals(measures.withUnemployment, null);
  const dear = costsOf([[10_000, 20_000, 10_000, 20_000]], {
    unemploymentRate: Float64Array.from(u),
  });
  const moved = runRateRule(canada, dear, expected, { persistence: 0.5 });
  const changes = (values: ArrayLike<number>) =>
    [1, 2, 3].map((i) => values[i]! - values[i - 1]!);
  const correlation = sampleCorrelation(changes(moved.contributionRate), changes(u));
  assertAlmostEquals(moved.measures.withUnemployment!.value, correlation, 1e-12);
  assertEquals(moved.measures.withUnemployment!.standardError, null);
});

Deno.test("runRateRule() reports standard errors that 200 seeds bear out", () => {
  const expected = costsOf([new Array(10).fill(10_000)], { openingIdr: 10_000 });
  const runs = Array.from(
    { length: 200 },
    (_, seed) =>
      runRateRule(corridor, drawnCosts(expected, 600, seed), expected, {
        persistence: 0.6,
      }).measures,
  );
  const figures: Record<string, (measures: typeof runs[number]) => Estimate> = {
    meanRate: (each) => each.meanRate,
    changeDeviation: (each) => each.changeDeviation!,
    largestChange: (each) => each.largestChange!,
    leastReserve5: (each) => each.leastReserveRatio![0.05],
    leastReserve50: (each) => each.leastReserveRatio![0.5],
    withUnemployment: (each) => each.withUnemployment!,
    withUnemploymentBefore: (each) => each.withUnemploymentBefore!,
    outsideProbability: (each) => each.outsideProbability,
    outsideIdr: (each) => each.outsideIdr.mean,
    outside99: (each) => each.outsideIdr.quantile99,
    leastReserve1: (each) => each.leastReserveRatio![0.01],
  };
  for (const [name, of] of Object.entries(figures)) {
    const seen = sampleStandardDeviation(runs.map((each) => of(each).value));
    const said = mean(runs.map((each) => of(each).standardError!));
    const ratio = seen / said;
    assertEquals(ratio > 0.8 && ratio < 1.2, true, `${name}: ${seen} seen, ${said} said`);
  }
});

Deno.test("runRateRule() gives a path the same rates whatever other paths there are", () => {
  const expected = costsOf([new Array(10).fill(10_000)]);
  const [few, many] = [3, 20].map((paths) =>
    runRateRule(canada, drawnCosts(expected, paths), expected, { persistence: 0.6 })
  );
  assertEquals(many!.contributionRate.slice(0, 30), few!.contributionRate);
});

Deno.test("runRateRule() refuses costs that do not go together, and says which", () => {
  const costs = steady();
  const refused = (changes: Partial<CostPaths>, words: string, of = costs) =>
    assertThrows(
      () => runRateRule(canada, { ...costs, ...changes }, of, { persistence: 0.5 }),
      RangeError,
      words,
    );
  refused(
    { benefitsIdr: new Float64Array(9) },
    "a Float64Array of 10 values is wanted as benefitsIdr of costs, got a list of 9",
  );
  refused(
    {
      insurableEarningsIdr: new Float64Array(10),
    },
    "an amount above 0 is wanted as insurableEarningsIdr of costs on path 0 in 2026, got 0",
  );
  refused({ openingIdr: 1 }, "the costs' own openingIdr, 1, are wanted, got 0");
  refused(
    {},
    "one path of expected costs is wanted, got 2",
    costsOf([
      new Array(10).fill(1),
      new Array(10).fill(1),
    ]),
  );
  refused({ flows: "monthly" as CostPaths["flows"] }, "as flows of costs is wanted");
  assertThrows(
    () => runRateRule(canada, costs, costs, { persistence: 1 }),
    RangeError,
    "a persistence from 0 to below 1 is wanted, got 1",
  );
});

Deno.test("runRateRule() refuses a rule that was changed into none, with all that is wrong", () => {
  const wrong = {
    ...corridor,
    largestChange: 0.12, // per cent in place of a fraction
    lowestMonths: 40,
    smoothng: 0.5,
  } as unknown as RateRule;
  const error = assertThrows(
    () => runRateRule(wrong, steady(), steady(), { persistence: 0.5 }),
    DataError,
  ) as DataError;
  assertEquals(error.problems.map(({ place }) => place), [
    "largestChange",
    "smoothng",
    "lowestMonths",
  ]);
  for (const rule of RULES) runOn(rule, steady());
});

Deno.test("forecastYears() lets a departure die away, and goes on after the last year", () => {
  const expected = costsOf([[10_000, 20_000, 30_000]], {
    insurableEarningsIdr: Float64Array.of(1e6, 2e6, 3e6),
    investmentReturn: Float64Array.of(0.01, 0.02, 0.03),
  });
  const known = {
    count: 2,
    fundIdr: 0,
    rate: 0,
    insurableEarningsIdr: [1e6, 4e6],
    benefitsIdr: [10_000, 60_000],
    expensesIdr: [10_000, 60_000],
  };
  const { insurableEarningsIdr, expensesIdr, benefitsIdr, investmentReturn } =
    forecastYears(outlookOf(expected, 0.5), known, 3);
  // 1.5 per cent in place of 1: half as much again, of which 1/2, 1/4 and 1/8 are left.
  assertEquals(insurableEarningsIdr, [6e6, 9e6, 13.5e6]);
  expensesIdr.forEach((expenses, i) => {
    const costRate = 0.01 * (1 + 0.5 * 0.5 ** (i + 1));
    assertAlmostEquals(expenses, insurableEarningsIdr[i]! * costRate, 1e-6);
  });
  assertEquals(benefitsIdr, expensesIdr);
  assertEquals(investmentReturn, [0.03, 0.03, 0.03]);
});
