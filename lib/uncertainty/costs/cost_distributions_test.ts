import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import {
  breakEvenRate,
  costKernel,
  fundTerms,
  mainInputs,
  rollForward,
  runValuation,
  solveContributionRate,
} from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import { mean, sampleStandardDeviation } from "simple-statistics";
import { pathDrawer } from "../economy/draw_path.ts";
import { readProcess } from "../read_process.ts";
import {
  fundFan,
  paygFan,
  rateDistributions,
  rateForRuin,
  valueAtRisk,
} from "./cost_distributions.ts";
import type { Estimate } from "../estimates.ts";
import { distributionOf, meanBeyond, quantileOf } from "./distribution.ts";
import { exhaustionByYear, fundPaths, pathRates } from "./path_rates.ts";
import { costsAsAssumed, joinCosts, simulateCosts } from "./simulate_costs.ts";
import { withoutChance } from "../economy/without_chance_for_test.ts";

async function prepared(name: string) {
  const run = runValuation(await readValuation(name));
  const kernel = costKernel(run.rulesInTime[0]!, mainInputs(run));
  return { kernel, process: await readProcess(name), run };
}
const BOTH = await Promise.all(["report_2021", "jkp_2026"].map(prepared));
const [REPORT] = BOTH as [typeof BOTH[number], typeof BOTH[number]];

Deno.test("simulateCosts() gives the valuation's rates where nothing is left to chance", () => {
  for (const { kernel, process, run } of BOTH) {
    const pathOf = pathDrawer(withoutChance(process), kernel.asAssumed, 1);
    const costs = simulateCosts(kernel, pathOf, { from: 0, to: 2 });
    const { suggested, minimum } = pathRates(costs);
    const { valuation: { financing: { benefit_and_administrative: rates } } } = run.valued
      .find(({ scenarioName }) => scenarioName === "base")!;
    for (const path of [0, 1]) {
      assertAlmostEquals(suggested[path]!, rates.suggestedRate, 1e-12);
      assertAlmostEquals(minimum[path]!, rates.minimumRate, 1e-12);
    }
  }
});

Deno.test("pathRates() and fundPaths() are the valuation's fund on every path", () => {
  for (const { kernel, process } of BOTH) {
    const pathOf = pathDrawer(process, kernel.asAssumed, 5);
    const costs = simulateCosts(kernel, pathOf, { from: 0, to: 20 });
    const { suggested, minimum, breakEven } = pathRates(costs);
    const fund = fundPaths(costs, 0.01);
    const terms = fundTerms(kernel.assumptions);
    const { reserveMultiple } = costs;
    for (let path = 0; path < 20; path++) {
      const years = kernel.costsOn(pathOf(path));
      const near = (actual: number, expected: number) =>
        assertAlmostEquals(actual, expected, 1e-11);
      near(suggested[path]!, solveContributionRate(years, reserveMultiple, terms).root);
      near(minimum[path]!, solveContributionRate(years, 0, terms).root);
      near(breakEven[path]!, breakEvenRate(years, terms));
      rollForward(years, { ...terms, contributionRate: 0.01 }).forEach((year, i) =>
        near(fund[path * costs.years + i]! / year.closingIdr, 1)
      );
    }
  }
});

Deno.test("simulateCosts() gives the same paths in one range as in several", () => {
  const { kernel, process } = REPORT;
  const pathOf = pathDrawer(process, kernel.asAssumed, 11);
  const whole = simulateCosts(kernel, pathOf, { from: 0, to: 9 });
  const parts = [[0, 2], [2, 3], [3, 9]].map(([from, to]) =>
    simulateCosts(kernel, pathDrawer(process, kernel.asAssumed, 11), {
      from: from!,
      to: to!,
    })
  );
  assertEquals(joinCosts(parts), whole);
});

Deno.test("rateForRuin() is the rate at which so many paths are overdrawn", () => {
  const { kernel, process } = REPORT;
  const pathOf = pathDrawer(process, kernel.asAssumed, 2);
  const costs = simulateCosts(kernel, pathOf, { from: 0, to: 400 });
  const { value } = rateForRuin(rateDistributions(costs).minimum, 0.1);
  const { probability } = exhaustionByYear(costs, value).at(-1)!;
  assertAlmostEquals(probability.value, 0.1, 1 / 400);
  const years = exhaustionByYear(costs, value).map(({ probability }) =>
    probability.value
  );
  assertEquals(years, years.toSorted((a, b) => a - b));
});

