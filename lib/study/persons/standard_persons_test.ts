import { monthOf } from "@jkp/month";
import { rulesAt, rulesBetween } from "@jkp/scheme";
import { readScheme } from "@jkp/scheme/read";
import { readValuation } from "@jkp/valuation/read";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { standardPersonExhibits } from "./standard_persons.ts";
import { standardWages } from "./standard_wages.ts";

const { scenarios: [first] } = await readValuation("report_2021");
const INPUTS = first!;
const month = monthOf(2022, 2);
const { wages, quantities } = standardWages("IDR", INPUTS);
const options = { wages, month, calculation: { quantities } };
const namesOf = async (design: string) =>
  standardPersonExhibits(rulesAt(await readScheme(design), month), options)
    .figure!.series.map(({ name }) => name);

Deno.test("standardWages() has minimum, mean and twice the mean, from the lowest", () => {
  assertEquals(wages.map(({ title }) => title), [
    "provincial minimum wage",
    "mean wage",
    "twice the mean wage",
  ]);
  assertAlmostEquals(wages[2]!.perMonth, 2 * wages[1]!.perMonth);
  const { notes } = standardWages("MYR", INPUTS);
  assertEquals(notes.at(-1), "No minimum wage in MYR is known.");
  assertEquals(standardWages("XYZ", INPUTS).wages, []);
});

Deno.test("standardPersonExhibits() names together who is paid the same", async () => {
  assertEquals(await namesOf("proposed_2021"), ["All wages"]);
  assertEquals(await namesOf("jkp_2021"), [
    "Provincial minimum wage and mean wage",
    "Twice the mean wage",
  ]);
  assertEquals(await namesOf("options_2020_duration_by_record"), [
    "All wages, 12 months of contributions",
    "All wages, 24 and 60 months of contributions",
  ]);
});

Deno.test("standardPersonExhibits() says which rule refuses a short record", async () => {
  const jkp = rulesAt(await readScheme("jkp_2021"), month);
  const { table, figure } = standardPersonExhibits(jkp, { ...options, records: [6] });
  assertEquals(figure, null);
  assert(table.rows.length === 3);
  assert(/12 months.* wanted, got 6/.test(String(table.rows[0]!.refused)));
});

Deno.test("standardPersonExhibits() follows rates that the law changes in between", async () => {
  const scheme = await readScheme("jkp_2025");
  const laidOff = monthOf(2024, 12);
  const rules = rulesBetween(scheme, laidOff, monthOf(2025, 12));
  const { table } = standardPersonExhibits(rules, { ...options, month: laidOff });
  const first = table.rows[0]!;
  // One month by the law of 2021, then the rates of February 2025.
  assertEquals([first.month1, first.month2, first.month6], [45, 60, 60]);
});

Deno.test("standardPersonExhibits() says that the law leaves a duration open", async () => {
  const rules = rulesAt(await readScheme("viet_nam"), month);
  const { table: { notes } } = standardPersonExhibits(rules, options);
  assert(notes.some((note) => /^Left open, duration: .*the longest is shown/.test(note)));
});
