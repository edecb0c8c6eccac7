import { monthOf } from "@jkp/month";
import { loadOpenStatistics } from "@jkp/open/read";
import { schemeMoney } from "./scheme_money.ts";
import { readScheme } from "@jkp/scheme/read";
import { rulesAt } from "@jkp/scheme";
import { deriveAssumptions } from "./derive_assumptions.ts";
import { reportInputs } from "./report_assumptions.ts";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";

const OPEN = await loadOpenStatistics();
const MONEY = schemeMoney(OPEN, 2022);
const BASE = { ...await reportInputs("base"), data: MONEY };
const valued = async (name: string) =>
  deriveAssumptions(BASE, rulesAt(await readScheme(name), monthOf(2022, 1)));

Deno.test("schemeMoney() takes the last year that is not after the one given, or the first", () => {
  const provinces = (lastYear: number) => {
    const { year, perMonth, source } = schemeMoney(OPEN, lastYear).amounts[0]!;
    return [year, Math.round(perMonth), /mean of (\d+) areas/.exec(source)![1]];
  };
  assertEquals(provinces(2026), [2025, 3_315_751, "38"]);
  assertEquals(provinces(2024), [2020, 2_672_371, "34"]);
  assertEquals(provinces(2010), [2019, 2_455_662, "34"]);
});

Deno.test("schemeMoney() takes the mean of the areas in the last year", () => {
  const amounts = MONEY.amounts.map(({ name, year, perMonth }) =>
    [name, year, Math.round(perMonth)] as const
  );
  assertEquals(amounts, [
    ["provincial_minimum_wage", 2020, 2_672_371],
    ["regional_minimum_wage", 2020, 3_710_000],
    // 8 hours on each of 30 days.
    ["minimum_wage", 2020, 8_590 * 240],
  ]);
});

for (
  const name of [
    "korea",
    "malaysia",
    "options_2020_minimum_half_wage",
    "thailand",
    "viet_nam",
  ]
) {
  Deno.test(`schemeMoney() leaves no limit of ${name} unvalued`, async () => {
    const { notValued, basis } = await valued(name);
    const limits = /^(Ceiling|Floor|Lowest|Highest|Minimum|Maximum)/;
    assertEquals(notValued.filter((text) => limits.test(text)), []);
    assert(basis.some((text) => / a month in 20(19|20) \(/.test(text)));
  });
}

Deno.test("schemeMoney() puts Thailand's ceiling a little below the average wage", async () => {
  const { assumptions } = await valued("thailand");
  const { members, maleShareOfMembers: men } = BASE.experience.earnings;
  const mean = men * members.male + (1 - men) * members.female;
  assertAlmostEquals(
    assumptions.earnings.baseYear.ceilingIdrPerMonth / mean,
    15_000 / 15_199.9501,
    1e-9,
  );
});