Deno.test("paygFan() and fundFan() have the costs as assumed as their only path's quantiles", () => {
  const { kernel } = REPORT;
  const one = costsAsAssumed(kernel);
  const twice = joinCosts([one, one]);
  const { quantiles, years } = paygFan(twice);
  const expected = kernel.costsOn(kernel.asAssumed);
  assertEquals(years, expected.map(({ year }) => year));
  assertEquals(quantiles[0.05], quantiles[0.95]);
  expected.forEach(({ paygCostRate }, i) =>
    assertAlmostEquals(quantiles[0.5]![i]!, paygCostRate, 1e-15)
  );
  const fund = rollForward(expected, {
    ...fundTerms(kernel.assumptions),
    contributionRate: 0.0135,
  });
  assertAlmostEquals(
    fundFan(twice, 0.0135).quantiles[0.5]!.at(-1)! / fund.at(-1)!.closingIdr,
    1,
    1e-12,
  );
});

Deno.test("quantileOf() and meanBeyond() know an exponential distribution", () => {
  // −ln(1 − p), and a mean of 1 beyond any value.
  const values = Float64Array.from(
    { length: 20_000 },
    (_, i) => -Math.log(1 - (i + 0.5) / 20_000),
  );
  const distribution = distributionOf(values);
  assertAlmostEquals(quantileOf(distribution, 0.95).value, Math.log(20), 0.002);
  assertAlmostEquals(meanBeyond(distribution, 0.95).value, Math.log(20) + 1, 0.01);
  // √(p / (n (1 − p))) for the quantile; √((1 + p) / (n (1 − p))) for the mean beyond it.
  const [n, p] = [20_000, 0.95];
  const exact = {
    quantile: Math.sqrt(p / (n * (1 - p))),
    beyond: Math.sqrt((1 + p) / (n * (1 - p))),
  };
  assertAlmostEquals(
    quantileOf(distribution, p).standardError! / exact.quantile,
    1,
    0.02,
  );
  assertAlmostEquals(meanBeyond(distribution, p).standardError! / exact.beyond, 1, 0.05);
  // Of 16 paths the largest tells nothing of what lies beyond it, nor the least below it.
  const few = distributionOf(values.subarray(0, 16));
  for (const at of [0.01, 0.05, 0.95, 0.99]) {
    assertEquals(quantileOf(few, at).standardError, null);
  }
  assert(quantileOf(few, 0.5).standardError! > 0);
});

/**
 * Seeds of the runs whose figures are compared with their standard errors: with 50 the
 * standard deviation over seeds would itself be known to a tenth only.
 */
const SEEDS = Array.from({ length: 120 }, (_, i) => 101 + i);

Deno.test("figures vary over 120 seeds as their standard errors say, within a fifth", () => {
  for (const { kernel, process } of BOTH) {
    const runs = SEEDS.map((seed) => {
      const pathOf = pathDrawer(process, kernel.asAssumed, seed);
      const costs = simulateCosts(kernel, pathOf, { from: 0, to: 250 });
      const { suggested, breakEven } = rateDistributions(costs);
      const { mean: next, levels: [atRisk] } = valueAtRisk(costs, [0.75]);
      return {
        suggested: suggested.mean,
        breakEven: breakEven.mean,
        median: quantileOf(breakEven, 0.5),
        high: quantileOf(breakEven, 0.75),
        next,
        valueAtRisk: atRisk!.valueAtRiskIdr,
        tail: atRisk!.tailValueAtRiskIdr,
      };
    });
    for (const name of Object.keys(runs[0]!) as (keyof typeof runs[number])[]) {
      const found = runs.map((run): Estimate => run[name]);
      const varies = sampleStandardDeviation(found.map(({ value }) => value));
      const said = mean(found.map(({ standardError }) => standardError!));
      const ratio = varies / said;
      assert(
        ratio > 0.8 && ratio < 1.2,
        `${kernel.assumptions.schemeName} ${name}: ${ratio.toFixed(2)}`,
      );
    }
  }
});
