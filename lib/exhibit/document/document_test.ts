import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import axe, { type AxeResults } from "axe-core";
import { strFromU8, unzipSync } from "fflate";
import { JSDOM } from "jsdom";
import { Buffer } from "node:buffer";
import readXlsxFile from "read-excel-file/node";
import { browserTest } from "../../browser_for_test.ts";
import { EXAMPLE_COMPARED, EXAMPLE_FIGURES, EXAMPLE_TABLE } from "../example_items.ts";
import type { Document } from "./document.ts";
import { documentFiles } from "./document_files.ts";
import { documentToHtml } from "./document_to_html.ts";
import { documentToWorkbook } from "./document_to_workbook.ts";

/** Text that would end a style or a script, run one, or be run by a spreadsheet. */
const HOSTILE =
  `=HYPERLINK("x")</style></script><script>document.title='PWNED'</script>` +
  `"'><img src=x onerror=document.title='PWNED'>; } body { display: none }`;
const SOURCE = "JKP Lab: synthetic data, extract made_up.";

/** A document with all that one can have, and with hostile text wherever data stand. */
const DOCUMENT: Document = {
  title: "Valuation of JKP in 2021",
  lead: [
    "Rates that pay benefits of ten years and leave a reserve of two years' expenses.",
    HOSTILE,
  ],
  data: { extractName: HOSTILE, isSynthetic: true },
  answer: [{ ...EXAMPLE_TABLE, id: "rates", number: "", source: SOURCE }],
  sections: [
    {
      id: "law",
      title: `Law & its changes ${HOSTILE}`,
      paragraphs: [
        "The law pays 45 per cent of the wage for three months and 25 per cent for three.",
        HOSTILE,
      ],
      tables: [{
        ...EXAMPLE_TABLE,
        id: "law",
        title: HOSTILE,
        rows: [{ year: 2021, basis: HOSTILE, rate: 0.25, fund: null }],
        notes: [HOSTILE],
        source: "PP 37/2021",
      }],
    },
    {
      id: "results",
      title: "Results",
      subsections: [
        {
          id: "results_cost",
          title: "Cost rates",
          paragraphs: ["Each year's expenses over its insurable earnings."],
          figures: [{ ...EXAMPLE_FIGURES[0]!, title: HOSTILE, source: SOURCE }],
        },
        {
          id: "results_fund",
          title: "Fund",
          tables: [{ ...EXAMPLE_COMPARED, source: SOURCE }, {
            ...EXAMPLE_TABLE,
            id: "a_table_whose_name_is_longer_than_a_sheet",
          }, {
            ...EXAMPLE_TABLE,
            id: "a_table_whose_name_is_longer_for_a_sheet",
          }],
        },
      ],
    },
  ],
  provenance: [{ title: "Program", rows: [["Deno", "2.9.6"], ["Hostile", HOSTILE]] }],
};

const files = await documentFiles(DOCUMENT);
const html = String(files.get("report.html"));
const { document: page } = new JSDOM(html).window;
const all = (selector: string) => [...page.querySelectorAll(selector)];
const bytes = files.get("workbook.xlsx") as Uint8Array;

Deno.test("documentFiles() has page, workbook, tables and figures", () => {
  assertEquals([...files.keys()], [
    "report.html",
    "workbook.xlsx",
    ...[
      "rates",
      "law",
      "table_2",
      "a_table_whose_name_is_longer_than_a_sheet",
      "a_table_whose_name_is_longer_for_a_sheet",
    ].flatMap((id) => [`tables/${id}.csv`, `tables/${id}.md`]),
    "figures/figure_3_2.csv",
    "figures/figure_3_2.svg",
  ]);
});

Deno.test("documentToHtml() has headings in order, no level left out", () => {
  assertEquals(
    all("main h2, main h3").map(({ localName, id }) => [localName, id]),
    [
      ["h2", "answer-heading"],
      ["h2", "contents-heading"],
      ["h2", "law-heading"],
      ["h2", "results-heading"],
      ["h3", "results_cost-heading"],
      ["h3", "results_fund-heading"],
      ["h2", "provenance-heading"],
      ["h3", ""],
    ],
  );
  assertEquals(all("h1").map(({ textContent }) => textContent), [DOCUMENT.title]);
});

Deno.test("documentToHtml() has ids once, and a contents entry for each section", () => {
  const ids = all("[id]").map(({ id }) => id);
  assertEquals(ids.filter((id, index) => ids.indexOf(id) < index), []);
  const links = all("a[href]").map((link) => link.getAttribute("href"));
  assertEquals(links, [
    "#content",
    "#after-contents",
    "#answer",
    "#law",
    "#results",
    "#results_cost",
    "#results_fund",
    "#provenance",
  ]);
  assertEquals(links.filter((link) => !ids.includes(link.slice(1))), []);
});

