import { fundTerms, levelRateOver, runValuation } from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import { DataError } from "@jkp/problem";
import { randomStream } from "@jkp/numeric";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import type { CostPaths } from "../cost_paths.ts";
import { readRateRule } from "./read_rate_rule.ts";
import { parseRateRule } from "./rate_rule_file.ts";
import { runRateRule } from "./run_rate_rule.ts";

const RULES = await Promise.all(["canada"].map(readRateRule));
const canada = RULES[0]!;

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

/** The costs of a valuation's first scenario, as one path. */
async function pointCosts(name: string): Promise<CostPaths> {
  const { valued: [first] } = runValuation(await readValuation(name));
  const { years, assumptions } = first!.valuation;
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
  const free = { ...canada, largestChange: null, lowest: -1 };
  for (const name of ["report_2021", "jkp_2026"]) {
    const costs = await pointCosts(name);
    const { contributionRate } = runRateRule(free, costs, costs, { persistence: 0.5 });
    const { valued: [first] } = runValuation(await readValuation(name));
    const { years, assumptions } = first!.valuation;
    assertAlmostEquals(
      contributionRate[0]!,
      levelRateOver(years, 7, fundTerms(assumptions)),
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
rate_before = "owm"
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
  for (const meant of ["own", "years", "reserve_months"]) {
    assertEquals(error.message.includes(`did you mean ${meant}?`), true, meant);
  }
});
