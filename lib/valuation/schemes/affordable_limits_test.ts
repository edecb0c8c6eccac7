import { readScenario } from "@jkp/economy";
import { studyExperience } from "@jkp/experience";
import { readShippedExtract } from "@jkp/extract";
import { monthOf } from "@jkp/month";
import { readScheme, type Rules, rulesAt } from "@jkp/scheme";
import { affordableCeiling, affordableMaximumBenefit } from "./affordable_limits.ts";
import { reportAssumptions } from "../report_assumptions.ts";
import { type SchemeScenario, valueSchemes } from "./value_schemes.ts";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";

const { earnings, leaverAges } = studyExperience(await readShippedExtract());
const scenarioOf = async (name: string): Promise<SchemeScenario> => ({
  assumptions: await reportAssumptions(name),
  data: { scenario: await readScenario(name), earnings, leaverAges, serviceShares: [] },
});
const BASE = await scenarioOf("base");
const rulesOf = async (name: string) => rulesAt(await readScheme(name), monthOf(2022, 1));
const PROPOSED = await rulesOf("proposed_2021");

function costOf(rules: Rules): number {
  return valueSchemes([rules], [BASE]).valued[0]!.suggestedRate;
}

Deno.test("affordableMaximumBenefit() grows with the rate, and has none above the cost", () => {
  const [little, more] = [0.006, 0.01].map((rate) =>
    affordableMaximumBenefit(PROPOSED, BASE, rate)!
  );
  assert(little!.value < more!.value);
  for (const [affordable, rate] of [[little!, 0.006], [more!, 0.01]] as const) {
    assertAlmostEquals(affordable.suggestedRate, rate, 1e-9);
  }
  assertEquals(affordableMaximumBenefit(PROPOSED, BASE, 0.02)!.isLimit, true);
});

Deno.test("affordableMaximumBenefit() affords nothing when administration costs more", () => {
  assertEquals(affordableMaximumBenefit(PROPOSED, BASE, 0.002), null);
});

Deno.test("affordableCeiling() gives back the ceiling that a scheme has at its cost", () => {
  const { value, isLimit } = affordableCeiling(PROPOSED, BASE, costOf(PROPOSED))!;
  assertAlmostEquals(value / 8_939_700, 1, 1e-6);
  assertEquals(isLimit, false);
});

Deno.test("affordableCeiling() leaves initial capital out", async () => {
  const jkp = await rulesOf("jkp_2021");
  const financing = { ...jkp.financing, initialCapital: null };
  const cost = costOf({ ...jkp, financing });
  assert(costOf(jkp) < cost);
  assertAlmostEquals(affordableCeiling(jkp, BASE, cost)!.value / 5_000_000, 1, 1e-6);
});

Deno.test("affordableCeiling() finds none when earnings without a ceiling cost more", async () => {
  const pessimistic = await scenarioOf("pessimistic");
  assertEquals(affordableCeiling(PROPOSED, pessimistic, 0.0135), null);
});
