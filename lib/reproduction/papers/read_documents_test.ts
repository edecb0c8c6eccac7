import { DataError } from "@jkp/problem";
import { readDocuments } from "./read_documents.ts";
import { assertEquals, assertRejects } from "@std/assert";
import { compareDocument } from "./compare_document.ts";
import { documentCells, writeWith } from "./document_cells.ts";
import { lookupIn } from "./lookup.ts";

const HEADER =
  "item,cell,title,unit,published,rounded_to,repeats,locator,note,basis,design,path,as,remark,if_different";

/** A folder with one table of a paper, of rows after the printed columns. */
async function folderOf(
  bindings: readonly string[],
  description = "",
  cellOf = (i: number) => `row_${i + 1}/value`,
) {
  const folder = await Deno.makeTempDir();
  const rows = bindings.map((binding, i) =>
    `mine,${cellOf(i)},Months,months,6,,,"A paper, Table 1",,${binding}`
  );
  await Deno.writeTextFile(`${folder}/mine.csv`, [HEADER, ...rows, ""].join("\n"));
  await Deno.writeTextFile(
    `${folder}/documents.toml`,
    `[words.reference]
last = "last wage"
[titles]
[[papers]]
name = "A paper"
month = "2023-03"
[[papers.tables]]
item = "mine"
number = "Table 1"
title = "Mine"
stub = "Row"
${description}`,
  );
  return folder;
}

/** What is refused: places and what was received. */
async function refused(...bindings: readonly string[]) {
  const folder = await folderOf(bindings);
  const error: DataError = await assertRejects(() => readDocuments(folder), DataError);
  return error.problems.map(({ place, expected, received }) =>
    `${place}: ${expected}: ${received}`
  );
}

Deno.test("readDocuments() binds every printed cell of the papers' tables once", async () => {
  const { bindings, printed } = await readDocuments();
  const keys = bindings.map(({ item, cell }) => `${item} ${cell}`);
  assertEquals(new Set(keys).size, keys.length);
  const cells = printed.rows.filter(({ item }) => !item.endsWith("_statements"));
  assertEquals(keys.toSorted(), cells.map((row) => `${row.item} ${row.cell}`).toSorted());
});

Deno.test("readDocuments() takes a new table from its CSV and its title alone", async () => {
  const folder = await folderOf([
    "rule,jkp_2021,duration.months,,,",
    "words,jkp_2021,,{referenceWage.kind|reference}; {jkp_2021@2021-03:duration.months|months},,",
    "computed,japan,durations.involuntary.longest,,as in the file,",
    "quoted,,,,no rule says so,",
  ]);
  const documents = await readDocuments(folder);
  const { bindings, formats, printed, rules } = documents;
  const write = writeWith(lookupIn(documents), formats, rules);
  const rows = compareDocument(printed, "mine", documentCells(bindings, write));
  assertEquals(rows.map(({ reproduced, status }) => [reproduced, status]), [
    [6, "matches"],
    ["Last wage; 6 months", "matches"],
    [11, "differs"],
    ["", "not_reproducible"],
  ]);
  assertEquals([...rules.keys()], [
    "jkp_2021@2023-03",
    "jkp_2021@2021-03",
    "japan@2023-03",
  ]);
});

Deno.test("readDocuments() refuses misspelt paths, designs and formats, with row and column", async () => {
  assertEquals(
    await refused(
      "rule,jkp_2021,duration.month,,,",
      "rule,jkp_2012,duration.months,,,",
      "rule,jkp_2021,duration.months,precent,,",
      "rule,jkp_2021,qualifying,,,",
      "rule,jkp_2021@2001-01,duration.months,,,",
      "computed,japan,durations.involuntary.longst,,,",
      "words,jkp_2021,,{duration.months|moths} long,,",
      "words,jkp_2021,,{korea:waitingPeriod.dais|days},,",
    ),
    [
      "row 2, column path: a path into the rules or a computation (did you mean duration.months?): duration.month",
      "row 3, column design: a design of data/designs (did you mean jkp_2021?): jkp_2012",
      "row 4, column as: a format (did you mean percent?): precent",
      "row 5, column path: a path to a number or a text: qualifying",
      "row 6, column design: a month with rules: jkp_2021@2001-01",
      "row 7, column path: a path into the rules or a computation (did you mean durations.involuntary.longest?): durations.involuntary.longst",
      "row 8, column as: a format (did you mean months?): moths",
      "row 9, column as: a path into the rules or a computation (did you mean waitingPeriod.days?): waitingPeriod.dais",
    ],
  );
});

Deno.test("readDocuments() refuses a cell that is bound to nothing, or to too much", async () => {
  assertEquals(
    await refused(
      ",,,,,",
      "guess,jkp_2021,duration.months,,,",
      "rule,,duration.months,,,",
      "rule,jkp_2021,,,,",
      "quoted,,,,,",
      "quoted,jkp_2021,duration.months,,why,",
      "arithmetic,jkp_2021,jknMembers.all,,,",
      "words,jkp_2021,duration.months,{duration.months},,",
      "words,jkp_2021,,6 months of {duration.months},,",
      "words,jkp_2021,,{duration.months|a|b} months,,",
      "rule,jkp 2021,duration.months,,,",
    ),
    [
      "row 2, column basis: one of rule, computed, words, arithmetic, quoted: nothing",
      "row 3, column basis: one of rule, computed, words, arithmetic, quoted: guess",
      "row 4, column design: a design, since the basis is rule: nothing",
      "row 5, column path: a path, since the basis is rule: nothing",
      "row 6, column remark: a remark, since the basis is quoted: nothing",
      "row 7, column design: nothing, since the basis is quoted: jkp_2021",
      "row 7, column path: nothing, since the basis is quoted: duration.months",
      "row 8, column design: nothing, since the basis is arithmetic: jkp_2021",
      "row 9, column path: either a path, or a wording with {paths} in the column as: duration.months",
      "row 10, column as: numbers as {paths}, none of its own: 6 months of ",
      "row 11, column as: {path}, {path|as} or {design:path|as}: {duration.months|a|b}",
      "row 12, column design: a design, or a design@YYYY-MM: jkp 2021",
    ],
  );
});

Deno.test("readDocuments() refuses a cell that is bound twice", async () => {
  const binding = "rule,jkp_2021,duration.months,,,";
  const folder = await folderOf([binding, binding], "", () => "row/value");
  await assertRejects(
    () => readDocuments(folder),
    DataError,
    "row 3, column item, cell: expected a key that stands once (it stands in row 2)",
  );
});

Deno.test("readDocuments() refuses printed cells without a table, and a table without cells", async () => {
  const folder = await folderOf(
    ["rule,jkp_2021,duration.months,,,"],
    `[[papers.tables]]
item = "yours"
number = "Table 2"
title = "Yours"
stub = "Row"
`,
  );
  await Deno.writeTextFile(
    `${folder}/other.csv`,
    `${HEADER}\nother,a/value,Months,months,6,,,"A paper, Table 3",,quoted,,,,none,\n`,
  );
  const error: DataError = await assertRejects(() => readDocuments(folder), DataError);
  assertEquals(error.problems.map(({ received }) => received), ["none", "yours"]);
});
