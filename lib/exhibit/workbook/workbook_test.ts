import { assertEquals, assertStringIncludes } from "@std/assert";
import { tableToSheet } from "./table_to_sheet.ts";
import { workbook } from "./workbook.ts";
import { strFromU8, unzipSync } from "fflate";
import { Buffer } from "node:buffer";
import readXlsxFile from "read-excel-file/node";
import type { SheetCell } from "./worksheet.ts";
import { EXAMPLE_COMPARED, EXAMPLE_TABLE } from "../example_items.ts";

const PROPERTIES = {
  title: "Title & more",
  subject: "Subject",
  creator: "JKP Lab",
  description: "Synthetic data",
};
const SHEETS = [
  tableToSheet(EXAMPLE_TABLE, { name: "Table 1", warning: "Synthetic data" }),
  {
    ...tableToSheet(EXAMPLE_COMPARED, { name: "Table 2", hasFilter: true }),
    links: { A1: "Table 1" },
  },
];
const bytes = await workbook(SHEETS, PROPERTIES);
const files = Object.fromEntries(
  Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]),
);

Deno.test("workbook() holds title, headings with units, numbers, notes and source", async () => {
  const [first] = await readXlsxFile(Buffer.from(bytes));
  assertEquals(first!.sheet, "Table 1");
  assertEquals(first!.data, [
    ["Table 1. Cost & reserve", null, null, null],
    ["Synthetic data", null, null, null],
    [null, null, null, null],
    [null, null, "Base scenario", null],
    ["Year", "Basis", "Cost rate, %", "Fund, million rupiah"],
    [2021, "law <2020> | draft", 0.25, 1234567],
    [2022, "漢字", -1.4, "n.a."],
    [2023, "mixed", 2026, "n.a."],
    [null, null, null, null],
    ["Note: Rates are of insurable earnings.", null, null, null],
    ["Source: own calculations", null, null, null],
  ]);
});

Deno.test("tableToSheet() shows numbers as printed, years without separators", () => {
  const formats = SHEETS[0]!.rows[5]!.map((cell) => (cell as SheetCell).format);
  assertEquals(formats, ["0", undefined, "#,##0.00", "#,##0"]);
});

Deno.test("tableToSheet() marks a printed number without ours, and nothing else", () => {
  const marks = SHEETS[1]!.rows.slice(5, 9).map((row) => row[3] as SheetCell | null);
  assertEquals(marks.map((mark) => mark?.value), ["≠", "(✓)", "–", undefined]);
});

Deno.test("workbook() keeps a number in full where it is shown rounded", async () => {
  const [, second] = await readXlsxFile(Buffer.from(bytes));
  assertEquals(second!.data[5], ["Suggested", 0.66, 0.6339, "≠"]);
  assertEquals(second!.data[6], ["Minimum", 1.35, 1.3494, "(✓)"]);
});

Deno.test("workbook() keeps headings in sight, filters and links between sheets", () => {
  assertStringIncludes(files["xl/worksheets/sheet1.xml"]!, 'ySplit="5"');
  const second = files["xl/worksheets/sheet2.xml"]!;
  assertStringIncludes(second, '<autoFilter ref="A5:D9"/>');
  assertStringIncludes(second, `location="&apos;Table 1&apos;!A1"`);
});

Deno.test("workbook() says what it is, and no time", () => {
  assertStringIncludes(
    files["docProps/core.xml"]!,
    "<dc:title>Title &amp; more</dc:title>",
  );
  assertStringIncludes(files["docProps/core.xml"]!, "Synthetic data");
  assertStringIncludes(files["[Content_Types].xml"]!, "/docProps/core.xml");
  assertStringIncludes(files["_rels/.rels"]!, "docProps/core.xml");
  assertEquals(/20\d\d-\d\d-\d\dT/.test(Object.values(files).join("")), false);
});

Deno.test("workbook() gives the same bytes at another time", async () => {
  await new Promise((resolve) => setTimeout(resolve, 2100)); // a zip counts two seconds
  assertEquals(await workbook(SHEETS, PROPERTIES), bytes);
});

Deno.test("workbook() shows signs that XML cannot hold", async () => {
  const sheet = tableToSheet(
    { ...EXAMPLE_TABLE, notes: ["a\x1b\uffffb\ud800"], source: "\x07" },
    { name: "Table 1" },
  );
  const bytes = await workbook([sheet], { ...PROPERTIES, title: "\x00" });
  const [read] = await readXlsxFile(Buffer.from(bytes));
  assertEquals(read!.data.slice(-2).map(([text]) => text), [
    "Note: a\\u001b\\uffffb\\ud800",
    "Source: \\u0007",
  ]);
  const { "docProps/core.xml": core } = unzipSync(bytes);
  assertStringIncludes(strFromU8(core!), "<dc:title>\\u0000</dc:title>");
});

Deno.test("workbook() writes formulas with their values, names, charts and what is grey", async () => {
  const bytes = await workbook([{
    name: "Rates",
    title: "Rates",
    rows: [
      [{ value: 0.0135, look: "input", format: "0.00%" }, { value: "#N/A" }],
      [{ value: 0.027, formula: "2*rate_base" }, { value: "n.a.", formula: '"n.a."' }],
    ],
    widths: [10, 10],
    frozenRows: 0,
    cellNames: { rate_base: "$A$1" },
    charts: [{
      title: "Rate",
      categories: "'Rates'!$A$1:$A$2",
      series: [{ name: "Base", values: "'Rates'!$A$1:$A$2", color: "0B6E99" }],
      unit: "of earnings",
      format: "0.0%",
      from: { row: 3, col: 0 },
      to: { row: 20, col: 6 },
    }],
  }], PROPERTIES);
  const [read] = await readXlsxFile(Buffer.from(bytes));
  assertEquals(read!.data, [[0.0135, "#N/A"], [0.027, "n.a."]]);
  const parts = unzipSync(bytes);
  const text = (name: string) => strFromU8(parts[name]!);
  const sheet = text("xl/worksheets/sheet1.xml");
  assertStringIncludes(sheet, "<f>2*rate_base</f><v>0.027</v>");
  const named = /<definedName name="rate_base">(.*?)<\/definedName>/;
  assertEquals(
    named.exec(text("xl/workbook.xml"))?.[1]?.replaceAll("&apos;", "'"),
    "'Rates'!$A$1",
  );
  assertStringIncludes(text("xl/workbook.xml"), 'fullCalcOnLoad="1"');
  assertStringIncludes(text("xl/charts/chart1.xml"), "$A$1:$A$2");
});
