import { monthOf } from "@jkp/month";
import { readScheme } from "@jkp/scheme/read";
import { rulesAt } from "@jkp/scheme";
import { ruleEffects, SWITCHABLE_RULES, withoutRule } from "./rule_effects.ts";
import { simulateSchemes } from "./simulate_schemes.ts";
import { reportAssumptions } from "@jkp/valuation/read";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";

const BASE = await reportAssumptions("base");
const JKP = rulesAt(await readScheme("jkp_2021"), monthOf(2022, 2));
const OPTIONS = { careers: 20_000, years: 10, seed: 4 };

Deno.test("ruleEffects() gives the differences of schemes run apart", () => {
  const { scheme, effects } = ruleEffects(BASE, JKP, SWITCHABLE_RULES, OPTIONS);
  for (const { rule, costRate, without } of effects) {
    const [apart] = simulateSchemes(BASE, [withoutRule(JKP, rule)], OPTIONS).outcomes;
    assertEquals(without, apart);
    assertAlmostEquals(
      costRate.value,
      apart!.costRate.value - scheme.costRate.value,
      1e-12,
    );
  }
});

Deno.test("withoutRule() leaves no claim that the rule decides", () => {
  for (const rule of SWITCHABLE_RULES) {
    const [outcome] = simulateSchemes(BASE, [withoutRule(JKP, rule)], OPTIONS).outcomes;
    assertEquals(outcome!.decidedBy[rule].value, 0);
  }
});

Deno.test("ruleEffects() finds that the months between claims hold more than their number", () => {
  const { effects } = ruleEffects(
    BASE,
    JKP,
    ["time_between_claims", "number_of_claims"],
    OPTIONS,
  );
  const [between, number] = effects;
  assert(between!.costRate.value > 3 * between!.costRate.standardError);
  // Five years apart, a fourth claim takes twenty years.
  assertEquals(number!.costRate.value, 0);
});
