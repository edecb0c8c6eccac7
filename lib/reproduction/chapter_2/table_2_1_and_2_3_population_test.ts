import { readShippedExtract } from "@jkp/extract/read";
import { loadPublished } from "@jkp/published/read";
import { publishedValue } from "@jkp/published";
import { compareItem } from "../ledger/ledger.ts";
import { computeResults } from "../results.ts";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { section21 } from "./section_2_1_population.ts";
import { table21, table23 } from "./table_2_1_and_2_3_population.ts";

const published = await loadPublished();
const results = await computeResults(await readShippedExtract(), "closest");
const ledgerOf = (item: typeof table21) =>
  compareItem(
    published,
    item.item,
    item.cells!(results, published),
    item.reasonForNone ?? "",
  );

Deno.test("Table 2.1 has a number for every cell, and its start is shown back", () => {
  const ledger = ledgerOf(table21);
  assertEquals(ledger.length, 108);
  for (const { cell, kind, difference } of ledger) {
    const isStart = cell.endsWith("/2020");
    assertEquals(kind, isStart ? "input" : "model", cell);
    // Printed sums of the sexes are up to a thousand off the printed parts.
    if (isStart) assert(Math.abs(difference!) <= 1, cell);
  }
});

Deno.test("Table 2.1 comes within 2 per cent of the report, 1 where its ages are known", () => {
  for (const { cell, published: printed, difference } of ledgerOf(table21)) {
    const [age, , year] = cell.split("/");
    const bornBefore2005 = age === "total" ||
      parseInt(age!) - (Number(year) - 2020) >= 15;
    const share = Math.abs(difference!) / Number(printed);
    assert(share < (bornBefore2005 ? 0.01 : 0.02), cell);
    if (age === "total") assert(share < 0.002, cell);
  }
});

Deno.test("Table 2.3 comes within 0.35 million or 0.1 points of the report", () => {
  const ledger = ledgerOf(table23);
  assertEquals(ledger.length, 90);
  for (const { cell, unit, difference } of ledger) {
    assert(Math.abs(difference!) < (unit.startsWith("%") ? 0.1 : 0.35), cell);
  }
});

Deno.test("Table 2.3 shows back participation by sex and the unemployment of all", () => {
  const inputs = ledgerOf(table23).filter(({ kind }) => kind === "input");
  assertEquals(inputs.length, 10 + 5 + 3);
  assert(inputs.every(({ status }) => status === "matches"));
});

Deno.test("section 2.1 gives the life expectancies and growth that the report states", () => {
  const matching = ledgerOf(section21)
    .filter(({ status, kind }) => status === "matches" && kind !== "input");
  assertEquals(matching.map(({ cell }) => cell), [
    "e0_male_2020",
    "e0_female_2020",
    "e0_male_2030",
    "e0_female_2030",
    "pop_growth_pa_2020_30",
    "pop1569_growth_pa",
  ]);
  const { pop_2030: population } = section21.cells!(results, published);
  assertAlmostEquals(
    Number(population!.value),
    publishedValue(published, "text_2_1", "pop_2030"),
    0.5,
  );
});

Deno.test("Tables 2.1 and 2.3 stand in rows and columns as printed", () => {
  for (const [item, rows, columns] of [[table21, 12, 9], [table23, 18, 5]] as const) {
    const table = item.table!(results, ledgerOf(item));
    assertEquals(table.rows.length, rows);
    assertEquals(table.columns.length, 1 + 3 * columns);
    const empty = table.rows.flatMap(Object.values).filter((value) => value === "");
    assertEquals(empty.length, 0);
  }
});
