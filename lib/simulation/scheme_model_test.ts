import { monthOf } from "@jkp/month";
import { readScheme, rulesAt } from "@jkp/scheme";
import { simulateSchemes } from "@jkp/simulation";
import { reportAssumptions } from "@jkp/valuation";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { benefitOfMonth, schemeModel } from "./scheme_model.ts";

const MONTH = monthOf(2022, 2);
const JKP = rulesAt(await readScheme("jkp_2021"), MONTH);
const PROPOSED = rulesAt(await readScheme("proposed_2021"), MONTH);
/** Ten per cent a year, whatever the index, but nothing for `none`. */
const levelIn = (index: string, year: number) => index === "none" ? 1 : 1.1 ** year;

Deno.test("schemeModel() moves a ceiling with its index from its section's year on", () => {
  const { years } = schemeModel(PROPOSED, {}, [2019, 2022], levelIn);
  assertEquals(years.length, 4);
  assertAlmostEquals(years[0]!.ceiling, 8_939_700 / 1.1, 1);
  assertAlmostEquals(years[1]!.ceiling, 8_939_700, 1);
  assertAlmostEquals(years[3]!.ceiling, 8_939_700 * 1.21, 1);
});

Deno.test("schemeModel() leaves a ceiling without index as it is", () => {
  const { years } = schemeModel(JKP, {}, [2019, 2022], levelIn);
  assert(years.every(({ ceiling }) => ceiling === 5_000_000));
});

Deno.test("schemeModel() moves wage bands with their index", async () => {
  const japan = rulesAt(await readScheme("japan"), MONTH);
  const { years } = schemeModel(japan, {}, [2019, 2020], levelIn);
  const highest = years.map(({ ageCurves }) => ageCurves[0]!.curve.at(-1)!.constant);
  assertAlmostEquals(highest[0]!, 6_815, 1e-9);
  assertAlmostEquals(highest[1]!, 1.1 * 6_815, 1e-9);
});

Deno.test("benefitOfMonth() tapers as the rules say", () => {
  const { years } = schemeModel(JKP, {}, [2022, 2022], levelIn);
  const benefits = Array.from(
    { length: 6 },
    (_, month) => benefitOfMonth(years[0]!, 0, 4_000_000, 1_800_000, month),
  );
  const [early, late] = [0.45 * 4_000_000, 0.25 * 4_000_000];
  assertEquals(benefits, [early, early, early, late, late, late]);
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
