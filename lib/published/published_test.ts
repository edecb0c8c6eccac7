import { loadPublished } from "./load_published.ts";
import { publishedItem, publishedRow, publishedValue } from "./published.ts";
import { DataError } from "@jkp/problem";
import { loadPublishedDocuments } from "./published_documents.ts";
import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";

const published = await loadPublished();

const HEADER = "item,cell,title,unit,published,rounded_to,repeats,locator,note\n";

/** A folder with one good table and the given facts. */
async function folderWith(facts: string): Promise<string> {
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(`${folder}/tables`);
  await Deno.writeTextFile(
    `${folder}/tables/table_1.csv`,
    `${HEADER}table_1,a,Persons,persons,1,,,Table 1,\n`,
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

Deno.test("every printed number has a title in words, one of its own in its item", async () => {
  const readme = await Deno.readTextFile(
    new URL("../../data/published/README.md", import.meta.url),
  );
  const explained = new Set(
    [...readme.matchAll(/^- ([A-Z][A-Za-z-]+): /gm)].map(([, name]) => name!),
  );
  const documents = await loadPublishedDocuments();
  const rows = [...published.rows, ...documents.rows];
  for (const { item, cell, title } of rows) {
    const name = `${item} ${cell}: ${title}`;
    assert(/^[A-Z0-9][^_;/]+$/.test(title), name);
    assert(/[a-z]{3}/.test(title), name);
    const short = title.match(/\b[A-Z]+[A-Z][A-Za-z-]*|\bJKm\b/g) ?? [];
    assertEquals(short.filter((word) => !explained.has(word)), [], name);
  }
  const titles = rows.map(({ item, title }) => `${item} ${title}`);
  assertEquals(titles.filter((title, i) => titles.indexOf(title) !== i), []);
});

Deno.test("what is printed once more points to its first place, with the same number", () => {
  const repeats = published.rows.filter((row) => row.repeats !== "");
  assert(repeats.length > 100);
  assertEquals(
    publishedRow(published, "table_4_2", "8/proposed_design_option").repeats,
    "table_4_2 1/proposed_design_option",
  );
  assertEquals(
    publishedRow(published, "text_es", "es_recommended_rate").repeats,
    "table_3_7 benefit_and_administrative/suggested_contribution_rate/base",
  );
});

Deno.test("loadPublished() refuses a repeat of another number, of none, or of a repeat", async () => {
  const folder = await folderWith(
    HEADER +
      "text_1,a,Persons,persons,1,,table_1 a,section 1,\n" +
      "text_1,b,Others,persons,2,,table_1 a,section 1,\n" +
      "text_1,c,Third,persons,1,,table_1 z,section 1,\n" +
      "text_1,d,Fourth,persons,1,,text_1 a,section 1,\n",
  );
  const error: DataError = await assertRejects(() => loadPublished(folder), DataError);
  assertEquals(error.problems.map(({ place, received }) => `${place}: ${received}`), [
    "row 3, column repeats: table_1 a",
    "row 4, column repeats: table_1 z",
    "row 5, column repeats: text_1 a",
  ]);
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
      "text_1,a,Persons,persons,1,,,section 1,\n" +
      "text_1,a,Persons,persons,2,,,section 1,\n" +
      "text_1,b,Persons,,3,ten,,section 1,\n",
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
