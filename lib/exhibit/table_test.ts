import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { tableToCsv } from "./table_to_csv.ts";
import { printable } from "@jkp/problem";
import { cellsToCsv } from "./cells_to_csv.ts";
import { tableToHtml } from "./table_to_html.ts";
import { tableToMarkdown } from "./table_to_markdown.ts";
import { tableToText } from "./table_to_text.ts";
import { JSDOM } from "jsdom";
import { EXAMPLE_COMPARED, EXAMPLE_TABLE } from "./example_items.ts";

Deno.test("tableToText() aligns groups, units, wide characters and missing cells", () => {
  assertEquals(
    tableToText(EXAMPLE_TABLE),
    `\
Table 1. Cost & reserve

                            Base scenario ────────────
Year   Basis                Cost rate             Fund
                                    %   million rupiah
──────────────────────────────────────────────────────
2021   law <2020> | draft        0.25        1,234,567
2022   漢字                     −1.40             n.a.
2023   mixed                     2026             n.a.
──────────────────────────────────────────────────────
Note: Rates are of insurable earnings.
Source: own calculations
`,
  );
});

Deno.test("tableToText() wraps words but never numbers when the terminal is narrow", () => {
  const text = tableToText(EXAMPLE_TABLE, { width: 40 });
  assertStringIncludes(text, "1,234,567");
  assertStringIncludes(text, "<2020>");
  const table = text.split("\n").filter((line) => !/^(Table|Note|Source)/.test(line));
  assert(table.every((line) => [...line].length <= 40), text);
});

Deno.test("tableToText() widens a group whose name is longer than its columns", () => {
  const text = tableToText({
    ...EXAMPLE_TABLE,
    columns: [{ key: "rate", title: "a", decimals: 1, group: "A very long group name" }],
  });
  assertStringIncludes(text, "\nA very long group name\n");
});

Deno.test("tableToText() puts columns below when they are too many for the width", () => {
  const years = [2021, 2022, 2023, 2024, 2025, 2026];
  const text = tableToText({
    ...EXAMPLE_TABLE,
    columns: [
      { key: "name", title: "Name" },
      { key: "size", title: "Size" },
      ...years.map((year) => ({ key: `${year}`, title: `${year}`, group: "Year" })),
    ],
    rows: [{
      name: "long enough for two lines",
      size: 1,
      ...Object.fromEntries(years.map((year) => [year, 100_000 + year])),
    }],
  }, { width: 50 });
  const lines = text.split("\n");
  assert(lines.every((line) => line.length <= 50), text);
  assertEquals(lines.filter((line) => line.startsWith("Name ")), [
    "Name            Size      2021      2022      2023",
    "Name                      2024      2025      2026",
  ]);
  for (const year of years) assertStringIncludes(text, `102,0${year - 2000}`);
});

Deno.test("tableToText() shows headings alone when a table has no rows", () => {
  const text = tableToText({ ...EXAMPLE_TABLE, rows: [] });
  assertStringIncludes(text, "Year   Basis");
});

Deno.test("tableToMarkdown() keeps bars and brackets of a cell from being read", () => {
  const lines = tableToMarkdown(EXAMPLE_TABLE).split("\n");
  assertEquals(lines.slice(2, 5), [
    "| Year | Basis | Base scenario: Cost rate (%) | Base scenario: Fund (million rupiah) |",
    "| ---: | :--- | ---: | ---: |",
    "| 2021 | law \\<2020> \\| draft | 0.25 | 1,234,567 |",
  ]);
});

Deno.test("tableToCsv() quotes where a field holds a comma, a quote or a line break", () => {
  const csv = tableToCsv({
    ...EXAMPLE_TABLE,
    columns: [{ key: "a", title: "A" }, { key: "b", title: "B" }],
    rows: [{ a: 'x, "y"', b: 0.1 + 0.2 }, { a: "line\nbreak", b: null }],
  });
  assertEquals(csv, 'a,b\r\n"x, ""y""",0.3\r\n"line\nbreak",\r\n');
});

