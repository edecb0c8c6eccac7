import { monthOf } from "@jkp/month";
import { readScheme } from "@jkp/scheme/read";
import { rulesAt } from "@jkp/scheme";
import { simulateSchemes } from "./simulate_schemes.ts";
import { reportAssumptions } from "@jkp/valuation/read";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { type SchemeModel, schemeModel } from "./scheme_model.ts";

const MONTH = monthOf(2022, 2);
const JKP = rulesAt(await readScheme("jkp_2021"), MONTH);
const PROPOSED_SCHEME = await readScheme("proposed_2023");
const PROPOSED = rulesAt(PROPOSED_SCHEME, MONTH);
/** Ten per cent a year, whatever the index, but nothing for `none`. */
const levelIn = (index: string, year: number) => index === "none" ? 1 : 1.1 ** year;

function ceilingIn({ byMonth, firstMonth }: SchemeModel, year: number, month: number) {
  return byMonth[monthOf(year, month) - firstMonth]!.prepared.ceiling;
}

Deno.test("schemeModel() moves a ceiling with its index from its section's year on", () => {
  const model = schemeModel(PROPOSED, {}, [2019, 2022], levelIn);
  assertEquals(model.byMonth.length, 48);
  assertAlmostEquals(ceilingIn(model, 2019, 12), 8_939_700 / 1.1, 1);
  assertAlmostEquals(ceilingIn(model, 2020, 1), 8_939_700, 1);
  assertAlmostEquals(ceilingIn(model, 2022, 12), 8_939_700 * 1.21, 1);
});

Deno.test("schemeModel() leaves a ceiling without index as it is", () => {
  const { byMonth } = schemeModel(JKP, {}, [2019, 2022], levelIn);
  assert(byMonth.every(({ prepared }) => prepared.ceiling === 5_000_000));
});

Deno.test("schemeModel() has each version of a scheme in force from its month on", () => {
  const model = schemeModel(PROPOSED_SCHEME, {}, [2019, 2024], levelIn);
  // Before the scheme's start its first version, moved with the index.
  assertAlmostEquals(ceilingIn(model, 2019, 6), 8_939_700 / 1.1, 1);
  assertAlmostEquals(ceilingIn(model, 2023, 2), 8_939_700 * 1.1 ** 3, 1);
  assertAlmostEquals(ceilingIn(model, 2023, 3), 9_559_600, 1);
  assertAlmostEquals(ceilingIn(model, 2024, 1), 9_559_600 * 1.1, 1);
});

Deno.test("schemeModel() moves wage bands with their index", async () => {
  const japan = rulesAt(await readScheme("japan"), MONTH);
  const { byMonth } = schemeModel(japan, {}, [2019, 2020], levelIn);
  const highest = [byMonth.at(0)!, byMonth.at(-1)!].map(({ prepared }) =>
    prepared.ageCurves[0]!.curve.at(-1)!.constant
  );
  assertAlmostEquals(highest[0]!, 6_815, 1e-9);
  assertAlmostEquals(highest[1]!, 1.1 * 6_815, 1e-9);
});

Deno.test("simulateSchemes() pays more when the minimum benefit grows", async () => {
  const rules = rulesAt(await readScheme("options_2020_minimum_prices"), MONTH);
  const assumptions = await reportAssumptions("base");
  const [still, growing] = [0, 0.2].map((prices) =>
    simulateSchemes(assumptions, [rules], {
      careers: 3000,
      years: 10,
      seed: 1,
      limitGrowthPerYear: { prices },
    }).outcomes[0]!.benefitsIdr.value
  );
  assert(growing! > still!);
});
