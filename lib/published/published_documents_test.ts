import { DataError } from "@jkp/problem";
import { loadPublished } from "./load_published.ts";
import { publishedRow } from "./published.ts";
import { loadPublishedDocuments } from "./published_documents.ts";
import { assertEquals, assertRejects } from "@std/assert";

const documents = await loadPublishedDocuments();

Deno.test("loadPublishedDocuments() reads every table of both papers", () => {
  const counts: Record<string, number> = {};
  for (const { item } of documents.rows) counts[item] = (counts[item] ?? 0) + 1;
  assertEquals(counts, {
    jkp2023_appendix: 66,
    jkp2023_box_1: 12,
    jkp2023_box_1_calendar: 20,
    jkp2023_footnote_19: 12,
    jkp2023_statements: 10,
    jkp2023_table_1: 20,
    jkp2023_table_2: 8,
    jkp2023_table_3: 25,
    options2020_appendix: 61,
    options2020_statements: 6,
    options2020_table_01: 30,
    options2020_table_02: 84,
    options2020_table_03: 25,
    options2020_table_04: 21,
    options2020_table_05: 14,
    options2020_table_06: 10,
    options2020_table_07: 34,
    options2020_table_08: 20,
    options2020_table_09: 14,
    options2020_table_10: 20,
    options2020_table_11: 5,
    options2020_table_12: 17,
    options2020_table_13: 20,
    options2020_table_14: 20,
  });
});

Deno.test("loadPublishedDocuments() leaves the numbers of the 2021 report alone", async () => {
  const report = await loadPublished();
  const shared = report.rows.filter(({ item, cell }) =>
    documents.byKey.has(`${item} ${cell}`)
  );
  assertEquals(shared, []);
});

Deno.test("loadPublishedDocuments() keeps the printed decimals", () => {
  const row = publishedRow(documents, "jkp2023_table_3", "very_high/jkk_after");
  assertEquals([row.published, row.tolerance], ["1.60", 0.005]);
});

Deno.test("loadPublishedDocuments() reports every bad row when a file is malformed", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.writeTextFile(
    `${folder}/a.csv`,
    "item,cell,title,unit,published,rounded_to,repeats,locator,note\n" +
      "a,b,Days,days,7,,,Table 1,\na,b,Days,days,7,,,Table 1,\na,c,Days,,7,-1,,Table 1,\n",
  );
  const error: DataError = await assertRejects(
    () => loadPublishedDocuments(folder),
    DataError,
  );
  assertEquals(error.problems.map(({ place }) => place), [
    "row 3, column item, cell",
    "row 4, column unit",
    "row 4, column rounded_to",
  ]);
});

Deno.test("loadPublishedDocuments() says what is missing when there is no folder", async () => {
  await assertRejects(() => loadPublishedDocuments("nowhere"), DataError, "nowhere");
});
