import { readValuation } from "@jkp/valuation/read";
import { loadPublished } from "@jkp/published/read";
import { READINGS } from "@jkp/valuation";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { computeResults } from "../results.ts";
import { levelRates } from "./level_rates.ts";
import { takeApart } from "./optimistic_column.ts";
import { optimisticColumnTables } from "./optimistic_column_tables.ts";
import { CURVES, missOf } from "./random_curves.ts";
import { claimsRatio, transitionWithClaims } from "./scenario_share.ts";
import type { Factors } from "./unemployment_factors.ts";

const PUBLISHED = await loadPublished();
const RESULTS = await computeResults(await readValuation("report_2021"));
const COLUMN = takeApart(RESULTS, PUBLISHED);

/** Minimum by the fund of 2030 alone, and suggested, of both scenarios. */
function four(factors: {
  readonly pessimistic: Factors;
  readonly optimistic: Factors;
}): number[] {
  return [factors.pessimistic, factors.optimistic]
    .flatMap(({ minimumAtEnd, suggested }) => [minimumAtEnd, suggested]);
}

function assertNear(actual: readonly number[], expected: readonly number[], by: number) {
  assertEquals(actual.length, expected.length);
  actual.forEach((value, i) => assertAlmostEquals(value, expected[i]!, by));
}

Deno.test("takeApart() divides by the claims and earnings of Tables 3.2, 3.4, 3.5 and 3.6", () => {
  assertAlmostEquals(COLUMN.claimedEarnings.pessimistic, 1.6975, 0.00005);
  assertAlmostEquals(COLUMN.claimedEarnings.optimistic, 0.4376, 0.00005);
});

Deno.test("takeApart() gives the range that printed rates need", () => {
  const ends = [COLUMN.needed.pessimistic, COLUMN.needed.optimistic]
    .flatMap(({ minimum, suggested }) => [minimum, suggested])
    .flatMap(({ low, high }) => [low, high]);
  assertNear(ends.slice(0, 4), [2.402, 2.438, 2.404, 2.433], 0.0005);
  assertNear(ends.slice(4), [0.917, 0.956, 0.908, 0.938], 0.0005);
});

Deno.test("takeApart() gives the factors that an outside computation found", () => {
  assertNear(four(COLUMN.rate), [2.03, 2.05, 0.908, 0.884], 0.005);
  assertNear(four(COLUMN.odds), [2.16, 2.18, 0.904, 0.879], 0.005);
  assertNear(four(COLUMN.nationalOdds), [2.29, 2.29, 0.890, 0.858], 0.005);
  assertNear(four(COLUMN.closest), [2.41, 2.41, 0.887, 0.854], 0.005);
  const optimistic = [COLUMN.rate, COLUMN.odds, COLUMN.nationalOdds, COLUMN.closest]
    .flatMap((each) => four(each).slice(2));
  const found = [0.908, 0.884, 0.904, 0.879, 0.890, 0.858, 0.887, 0.854];
  assertNear(optimistic, found, 0.0005);
});

Deno.test("takeApart() finds something missing of the optimistic suggested rate only", () => {
  const { pessimistic, optimistic } = COLUMN.missing;
  assert(pessimistic.suggested.low < 1 && pessimistic.suggested.high > 1);
  assertAlmostEquals(optimistic.suggested.low, 1.062, 0.0005);
  // Were the fund never overdrawn, no factor on claims would serve both rates.
  assert(optimistic.minimum.high < optimistic.suggested.low);
});

Deno.test("levelRates() gives the variant's rates that an outside computation found", () => {
  const rates = (scenario: "base" | "pessimistic" | "optimistic") =>
    (["benefit_only", "benefit_and_administrative"] as const).flatMap((basis) => {
      const { minimumAtEnd, suggested } = levelRates(COLUMN.variant[scenario], basis);
      return [100 * minimumAtEnd, 100 * suggested];
    });
  assertNear(rates("base"), [0.833, 1.042, 1.083, 1.350], 0.0005);
  assertNear(rates("optimistic"), [0.341, 0.411, 0.541, 0.656], 0.0005);
  // The outside computation has 3.408 and 3.908.
  assertNear(rates("pessimistic"), [3.408, 4.271, 3.908, 4.893], 0.001);
});

Deno.test("levelRates() leaves the fund of 2030 empty at the minimum of 2030 alone", () => {
  const { minimum, minimumAtEnd } = levelRates(
    COLUMN.variant.optimistic,
    "benefit_only",
  );
  assertAlmostEquals(100 * minimum, 0.348, 0.0005);
  assert(minimumAtEnd < minimum);
});

Deno.test("claimsRatio() is the ratio of shares in a reading, and less far from 1 in the variant", () => {
  const { closest } = RESULTS.byReading;
  assertAlmostEquals(claimsRatio(closest, "pessimistic"), 1.5, 1e-12);
  assertAlmostEquals(claimsRatio(closest, "optimistic"), 0.5, 1e-12);
  assertAlmostEquals(claimsRatio(COLUMN.variant, "pessimistic"), 1.42, 0.005);
  assertAlmostEquals(claimsRatio(COLUMN.variant, "optimistic"), 0.53, 0.005);
});

Deno.test("transitionWithClaims() is Table 4.1 in a reading, and misses it in the variant", () => {
  const costs = (valuations: typeof COLUMN.variant) =>
    (["pessimistic", "base", "optimistic"] as const).map((scenario) =>
      (transitionWithClaims(valuations, scenario).costIdr / 1e12).toFixed(1)
    );
  assertEquals(costs(RESULTS.byReading.closest), ["37.9", "13.8", "5.5"]);
  assertEquals(costs(COLUMN.variant), ["35.5", "13.9", "5.9"]);
});

Deno.test("drawCurves() draws curves that come as near as the variant", () => {
  const { misses } = COLUMN.curves;
  assertEquals(misses.length, CURVES);
  assert(misses.every(Number.isFinite));
  const { minimumAtEnd, suggested } = COLUMN.variantFactors.optimistic;
  const own = Math.max(
    missOf(minimumAtEnd, COLUMN.needed.optimistic.minimumAtEnd),
    missOf(suggested, COLUMN.needed.optimistic.suggested),
  );
  assert(own > 0 && own < 0.01);
  const asNear = misses.filter((miss) => miss <= own).length / CURVES;
  assert(asNear > 0.05 && asNear < 0.2, String(asNear));
});

Deno.test("missOf() is 0 within the interval and the fraction passed outside", () => {
  const interval = { low: 2, high: 4 };
  assertEquals([2, 3, 4].map((value) => missOf(value, interval)), [0, 0, 0]);
  assertEquals([1, 5].map((value) => missOf(value, interval)), [0.5, 0.25]);
});

Deno.test("optimisticColumnTables() is the same whatever reading is in force", () => {
  const [own, other] = (["closest", "implied_rate"] as const).map((reading) =>
    optimisticColumnTables(
      { ...RESULTS, reading, valuations: RESULTS.byReading[reading] },
      PUBLISHED,
    )
  );
  assertEquals(own, other);
});

Deno.test("no reading takes the variant", () => {
  const rates = Object.values(READINGS).map((each) => each.coveredUnemploymentRate);
  assert(!rates.includes("implied_of_scenario"));
});
