import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { parse } from "@std/csv";
import { REPORT_SCENARIOS } from "@jkp/economy";
import { REGISTRY } from "@jkp/reproduction";
import { JSDOM } from "jsdom";
import { Buffer } from "node:buffer";
import readXlsxFile from "read-excel-file/node";
import { reproduceCommand } from "./reproduce.ts";
import { reproduced } from "./reproduced_for_test.ts";

const { folder, again } = await reproduced();
const html = await Deno.readTextFile(`${folder}/report.html`);
const { document } = new JSDOM(html).window;
const ledger: Record<string, string>[] = parse(
  await Deno.readTextFile(`${folder}/comparison.csv`),
  { skipFirstRow: true },
);
const workbookBytes = await Deno.readFile(`${folder}/workbook.xlsx`);
const sheets = await readXlsxFile(Buffer.from(workbookBytes));
const sheet = (name: string) => sheets.find(({ sheet }) => sheet === name)!.data;

const all = (selector: string, root = document) => [...root.querySelectorAll(selector)];
const texts = (selector: string, root = document) =>
  all(selector, root).map(({ textContent }) => textContent.trim());

Deno.test("report.html has every item in the report's order, each with its contents entry", () => {
  const wanted = REGISTRY.map(({ item }) => item);
  assertEquals(all("main section.part").map(({ id }) => id), wanted);
  const linked = new Set(all("nav a").map((link) => link.getAttribute("href")));
  assertEquals(wanted.filter((item) => !linked.has(`#${item}`)), []);
});

Deno.test("report.html has every row of the ledger with both numbers' status and kind", () => {
  const rows = all("#ledger-table tbody tr");
  assertEquals(
    rows.map(({ dataset }) => [dataset.item, dataset.status, dataset.kind].join()),
    ledger.map(({ item, status, kind }) => [item, status, kind].join()),
  );
  assertEquals(
    rows.map((row) => row.cells[9].textContent),
    ledger.map(({ note }) => note),
  );
});

Deno.test("report.html has a table or a figure wherever an item has one", () => {
  for (const item of REGISTRY) {
    const part = document.getElementById(item.item);
    if (item.figure) assert(part.querySelector(".figure > svg"), item.item);
    if (item.table) assert(part.querySelector("div.jkp-table table"), item.item);
  }
});

Deno.test("report.html has ids once, and every link within leads somewhere", () => {
  const ids = all("[id]").map(({ id }) => id);
  assertEquals(ids.filter((id, index) => ids.indexOf(id) !== index), []);
  const known = new Set(ids);
  const broken = all("a[href]").map((link) => link.getAttribute("href"))
    .filter((address) => !known.has(address.slice(1)));
  assertEquals(broken, []);
  const drawn = [...html.matchAll(/url\((?:&quot;|")?#([^)&"]+)/g)].map(([, id]) => id!);
  assertEquals(drawn.filter((id) => !known.has(id)), []);
});

