import { formatNumber } from "@jkp/exhibit";
import { NOT_AVAILABLE } from "@jkp/language";
import { sha256 } from "@jkp/files";
import { UsageError } from "@jkp/problem";
import { readProcess } from "@jkp/uncertainty/read";
import { parse } from "@std/yaml/parse";
import {
  assert,
  assertEquals,
  assertMatch,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import axe, { type AxeResults } from "axe-core";
import { JSDOM } from "jsdom";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { browserTest } from "../browser_for_test.ts";
import { noteCommand } from "./note.ts";
import { runHere } from "./run_for_test.ts";
import { valueCommand } from "./value.ts";

const NAMES = ["jkp_2026", "report_2021"] as const;
const folder = await Deno.makeTempDir();

/** The note of a valuation on few paths, and what was printed. */
async function noteOf(name: string, file = `${name}.html`) {
  const path = join(folder, file);
  const options = ["--valuation", name, "--paths", "40", "--out", path];
  const { code, stdout, stderr } = await runHere(noteCommand, ...options);
  assertEquals([code, stderr], [0, ""]);
  const html = await Deno.readTextFile(path);
  return { path, html, stdout, page: new JSDOM(html).window.document };
}

const NOTES = new Map<string, Awaited<ReturnType<typeof noteOf>>>();
for (const name of NAMES) NOTES.set(name, await noteOf(name));

type Page = Awaited<ReturnType<typeof noteOf>>["page"];

/** Rows of a table, as they are read, by the beginning of its heading without its number. */
function tableRows(page: Page, heading: string): string[][] {
  const table = [...page.querySelectorAll("table")].find(({ caption }) =>
    (caption?.textContent ?? "").replace(/^Table [\d.]+\. /, "").startsWith(heading)
  );
  assert(table !== undefined, heading);
  return [...table.tBodies[0]!.rows].map(({ cells }) =>
    [...cells].map(({ textContent }) => textContent!)
  );
}

for (const [name, { html, page, stdout }] of NOTES) {
  Deno.test(`note of ${name} is one page without a dead link, that asks for nothing else`, () => {
    const places = new Set([...page.querySelectorAll("[id]")].map(({ id }) => id));
    const links = [...page.querySelectorAll("a")].map((link) =>
      link.getAttribute("href")!
    );
    assert(links.length > 20);
    assertEquals(links.filter((link) => !places.has(link.slice(1))), []);
    assertEquals(/<(img|link rel="stylesheet"|script src)/.exec(html), null);
    assertStringIncludes(stdout.replace(/\s+/g, " "), "deno task pdf");
  });

  Deno.test(`note of ${name} has its headings, tables and figures numbered in order`, () => {
    const headings = [...page.querySelectorAll("main section h2, main section h3")]
      .map((heading) => ({ level: heading.localName, text: heading.textContent! }))
      .filter(({ text }) => /^\d/.test(text));
    let [section, part] = [0, 0];
    for (const { level, text } of headings) {
      if (level === "h2") [section, part] = [section + 1, 0];
      else part++;
      const number = level === "h2" ? `${section}` : `${section}.${part}`;
      assertEquals(text.split(" ")[0], number, text);
    }
    assert(section >= 17);
    const captions = [...page.querySelectorAll("section[id] caption")]
      .map(({ textContent }) => /^Table ([\d.]+)\./.exec(textContent!)?.[1])
      .filter((number) => number !== undefined);
    assertEquals(
      captions.toSorted((a, b) => Number(a.split(".")[0]) - Number(b.split(".")[0])),
      captions,
    );
    assert(captions.length > 20);
  });

  Deno.test(`note of ${name} has in its results what value --json has`, async () => {
    const { stdout } = await runHere(valueCommand, "--valuation", name, "--json");
    const { valued, key } = JSON.parse(stdout);
    const rates = tableRows(page, "Contribution rates on insurable earnings");
    assertEquals(rates.length, valued.length);
    for (const [i, { scenarioName, financing, years }] of valued.entries()) {
      const { suggestedRate, minimumRate, exhaustionYear } =
        financing.benefit_and_administrative;
      const row = rates[i]!;
      assertEquals([row[1], row[2], row.at(-1)], [
        formatNumber(100 * suggestedRate, 2),
        formatNumber(100 * minimumRate, 2),
        exhaustionYear === null ? NOT_AVAILABLE : String(exhaustionYear),
      ]);
      const scenario = String(scenarioName).replaceAll("_", " ").replace(/^ilo/, "ILO");
      const projection = tableRows(
        page,
        `${scenario[0]!.toUpperCase()}${scenario.slice(1)} scenario: projection`,
      );
      assertEquals(
        projection.map((cells) => [cells[0], cells[3], cells[6]]),
        years.map(
          (year: { year: number; demographicRatio: number; paygCostRate: number }) => [
            String(year.year),
            formatNumber(100 * year.demographicRatio, 2),
            formatNumber(100 * year.paygCostRate, 2),
          ],
        ),
      );
    }
    // A result of both commands has one key, and the note says which.
    const made = new Map(
      tableRows(page, "From what this note was made").map((
        [what, value],
      ) => [what, value]),
    );
    assertEquals(made.get("Key of the results"), key);
    const file = await Deno.readTextFile(`data/valuations/${name}.toml`);
    assertEquals(
      made.get(`Valuation file ${name}.toml, SHA-256`),
      await sha256(file),
    );
  });

  Deno.test(`note of ${name} works its equations out to what the program has`, () => {
    const numbers = [...page.querySelectorAll(".formula .number")]
      .map(({ textContent }) => textContent);
    assertEquals(numbers, numbers.map((_, i) => `(${i + 1})`));
    assertEquals(page.querySelectorAll(".formula math[alttext]").length, numbers.length);
    const rows = tableRows(page, "The equations worked out for");
    assert(rows.length >= 8);
    for (const [quantity, equation, byEquation, program] of rows) {
      assert(numbers.includes(equation!), quantity);
      assertEquals(byEquation, program, quantity);
    }
  });

  Deno.test(`note of ${name} has the process that its paths are drawn from, number by number`, async () => {
    const { series, correlation, recession, parameters } = await readProcess(name);
    const rows = tableRows(page, `The process ${name}`);
    const valueOf = (of: string, quantity: string) =>
      rows.find(([what, which]) => what === of && which!.startsWith(quantity))![2];
    assertEquals(
      [
        valueOf("Claims", "σ"),
        valueOf("Inflation and return", "correlation"),
        valueOf("Recession", "probability"),
        valueOf("Not known exactly", "standard deviation of the logarithm, recognition"),
      ],
      [
        series.claims.shockSd,
        correlation[4]![5]!,
        recession.probabilityPerYear,
        parameters.recognition,
      ].map((value) => formatNumber(value, 4)),
    );
  });

  Deno.test(`note of ${name} says what of an actuarial report is missing, and cites itself`, () => {
    const asked = tableRows(page, "What ISAP 1 asks of a report");
    for (const [item, , where] of asked) {
      assertMatch(where!, /^(nowhere|section\s[1-9]\d?)$/, item);
    }
    const missing = asked
      .filter(([, state]) => state === "missing").map(([item]) => item);
    assert(missing.includes("Peer review"));
    assert(missing.some((item) => item!.startsWith("Author")));
    assertMatch(
      page.getElementById("citation")!.textContent!,
      /JKP Lab contributors \(\d{4}\)\. JKP Lab \[computer program\], commit [\da-f]{40}\./,
    );
    assertStringIncludes(html, "Errata of the report of 2021");
  });
}

Deno.test("note of report_2021 alone sets its rates beside the printed ones, with what was fitted", () => {
  const [jkp, report] = NAMES.map((name) => NOTES.get(name)!.page);
  assertEquals(jkp!.getElementById("beside_printed"), null);
  const rows = tableRows(report!, "Published beside reproduced");
  assertEquals(
    rows.find(([scenario, , of]) => scenario === "Base" && of === "all")!.slice(3, 5),
    [
      ...["1.35", "1.35 f"],
    ],
  );
});

Deno.test("note is the same bytes again, and takes the PDF of an older page away", async () => {
  const path = join(folder, "printed.html");
  await Deno.writeTextFile(path, "an older note");
  await Deno.writeTextFile(path.replace("html", "pdf"), "%PDF-");
  const { stdout } = await noteOf("jkp_2026", "printed.html");
  assertStringIncludes(stdout.replace(/\s+/g, ""), "isremoved:denotaskpdf");
  await assertRejects(() => Deno.stat(path.replace("html", "pdf")), Deno.errors.NotFound);
  // The same valuation, the same bytes.
  assert(await Deno.readTextFile(path) === NOTES.get("jkp_2026")!.html);
});

Deno.test("note of a valuation without a process says so, and has the errata of what it extends", async () => {
  const own = join(folder, "own.toml");
  await Deno.writeTextFile(
    own,
    `extends = "jkp_2026"\nname = "own"\ntitle = "Own"\nsource = "a test"\n`,
  );
  const { page } = await noteOf(own, "own.html");
  assertStringIncludes(page.getElementById("how_sure")!.textContent!, "No process of");
  assertStringIncludes(page.getElementById("errata")!.textContent!, "survival");
});

Deno.test("note refuses too few paths, and a valuation that is not there", async () => {
  await assertRejects(
    () => noteCommand(["--paths", "3"], () => {}),
    UsageError,
    "--paths wants a whole number from 16",
  );
  const { code, stderr } = await runHere(noteCommand, "--valuation", "jkp_2062");
  assertEquals(code, 2);
  assertStringIncludes(stderr, "did you mean jkp_2026");
});

Deno.test("CITATION.cff has what version 1.2.0 of the format asks for, and no more than is known", async () => {
  const citation = parse(await Deno.readTextFile("CITATION.cff")) as Record<
    string,
    unknown
  >;
  assertEquals(Object.keys(citation).toSorted(), [
    ...["abstract", "authors", "cff-version", "keywords", "license", "message", "title"],
    "type",
  ]);
  assertEquals(citation["cff-version"], "1.2.0");
  assertEquals([citation.type, citation.license], ["software", "MIT"]);
  const licence = await Deno.readTextFile("LICENSE");
  const [{ name }] = citation.authors as [{ name: string }];
  assertStringIncludes(licence, `Copyright (c) 2026 ${name}`);
});

const TOO_WIDE = `
  [...document.querySelectorAll("html, body *")]
    .filter((element) => !element.parentElement?.closest(".scroll, .figure, .formula, pre"))
    .filter((element) => !element.closest(".skip, .drawn > h3, caption"))
    .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
    .map((element) => element.outerHTML.slice(0, 80))`;

// Rows of a table are made alike; three of them tell what all would.
const FEW_ROWS = `
  document.querySelectorAll("tbody tr:nth-child(n + 4)").forEach((row) => row.remove())`;

browserTest(
  "the notes have no accessibility problem, and read at 390 pixels",
  async (browser) => {
    for (const { path } of NOTES.values()) {
      const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
      await page.goto(pathToFileURL(path).href);
      assertEquals(await page.evaluate(TOO_WIDE), []);
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.evaluate(FEW_ROWS);
      await page.evaluate(axe.source);
      const { violations, passes } = await page.evaluate<AxeResults>(
        "axe.run({ resultTypes: ['violations'] })",
      );
      assertEquals(
        violations.map(({ id, nodes }) => `${id}: ${nodes.length}, ${nodes[0]!.html}`),
        [],
      );
      assert(passes.length > 20);
      await page.close();
    }
  },
);