Deno.test("tableToHtml() has scopes, spans, a caption and escaped text", () => {
  const { document } = new JSDOM(tableToHtml(EXAMPLE_TABLE)).window;
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
  assertEquals(texts("caption"), ["Table 1. Cost & reserve"]);
  assertEquals(texts('th[scope="colgroup"][colspan="2"]'), ["Base scenario"]);
  assertEquals(texts('th[scope="col"][rowspan="2"]'), ["Year", "Basis"]);
  assertEquals(texts('th[scope="row"].number'), ["2021", "2022", "2023"]);
  assertEquals(texts("tbody td:nth-child(2)"), ["law <2020> | draft", "漢字", "mixed"]);
  assertEquals(texts("tbody td.number:last-child"), ["1,234,567", "n.a.", "n.a."]);
  assertEquals(texts("p.foot:last-child"), ["Source: own calculations"]);
});

Deno.test("tableToHtml() sets ours with a mark above the published number when compared", () => {
  const html = tableToHtml(EXAMPLE_COMPARED);
  const { document } = new JSDOM(html).window;
  const heads = [...document.querySelectorAll("thead th")]
    .map(({ textContent }) => textContent);
  assertEquals(heads, ["Measure", "Base %"]);
  const cells = [...document.querySelectorAll("td")];
  assertEquals(
    cells.map((cell) => cell.textContent.replace(/\s+/g, " ").trim()),
    [
      "JKP Lab 0.63 ≠Report 0.66",
      "JKP Lab 1.35 (✓)Report 1.35",
      "JKP Lab –Report 9",
      "",
    ],
  );
  assertEquals(
    cells[0].getAttribute("title"),
    "differs: JKP Lab 0.63, Report 0.66, difference −0.026",
  );
  const marks = [...document.querySelectorAll(".mark")];
  assertEquals(
    marks.map((mark) => [mark.getAttribute("role"), mark.getAttribute("aria-label")]),
    [
      ["img", "differs"],
      ["img", "equal, but shown back, fitted, chosen or arithmetic"],
      ["img", "not reproducible"],
    ],
  );
  assertStringIncludes(html, "JKP Lab above, report beneath.");
  assert(!html.includes("(=)"), "the legend of plain text is gone");
});

Deno.test("tableToHtml() links the cells it is asked to", () => {
  const html = tableToHtml(EXAMPLE_TABLE, {
    link: (row, column) => row === 0 && column === 2 ? "#a" : undefined,
  });
  assertStringIncludes(html, '<td class="number"><a href="#a">0.25</a></td>');
  assertEquals(html.match(/<a /g)?.length, 1);
});

Deno.test("tableToHtml() sets a column with words and numbers to the left", () => {
  const html = tableToHtml({
    ...EXAMPLE_TABLE,
    columns: [{ key: "a", title: "A" }, { key: "b", title: "B" }],
    rows: [{ a: "x", b: 12 }, { a: "y", b: "employees of private enterprises" }],
  });
  assertStringIncludes(html, "<td>12</td>");
});

Deno.test("tableToHtml() breaks no age group or month after its hyphen", () => {
  const html = tableToHtml({
    ...EXAMPLE_TABLE,
    columns: [{ key: "a", title: "A" }, { key: "b", title: "B" }],
    rows: [{ a: "15-19", b: "2021-02" }, { a: "All", b: "" }],
  });
  for (const cell of ["15-19</th>", "2021-02</td>"]) {
    assertStringIncludes(html, `class="unbroken">${cell}`);
  }
});

Deno.test("cellsToCsv() lets no text begin a formula, and negative numbers stay numbers", () => {
  const formulas = [
    "=1+1",
    "+62 21",
    "-1+cmd",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "＝1",
    "-",
    "--1",
  ];
  for (const text of formulas) assertEquals(cellsToCsv([[text]])[0], "'", text);
  const numbers = ["-1", "-0.5", "-1.5e-7", "-Infinity", "1", "a=1"];
  for (const text of numbers) assertEquals(cellsToCsv([[text]]), `${text}\r\n`);
});

Deno.test("no way to show a table lets signs through that are not seen", () => {
  const unseen = "a\x1b[2J\x07\u009b\u202eb\u2028\ufeff\ud800";
  const table = {
    ...EXAMPLE_TABLE,
    title: unseen,
    columns: [{ key: unseen, title: unseen, group: unseen }],
    rows: [{ [unseen]: unseen }],
    notes: [unseen],
    source: unseen,
  };
  for (const show of [tableToText, tableToHtml, tableToCsv, tableToMarkdown]) {
    const text = show(table).replaceAll("\r\n", "\n");
    assertEquals(text, printable(text));
    assertStringIncludes(text.replaceAll("\\\\", "\\"), "\\u202eb\\u2028\\ufeff\\ud800");
  }
});
