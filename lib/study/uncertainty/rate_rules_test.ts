import { namesIn } from "@jkp/files/read";
import { monthOf } from "@jkp/month";
import { randomStream } from "@jkp/numeric";
import { rulesAt } from "@jkp/scheme";
import { readScheme } from "@jkp/scheme/read";
import type { CostPaths } from "@jkp/uncertainty";
import { readRateRule } from "@jkp/uncertainty/read";
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { rateRuleExhibits } from "./rate_rule_exhibits.ts";
import { recessionPath } from "./rate_rules_figures.ts";

const RULES = await Promise.all((await namesIn("rate_rules")).map(readRateRule));
const JKP = rulesAt(await readScheme("jkp_2025"), monthOf(2026, 1));
const YEARS = 6;

/** A scheme that costs 0.3 per cent times what unemployment is of 5 per cent. */
function costsOf(factors: readonly (readonly number[])[]): CostPaths {
  const all = factors.flat();
  return {
    schemeName: "by hand",
    scenarioName: "base",
    firstYear: 2026,
    years: YEARS,
    paths: factors.length,
    insurableEarningsIdr: new Float64Array(all.length).fill(1e15),
    benefitsIdr: Float64Array.from(all, (factor) => 27e11 * factor),
    administrationIdr: new Float64Array(all.length).fill(3e11),
    investmentReturn: new Float64Array(all.length).fill(0.05),
    unemploymentRate: Float64Array.from(all, (factor) => 0.05 * factor),
    openingIdr: 3e12,
    flows: "mid_year",
    reserveMultiple: 1,
    trialContributionRate: 0.0036,
  };
}

const PATHS = Array.from({ length: 60 }, (_, path) => {
  const stream = randomStream(3, path);
  return Array.from({ length: YEARS }, () => Math.exp(0.3 * stream.standardNormal()));
});
const COMPARISON = {
  rules: RULES,
  costs: costsOf(PATHS),
  expected: costsOf([new Array(YEARS).fill(1)]),
  persistence: 0.5,
  exceedanceProbability: 0.05,
  paidBy: JKP,
  drawn: "60 paths, seed 3",
  source: "own calculations",
};

Deno.test("rateRuleExhibits() has a row a rule, a figure with an error, and parts that add up", () => {
  const { tables, outcomes } = rateRuleExhibits(COMPARISON);
  const [rates, reserve, split, state] = tables;
  for (const table of [rates!, reserve!, split!]) {
    assertEquals(table.rows.map(({ rule }) => rule), RULES.map(({ title }) => title));
  }
  assertEquals(state!.rows.length, RULES.length * YEARS);
  for (const row of split!.rows) {
    const [government, employer, employee] = ["government", "employer", "employee"].map((
      key,
    ) => row[key] as number);
    assertAlmostEquals(government! + employer! + employee!, row.mean as number, 1e-12);
    assertAlmostEquals(employer! / government!, 14 / 22, 1e-12);
  }
  for (const row of state!.rows) {
    const both = (row.contributions as number) + (row.advances as number);
    assertAlmostEquals(both, row.total as number, 1e-9);
    assertEquals((row.maximum as number) >= (row.median as number), true);
  }
  // Figures without an error beside them: what never departs, and what is moved by law.
  const [fixed] = rates!.rows;
  assertAlmostEquals(fixed!.mean as number, 0.36, 1e-12);
  assertAlmostEquals(fixed!.meanError as number, 0, 1e-12);
  assertEquals(fixed!.cycle, null);
  assertEquals(
    outcomes.every(({ measures }) => measures.meanRate.standardError !== null),
    true,
  );
  assertEquals(rates!.notes.at(-1)!.startsWith("60 paths, seed 3."), true);
});

Deno.test("rateRuleExhibits() leaves out who pays when the law has no rate", async () => {
  const paidBy = rulesAt(await readScheme("proposed_2021"), monthOf(2022, 1));
  const { tables } = rateRuleExhibits({ ...COMPARISON, paidBy });
  assertEquals(tables.map(({ id }) => id), ["rate_rules", "rate_rules_reserve"]);
});

Deno.test("rateRuleExhibits() draws each rule once in a recession, and its reserve as a fan", () => {
  const { figures: [ahead, reserve, ...fans] } = rateRuleExhibits(COMPARISON);
  const shown = [...ahead!.series, ...reserve!.series].filter(({ isOnRight }) =>
    !isOnRight
  );
  assertEquals(
    new Set(shown.map(({ name }) => name)),
    new Set(RULES.map(({ title }) => title)),
  );
  assertEquals(fans.map(({ id }) => id), RULES.map(({ name }) => `reserve_${name}`));
});

Deno.test("recessionPath() takes the path that one in twenty passes, by its first two thirds", () => {
  const factors = Array.from({ length: 21 }, (_, path) => [
    1,
    1,
    1 + path / 100,
    1,
    1,
    path === 0 ? 9 : 1, // too late
  ]);
  const expected = costsOf([new Array(YEARS).fill(1)]);
  assertEquals(recessionPath(costsOf(factors), expected), 19);
});
