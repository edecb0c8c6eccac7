import { readScenario } from "@jkp/economy";
import { studyExperience } from "@jkp/experience";
import { readShippedExtract } from "@jkp/extract";
import { monthOf } from "@jkp/month";
import { entitlement } from "@jkp/entitlement";
import { readScheme, rulesAt } from "@jkp/scheme";
import { rulesInRupiah } from "./rules_in_rupiah.ts";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { meanWageIn, wageYears } from "./wage_years.ts";

const { earnings } = studyExperience(await readShippedExtract());
const average = (perMonth: number) => ({ perMonth, year: 2019, source: "a test" });
const DATA: Parameters<typeof rulesInRupiah>[1] = {
  scenario: await readScenario("base"),
  earnings,
  averageWages: { JPY: average(300_000), VND: average(6_000_000) },
  amounts: [
    { name: "regional_minimum_wage", currency: "VND", ...average(3_000_000) },
  ],
};
const MEMBERS = meanWageIn(wageYears(DATA, 2019, 1), 2019, "members");
const rulesOf = async (name: string) => rulesAt(await readScheme(name), monthOf(2020, 3));

Deno.test("rulesInRupiah() leaves rules in rupiah as they are", async () => {
  const jkp = rulesAt(await readScheme("jkp_2021"), monthOf(2022, 1));
  assertEquals(rulesInRupiah(jkp, DATA), jkp);
});

Deno.test("rulesInRupiah() pays the same share of a wage as abroad", async () => {
  const japan = await rulesOf("japan");
  const here = rulesInRupiah(japan, DATA);
  const shareOf = (rules: typeof japan, wage: number) => {
    const month = monthOf(2020, 3);
    const contributions = [{ firstMonth: month - 11, lastMonth: month, wage }];
    const history = { contributions, member: { age: 35 } };
    const claim = { month, reason: "involuntary" } as const;
    return entitlement(rules, history, claim).benefits[0]! / wage;
  };
  for (const multiple of [0.3, 0.6, 1, 2, 5]) {
    // Abroad parts of a yen a day are dropped.
    assertAlmostEquals(
      shareOf(here, multiple * MEMBERS),
      shareOf(japan, multiple * 300_000),
      5e-4,
    );
  }
});

Deno.test("rulesInRupiah() turns multiples of a known amount into amounts", async () => {
  const { ceiling } = rulesInRupiah(await rulesOf("viet_nam"), DATA).insurableEarnings;
  assertEquals([ceiling.multiple, ceiling.of, ceiling.index], [
    null,
    null,
    "minimum_wage",
  ]);
  assertAlmostEquals(ceiling.amountPerMonth!, 20 * 3 / 6 * MEMBERS, 1);
  const unknown = rulesInRupiah(await rulesOf("viet_nam"), { ...DATA, amounts: [] });
  assertEquals(unknown.insurableEarnings.ceiling.multiple, 20);
});

Deno.test("rulesInRupiah() names the currency whose average wage is missing", async () => {
  const thailand = await rulesOf("thailand");
  assertThrows(
    () => rulesInRupiah(thailand, DATA),
    RangeError,
    "an average wage in THB is wanted",
  );
});