Deno.test("report.html fetches nothing", () => {
  const addresses = all("[src], [href], [srcset], [data], [action], [poster]").map((
    element,
  ) =>
    element.getAttribute("src") ?? element.getAttribute("href") ??
      element.getAttribute("xlink:href") ?? "other"
  );
  assertEquals(addresses.filter((address) => !/^(#|data:)/.test(address)), []);
  const styles = texts("style").join("\n") +
    all("[style]").map((element) => element.getAttribute("style")).join("\n");
  assertEquals(/@import|url\((?!["']?#)/.test(styles), false);
  assertEquals(/fetch\(|XMLHttpRequest|import\(/.test(texts("script").join("")), false);
});

Deno.test("report.html leads from each cell of Table 3.7 to what is behind it", () => {
  const links = all("#table_3_7 td a");
  assertEquals(links.length, 18);
  const chain = [
    ...["benefit_only", "benefit_and_administrative"].flatMap((basis) =>
      [
        "suggested_contribution_rate",
        "minimum_contribution_rate",
        "projected_year_of_reserve_exhaustion_at_1_pct",
      ].flatMap((measure) =>
        ["pessimistic", "base", "optimistic"].map((scenario) =>
          [basis, measure, scenario].join("-")
        )
      )
    ),
  ];
  links.forEach((link, index) => {
    const address = link.getAttribute("href").slice(1);
    assertEquals(address, `behind-${chain[index]}`);
    const details = document.getElementById(address);
    assertEquals(details.localName, "details");
    const found = details.querySelector(".found").textContent;
    const shown = link.textContent;
    assert(
      shown === "n.a."
        ? found.startsWith("n.a.")
        : Math.abs(parseFloat(found) - parseFloat(shown)) <= 0.00501,
      `${address}: ${shown} leads to ${found}`,
    );
    assertEquals(all("tbody tr", details).length, 10);
  });
  const suggested = document.getElementById(
    "behind-benefit_and_administrative-suggested_contribution_rate-base",
  ).textContent;
  assertStringIncludes(suggested, "2 times the expenses of 2030");
  assertStringIncludes(suggested, "ratio 2.0000");
});

Deno.test("report.html says of every part from the extract, and no other, that it is synthetic", () => {
  assertStringIncludes(texts("header .banner").join(), "Synthetic data");
  const extractKinds = ["calibrated", "chosen", "model", "experience"];
  const ofExtract = ledger.filter(({ kind }) => extractKinds.includes(kind!))
    .map(({ item }) => item!);
  const isOther = (item: string) =>
    REGISTRY.find((each) => each.item === item)!.isOfExtract === false;
  const others = ["text_2_1", "table_2_1", "table_2_3"]; // projected from the United Nations'
  assertEquals([...new Set(ofExtract)].filter(isOther), others);
  for (const item of new Set([...ofExtract, "table_1_5"])) {
    const badges = isOther(item) ? [] : ["Synthetic data"];
    assertEquals(texts(`#${item} .badge`), badges, item);
  }
  assertEquals(texts("#behind > p .badge"), ["Synthetic data"]);
});

Deno.test("report.html counts each number once, and as reproduced only what is computed", () => {
  const places = new Map(ledger.map((row) => [`${row.item} ${row.cell}`, row]));
  assertEquals(
    ledger.filter(({ repeats }) => repeats !== "" && !places.has(repeats!)),
    [],
  );
  const once = ledger.filter(({ repeats }) => repeats === "");
  const reproduced =
    once.filter(({ status, kind }) =>
      status === "matches" && ["model", "experience", "open"].includes(kind!)
    ).length;
  assertStringIncludes(
    texts("header").join(),
    `${once.length} printed numbers (in ${ledger.length} places) ${reproduced} are reproduced, `,
  );
});

Deno.test("report.html begins with the rates of Table 3.7", () => {
  const rows = all("#overview tbody tr").slice(0, 2)
    .map((row) => row.textContent!.replaceAll(/\s+/g, " ").trim());
  assert(/^Rates of Table 3.7 ?12/.test(rows[0]!), rows[0]);
});

Deno.test("report.html is smaller than 3 MB", () => {
  assert(html.length < 3e6, String(html.length));
});

Deno.test("workbook.xlsx has a sheet for each table and figure, listed in its contents", () => {
  const names = sheets.map(({ sheet }) => sheet);
  const wanted = REGISTRY.flatMap(({ item, number, table, figure }) => [
    ...(table ? [`Table ${number}`] : []),
    ...(figure && item ? [`Figure ${number.slice(1)}`] : []),
  ]);
  const formulas = ["Assumptions", "Rates", "Printed", "By year", "Survival"].concat(
    ["Monthly", "Yearly"].flatMap((what) =>
      REPORT_SCENARIOS.map((name) => `${what} ${name}`)
    ),
  );
  assertEquals(
    names.slice(0, wanted.length + formulas.length + 1),
    ["Contents", ...formulas, ...wanted],
  );
  assertEquals(sheet("Contents").slice(5).map(([name]) => name), names.slice(1));
  for (const name of ["Comparison", "Choices", "Provenance"]) {
    assert(names.includes(name));
  }
  assertStringIncludes(String(sheet("Contents")[1]![0]), "Synthetic data");
});

Deno.test("workbook.xlsx holds numbers as numbers, in full", () => {
  const rows = sheet("Table 3.7");
  const suggested = rows.find(([name]) =>
    name === "Suggested rate, benefits and administration"
  )!;
  assertEquals(suggested[4], 1.35);
  assert(Math.abs(Number(suggested[5]) - 1.3494) < 1e-4);
  assertEquals(suggested[6], "(✓)");
});

Deno.test("workbook.xlsx has every row of the ledger, number for number", () => {
  const comparison = sheet("Comparison");
  const start = comparison.findIndex(([item]) => item === "Item") + 1;
  ledger.forEach((row, index) => {
    const [, , , unit, published, reproduced] = comparison[start + index]!;
    assertEquals(unit, row.unit);
    assertEquals(String(published ?? ""), normal(row.published!, row.unit!));
    if (typeof reproduced === "number") {
      assert(
        Math.abs(reproduced - Number(row.reproduced)) <= 1e-9 * Math.abs(reproduced),
      );
    }
  });
});

/** A printed number as a workbook holds it: without zeros at its end. */
function normal(published: string, unit: string): string {
  return unit === "text" || !/^-?\d+(\.\d+)?$/.test(published)
    ? published
    : String(Number(published));
}

Deno.test("report.html and workbook.xlsx are the same bytes when made again", async () => {
  assertEquals(await Deno.readTextFile(`${again}/report.html`), html);
  assertEquals(await Deno.readFile(`${again}/workbook.xlsx`), workbookBytes);
});

Deno.test("report.html and workbook.xlsx have only the items asked for", async () => {
  const few = await Deno.makeTempDir();
  await reproduceCommand(["--only", "2.2,F3.2", "--out", few], () => {});
  const { document } = new JSDOM(await Deno.readTextFile(`${few}/report.html`)).window;
  const parts = all("section.part", document).map(({ id }) => id);
  assertEquals(parts, ["table_2_2", "figure_3_2"]);
  assertEquals(document.getElementById("behind"), null);
  const sheets = await readXlsxFile(
    Buffer.from(await Deno.readFile(`${few}/workbook.xlsx`)),
  );
  const names = sheets.map(({ sheet }) => sheet);
  assertEquals(names.slice(0, 3), ["Contents", "Table 2.2", "Figure 3.2"]);
});
