import { loadPublished } from "./load_published.ts";
import { publishedItem, publishedRow, publishedValue } from "./published.ts";
import { DataError } from "@jkp/problem";
import { assertEquals, assertRejects, assertThrows } from "@std/assert";

const published = await loadPublished();

const HEADER = "item,cell,unit,published,rounded_to,locator,note\n";

/** A folder with one good table and the given facts. */
async function folderWith(facts: string): Promise<string> {
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(`${folder}/tables`);
  await Deno.writeTextFile(
    `${folder}/tables/table_1.csv`,
    `${HEADER}table_1,a,persons,1,,Table 1,\n`,
  );
  await Deno.writeTextFile(`${folder}/facts.csv`, facts);
  return folder;
}

Deno.test("loadPublished() reads everything, from anywhere", async () => {
  const cwd = Deno.cwd();
  Deno.chdir(await Deno.makeTempDir());
  const rows = (await loadPublished()).rows;
  Deno.chdir(cwd);
  const counts: Record<string, number> = {};
  for (const { item } of rows) {
    const group = item.startsWith("text_") ? "text" : item;
    counts[group] = (counts[group] ?? 0) + 1;
  }
  assertEquals(counts, {
    table_1_1: 12,
    table_1_2: 6,
    table_1_3: 36,
    table_1_4: 72,
    table_1_5: 72,
    table_2_1: 108,
    table_2_2: 60,
    table_2_3: 90,
    table_2_4: 60,
    table_2_5: 60,
    table_3_1: 9,
    table_3_2: 18,
    table_3_3: 6,
    table_3_4: 30,
    table_3_5: 18,
    table_3_6: 18,
    table_3_7: 18,
    table_4_1: 6,
    table_4_2: 18,
    table_E1: 9,
    table_E2: 9,
    figure_1_1: 5,
    figure_1_2: 3,
    figure_1_3: 4,
    figure_1_4: 3,
    figure_1_5: 2,
    figure_1_6: 2,
    figure_1_7: 4,
    figure_1_8: 5,
    figure_1_9: 3,
    figure_1_18: 2,
    figure_1_19: 6,
    figure_1_20: 2,
    figure_1_21: 3,
    figure_1_22: 6,
    figure_1_23: 2,
    figure_3_1: 3,
    figure_3_2: 8,
    figure_3_3: 3,
    figure_3_4: 2,
    figure_4_1: 12,
    text: 226,
  });
});

Deno.test("publishedRow() gives the tolerance of the printing", () => {
  const tolerance = (item: string, cell: string) =>
    publishedRow(published, item, cell).tolerance;
  assertEquals(
    tolerance("table_3_7", "benefit_and_administrative/suggested_contribution_rate/base"),
    0.005,
  );
  assertEquals(tolerance("table_1_3", "total/total"), 0.5);
  assertEquals(tolerance("text_1_2_3", "jht_contributors_2019"), 50_000);
});

Deno.test("publishedRow() keeps the printed decimals", () => {
  const row = publishedRow(published, "table_2_4", "pessimistic/2026/unemployment_rate");
  assertEquals([row.published, row.value, row.decimals], ["11.0", 11, 1]);
});

Deno.test("publishedRow() has no value when n.a. is printed", () => {
  const cell = "benefit_only/projected_year_of_reserve_exhaustion_at_1_pct/base";
  const row = publishedRow(published, "table_3_7", cell);
  assertEquals([row.published, row.value, row.tolerance], ["n.a.", null, 0]);
  assertEquals(publishedRow(published, "text_3_2_1", "valuation_date").value, null);
});

Deno.test("publishedValue() throws when there is no such number", () => {
  assertThrows(() => publishedValue(published, "table_9", "x"), RangeError, "table_9 x");
  assertThrows(
    () => publishedValue(published, "table_3_1", "coverage"),
    RangeError,
    "Mandatory coverage",
  );
  assertThrows(() => publishedItem(published, "table_9"), RangeError, "table_9");
});

Deno.test("loadPublished() reports every bad row when a file is malformed", async () => {
  const folder = await folderWith(
    HEADER +
      "text_1,a,persons,1,,section 1,\n" +
      "text_1,a,persons,2,,section 1,\n" +
      "text_1,b,,3,ten,section 1,\n",
  );
  const error: DataError = await assertRejects(() => loadPublished(folder), DataError);
  assertEquals(error.problems.map(({ place }) => place), [
    "row 3, column item, cell",
    "row 4, column unit",
    "row 4, column rounded_to",
  ]);
});

Deno.test("loadPublished() names what is missing when a file or column is", async () => {
  await assertRejects(() => loadPublished("nowhere"), DataError, "nowhere/tables");
  const folder = await folderWith("item,cell\n");
  await assertRejects(() => loadPublished(folder), DataError, 'a column "unit"');
});