Deno.test("documentToHtml() keeps what data say out of style, script and elements", () => {
  assertEquals(all("script").length, 1);
  assertEquals(all("style").length, 1);
  assertEquals(all("img, iframe, object, [onerror], [onclick]").length, 0);
  for (const { textContent } of all("style, script")) {
    assertEquals(textContent.includes("PWNED"), false);
  }
  assertEquals(page.title, DOCUMENT.title);
  const policy = page.querySelector("meta[http-equiv]").getAttribute("content");
  assertEquals(/unsafe|https?:/.test(policy), false);
  assertEquals(all("#law p").filter((p) => p.textContent === HOSTILE).length, 1);
});

Deno.test("documentToHtml() says in each section with numbers that data are synthetic", () => {
  assertStringIncludes(all("header .banner")[0].textContent, "Synthetic data.");
  const badges = all(".badge").map((badge) => badge.closest("section").id);
  assertEquals(badges, ["answer", "results_cost", "results_fund"]);
});

Deno.test("documentToHtml() has no banner when data are recorded", async () => {
  const data = { extractName: "own", isSynthetic: false };
  const html = await documentToHtml({ ...DOCUMENT, lead: [], data, sections: [] });
  assertEquals(html.includes('class="banner"'), false);
  assertStringIncludes(html, "<p>JKP Lab. Extract own.</p>");
});

Deno.test("documentToWorkbook() has a sheet an item, each with a name of its own", async () => {
  const sheets = await readXlsxFile(Buffer.from(bytes));
  assertEquals(sheets.map(({ sheet }) => sheet), [
    "Contents",
    "Rates",
    "Law",
    "Table 2",
    "A table whose name is sheet",
    "A table whose name is sheet 2",
    "Figure 3 2",
    "Provenance",
  ]);
  const [contents, rates, law] = sheets;
  assertEquals(contents!.data[0]![0], DOCUMENT.title);
  const held = contents!.data.slice(5).map(([, holds]) => holds);
  assertEquals(new Set(held).size, held.length - 1); // twice the same in one section
  assert(held.includes(`Fund: ${EXAMPLE_TABLE.title}`), held.join("\n"));
  assertStringIncludes(String(rates!.data[1]![0]), "Synthetic data: ");
  assertEquals(law!.data[1]![0], null);
});

Deno.test("documentToWorkbook() holds what begins like a formula as text", async () => {
  const files = Object.entries(unzipSync(bytes))
    .map(([name, file]) => [name, strFromU8(file)] as const);
  const sheets = files.filter(([name]) => name.includes("worksheets/sheet"));
  assertEquals(sheets.filter(([, xml]) => /<f[ >]/.test(xml)), []);
  const [, , law] = await readXlsxFile(Buffer.from(bytes));
  assertEquals(law!.data[5]![1], HOSTILE);
});

Deno.test("documentFiles() gives the same bytes again", async () => {
  assertEquals(await documentFiles(DOCUMENT), files);
});

Deno.test("documentToHtml() names all ids that are no names or stand twice", async () => {
  const bad: Document = {
    ...DOCUMENT,
    answer: [EXAMPLE_TABLE, { ...EXAMPLE_TABLE, id: "../x" }],
    sections: [
      { id: "answer", title: "Reserved" },
      { id: "law", title: "Law", tables: [EXAMPLE_TABLE] },
      { id: "results", title: "Results", subsections: [{ id: "law", title: "Again" }] },
    ],
  };
  for (const write of [documentToHtml, documentToWorkbook]) {
    const { message } = await assertRejects(() => write(bad), RangeError);
    assertEquals(message.split("\n"), [
      "Cannot write the document: each section once is wanted, got answer again",
      "Cannot write the document: each section once is wanted, got law again",
      "Cannot write the document: the id of a table in letters, digits, _ and - is " +
      'wanted, got "../x"',
      "Cannot write the document: each table once is wanted, got table_1 again",
    ]);
  }
});

browserTest(
  "documentToHtml() makes a page that is whole at 1280 and 360 pixels",
  async (browser) => {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on("console", (message) => problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(String(error)));
    await page.setContent(html);
    await page.evaluate(axe.source);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      const scrolled = await page.evaluate<number>(
        "document.documentElement.scrollWidth",
      );
      assert(scrolled <= width, `${scrolled} of ${width} pixels`);
      const { violations } = await page.evaluate<AxeResults>(
        "axe.run({ resultTypes: ['violations'] })",
      );
      const bad = violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
      assertEquals(bad, [], `${width} pixels`);
    }
    assertEquals(problems, []);
  },
);
