import { monthOf } from "@jkp/month";
import { entitlement, readScheme, rulesAt } from "@jkp/scheme";
import { reportInputs, rulesInRupiah, type ValuationInputs } from "@jkp/valuation";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { meanWageIn, wageYears } from "./wage_years.ts";

const average = (perMonth: number) => ({ perMonth, year: 2019, source: "a test" });
const AVERAGE_WAGES = { JPY: average(300_000), VND: average(6_000_000) };
const BASE: ValuationInputs = {
  ...await reportInputs("base"),
  data: {
    averageWages: AVERAGE_WAGES,
    amounts: [
      { name: "regional_minimum_wage", currency: "VND", ...average(3_000_000) },
    ],
  },
};
const MEMBERS = meanWageIn(wageYears(BASE, 2019, 1), 2019, "members");
const rulesOf = async (name: string) => rulesAt(await readScheme(name), monthOf(2020, 3));

Deno.test("rulesInRupiah() leaves rules in rupiah as they are", async () => {
  const jkp = rulesAt(await readScheme("jkp_2021"), monthOf(2022, 1));
  assertEquals(rulesInRupiah(jkp, BASE), jkp);
});

Deno.test("rulesInRupiah() pays the same share of a wage as abroad", async () => {
  const japan = await rulesOf("japan");
  const here = rulesInRupiah(japan, BASE);
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
  const { ceiling } = rulesInRupiah(await rulesOf("viet_nam"), BASE).insurableEarnings;
  assertEquals([ceiling.multiple, ceiling.of, ceiling.index], [
    null,
    null,
    "minimum_wage",
  ]);
  assertAlmostEquals(ceiling.amountPerMonth!, 20 * 3 / 6 * MEMBERS, 1);
  const unknown = rulesInRupiah(await rulesOf("viet_nam"), {
    ...BASE,
    data: { averageWages: AVERAGE_WAGES },
  });
  assertEquals(unknown.insurableEarnings.ceiling.multiple, 20);
});

Deno.test("rulesInRupiah() names the currency whose average wage is missing", async () => {
  const thailand = await rulesOf("thailand");
  assertThrows(
    () => rulesInRupiah(thailand, BASE),
    RangeError,
    "an average wage in THB is wanted",
  );
});
