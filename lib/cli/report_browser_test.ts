import { SHIPPED_EXTRACT_FOLDER } from "@jkp/extract/read";
import { DataError } from "@jkp/problem";
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import axe, { type AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { browserTest, findChromium, IS_BROWSER_WANTED } from "../browser_for_test.ts";
import { printedPage } from "./browser.ts";
import { pdfCommand } from "./pdf.ts";
import { reproduceCommand } from "./reproduce.ts";
import { reproduced } from "./reproduced_for_test.ts";
import { valueCommand } from "./value.ts";

const isRun = findChromium() !== undefined || IS_BROWSER_WANTED;
const folder = isRun ? (await reproduced()).folder : "";
const address = pathToFileURL(`${folder}/report.html`).href;

// What runs in the page is text: its names are not those of this program.
const OPEN_ALL = `document.querySelectorAll("details").forEach((one) => one.open = true)`;
// Rows of a table that are made alike look alike; odd and even ones differ in colour.
const KEEP_ONE_ROW_OF_A_KIND = `
  for (const table of document.querySelectorAll("table")) {
    const kinds = new Set();
    [...table.querySelectorAll("tbody tr")].forEach((row, index) => {
      const kind = index % 2 + row.outerHTML
        .replace(/ (id|href|xlink:href|title|data-item)="[^"]*"/g, "")
        .replace(/>[^<]+</g, ">text<");
      if (kinds.has(kind)) row.remove();
      kinds.add(kind);
    });
  }`;
const CUT_OFF = `
  [...document.querySelectorAll("html, body *")]
    .filter((element) => !element.parentElement?.closest(".scroll, .figure"))
    .filter((element) => !element.closest(".unseen, .skip, .drawn > h3, caption"))
    .filter((element) =>
      element.getBoundingClientRect().right > innerWidth + 1 ||
      element === document.documentElement && element.scrollWidth > innerWidth
    )
    .map((element) => element.outerHTML.slice(0, 80))`;

/** Opens the report and gathers what went wrong or was asked of a network. */
async function openPage(
  browser: Browser,
  width = 1280,
  isScripted = true,
  url = address,
) {
  const page = await browser.newPage({
    viewport: { width, height: 800 },
    javaScriptEnabled: isScripted,
  });
  const problems: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("requestfailed", (request) => problems.push(`failed: ${request.url()}`));
  page.on("request", (request) => {
    if (request.url() !== url) problems.push(`asked for: ${request.url()}`);
  });
  await page.goto(url);
  return { page, problems };
}

/** Numbers of the ledger in sight, and what the page says of them. */
async function shownRows(page: Page): Promise<number> {
  const shown = await page.locator("#ledger-table tbody tr:visible").count();
  const words = await page.locator("#ledger-count").textContent();
  assertEquals(words!.split(" ")[0], String(shown));
  return shown;
}

browserTest(
  "report.html opens with no error and asks for nothing else",
  async (browser) => {
    const { page, problems } = await openPage(browser);
    assert((await page.title()).includes("reproduced"));
    assertEquals(problems, []);
  },
);

/** An extract that is named so as to end the style or the script that it may stand in. */
async function namedExtract(name: string): Promise<string> {
  const folder = await Deno.makeTempDir();
  for (const { name } of Deno.readDirSync(SHIPPED_EXTRACT_FOLDER)) {
    await Deno.copyFile(join(SHIPPED_EXTRACT_FOLDER, name), join(folder, name));
  }
  const manifest = join(folder, "extract.toml");
  const toml = await Deno.readTextFile(manifest);
  const line = `name = ${JSON.stringify(name)}`;
  await Deno.writeTextFile(manifest, toml.replace(/^name = .*/, () => line));
  return folder;
}

browserTest(
  "report.html shows a script in the extract's name as text",
  async (browser) => {
    const name = `jht</style><script>document.title='PWNED'</script>"'><img src=x ` +
      "onerror=document.title='PWNED'>; } body { display: none } \\u003cscript>";
    const out = await Deno.makeTempDir();
    const extract = await namedExtract(name);
    const only = ["--only", "3.7,F3.2", "--extract", extract, "--out", out];
    await reproduceCommand(only, () => {});
    const url = pathToFileURL(`${out}/report.html`).href;
    const { page, problems } = await openPage(browser, 1280, true, url);
    await page.waitForTimeout(50);
    assertEquals(problems, []);
    assert((await page.title()).includes("reproduced"));
    assertStringIncludes((await page.locator("footer").textContent())!, name);
    assert(await page.locator("footer").isVisible());
    assertEquals(await page.locator("script").count(), 1);
    assertEquals(await page.locator("img").count(), 0);
    const html = await Deno.readTextFile(`${out}/report.html`);
    const [, policy] = /Security-Policy" content="([^"]*)"/.exec(html)!;
    assertEquals(policy!.includes("unsafe"), false);
  },
);

// What a narrow screen changes is the same in each row of a kind.
for (const [width, rows] of [[1280, ""], [360, KEEP_ONE_ROW_OF_A_KIND]] as const) {
  browserTest(
    `report.html has no serious accessibility problem at ${width} pixels`,
    async (browser) => {
      const { page } = await openPage(browser, width);
      await page.evaluate(OPEN_ALL);
      await page.evaluate(rows);
      await page.evaluate(axe.source);
      const found = await page.evaluate<AxeResults>(
        "axe.run({ resultTypes: ['violations'] })",
      );
      const bad = found.violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id, nodes }) => `${id}: ${nodes.length}, ${nodes[0]!.html}`);
      assertEquals(bad, []);
      assert(found.passes.length > 20);
    },
  );
}

browserTest(
  "report.html's ledger is filtered by keyboard and whole again after Show all",
  async (browser) => {
    const { page } = await openPage(browser);
    const all = await shownRows(page);
    await page.locator("#filter-item").focus();
    await page.keyboard.type("Table 3.7");
    assertEquals(await shownRows(page), 18);
    await page.keyboard.press("Tab");
    await page.keyboard.type("differs");
    const different = await shownRows(page);
    assert(different > 0 && different < 18);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type("minimum");
    assert(await shownRows(page) < different);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(50);
    assertEquals(await shownRows(page), all);
  },
);

browserTest(
  "report.html's counts lead to an item's part of the ledger",
  async (browser) => {
    const { page } = await openPage(browser);
    await page.locator("#table_3_7 .counts a").press("Enter");
    assertEquals(await shownRows(page), 18);
  },
);

browserTest(
  "report.html opens what is behind a cell of Table 3.7 by keyboard",
  async (browser) => {
    const { page } = await openPage(browser);
    const behind = page.locator(
      "#behind-benefit_and_administrative-suggested_contribution_rate-base",
    );
    assertEquals(await behind.getAttribute("open"), null);
    await page.locator("#table_3_7 td a", { hasText: "1.35" }).press("Enter");
    await behind.locator("table").waitFor({ state: "visible" });
    const focused = await page.evaluate("document.activeElement.localName");
    assertEquals(focused, "summary");
    await page.keyboard.press("Enter");
    assertEquals(await behind.locator("table").isVisible(), false);
  },
);

browserTest(
  "report.html is no wider than the screen from 320 to 1920 pixels",
  async (browser) => {
    const { page } = await openPage(browser);
    for (const width of [320, 360, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      assertEquals(await page.evaluate(CUT_OFF), [], `${width} pixels`);
    }
  },
);

const TWO_FRAMES =
  "new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))";
/** Boxes that hold more than is seen of them, and whether a line says so. */
const SCROLLED = `
  [...document.querySelectorAll(".scroll, .figure")]
    .filter((box) => box.scrollWidth > box.clientWidth + 1)
    .map((box) => {
      const hint = box.previousElementSibling;
      const isSaid = hint?.className === "more" && hint.getClientRects().length > 0 &&
        box.classList.contains("goes-on") && box.tabIndex === 0;
      return { name: box.getAttribute("aria-label"), isSaid };
    })`;
/** Words that stand out of the cell or the paragraph that they belong to. */
const CUT_WORDS = `
  (() => {
    const cut = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const parent = text.parentElement;
      if (!text.data.trim() || parent.closest("script, svg, .unseen, .skip, .present")) continue;
      const block = parent.closest("td, th, p, li, dt, dd, h1, h2, h3, summary, caption");
      if (block === null) continue;
      const box = block.getBoundingClientRect();
      if (box.width <= 1) continue;
      range.selectNodeContents(text);
      const lines = range.getClientRects();
      const words = text.data.trim().split(/[\\s-]+/).length;
      const isInLetters = lines.length > Math.max(3, words) &&
        text.data.trim().length < 4 * lines.length;
      if (isInLetters) cut.push("in letters: " + text.data.trim().slice(0, 60));
      const end = block.localName === "caption" ? innerWidth : Infinity;
      for (const { left, right, top, bottom } of lines) {
        const isOut = right > end || left < box.left - 1 || right > box.right + 1 ||
          top < box.top - 4 || bottom > box.bottom + 4;
        if (isOut) cut.push(block.localName + ": " + text.data.trim().slice(0, 60));
      }
    }
    return cut;
  })()`;

browserTest(
  "report.html, the report's and a valuation's, shows all of its tables at 1280 pixels, and at 390 says which go on",
  async (browser) => {
    const out = await Deno.makeTempDir();
    await valueCommand(
      ["--valuation", "jkp_2026", "--paths", "40", "--out", out],
      () => {},
    );
    const valuation = pathToFileURL(`${out}/report.html`).href;
    for (const url of [address, valuation]) {
      const { page } = await openPage(browser, 1280, true, url);
      await page.evaluate(OPEN_ALL);
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 844 });
        await page.waitForTimeout(100);
        await page.evaluate(OPEN_ALL);
        const scrolled = await page.evaluate<{ name: string; isSaid: boolean }[]>(
          SCROLLED,
        );
        const where = `${width} pixels: ${url}`;
        if (width === 1280) assertEquals(scrolled, [], where);
        else assert(scrolled.length > 0, where);
        assertEquals(scrolled.filter(({ isSaid }) => !isSaid), [], where);
        assertEquals(await page.evaluate(CUT_OFF), [], where);
        assertEquals(await page.evaluate(CUT_WORDS), [], where);
      }
      await page.close();
    }
  },
);

browserTest(
  "report.html calls a column of its ledgers on a phone as on a wide screen",
  async (browser) => {
    const { page } = await openPage(browser, 390);
    await page.evaluate(OPEN_ALL);
    const headings = await page.evaluate<[string, string][]>(`(() => {
      const named = [];
      for (const table of document.querySelectorAll(".rows table, #ledger-table")) {
        const heads = [...table.querySelectorAll("thead th")];
        const cells = [...table.querySelectorAll("tbody tr")[0].children];
        cells.forEach((cell, i) => {
          const { content } = getComputedStyle(cell, "::before");
          if (/^".+"$/.test(content)) named.push([heads[i].textContent, content.slice(1, -1)]);
        });
      }
      return named;
    })()`);
    assertEquals(headings.filter(([wide, narrow]) => wide !== narrow), []);
    const names = new Set(headings.map(([wide]) => wide));
    assertEquals([...names].sort(), ["Difference", "JKP Lab", "Published", "Tolerance"]);
  },
);

browserTest(
  "report.html's contents follow the reader, and are folded on a phone",
  async (browser) => {
    const { page } = await openPage(browser);
    const present = page.locator(".contents a[aria-current]");
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      for (const place of ["answer", "table_2_2", "figure_3_4", "ledger"]) {
        await page.evaluate(`document.getElementById("${place}").scrollIntoView()`);
        await page.evaluate(TWO_FRAMES);
        assertEquals(await present.getAttribute("href"), `#${place}`);
      }
      assertEquals(await present.count(), 1);
      assertEquals(await present.isVisible(), width === 1280);
    }
    await page.locator(".contents summary").click();
    await page.locator(".contents a", { hasText: "Chapter 2" }).click();
    assertEquals(await present.isVisible(), false);
    assertEquals(await page.evaluate("location.hash"), "#chapter-2");
  },
);

browserTest("pdf prints a page beside it, and leaves nothing else", async () => {
  const folder = await Deno.makeTempDir();
  const html = `${folder}/page.html`;
  await Deno.writeTextFile(html, "<!doctype html><title>Rates</title><h1>1.35 %</h1>");
  const said: string[] = [];
  await pdfCommand([html], (text) => said.push(text));
  assertEquals(said, [`${folder}/page.pdf printed.`]);
  const text = new TextDecoder("latin1").decode(
    await Deno.readFile(`${folder}/page.pdf`),
  );
  assert(text.startsWith("%PDF-"));
  assert(/\/Outlines /.test(text));
  assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name).sort(), [
    "page.html",
    "page.pdf",
  ]);
});

Deno.test("pdf says what to install where there is no browser, and which page is missing", async () => {
  const error = await assertRejects(() => printedPage("a.html", ["no-such-browser"]));
  assert(error instanceof DataError);
  assertStringIncludes(error.message, "install Chromium, Chrome or Edge");
  // A folder, and a file that is no program.
  for (
    const path of [SHIPPED_EXTRACT_FOLDER, join(SHIPPED_EXTRACT_FOLDER, "extract.toml")]
  ) {
    await assertRejects(
      () => printedPage("a.html", [path]),
      DataError,
      "install Chromium, Chrome or Edge",
    );
  }
  await assertRejects(
    () => pdfCommand(["nowhere.html", "deno.json"], () => {}),
    DataError,
    "nowhere.html: expected a page to print",
  );
});

browserTest("report.html is whole without scripts", async (browser) => {
  const { page, problems } = await openPage(browser, 1280, false);
  assertEquals(problems, []);
  assertEquals(await page.locator("#ledger-filter").isVisible(), false);
  assert(await page.locator("#ledger-table tbody tr").last().isVisible());
});

browserTest("report.html prints as A4 with everything open", async (browser) => {
  const { page } = await openPage(browser);
  await page.emulateMedia({ media: "print" });
  const table = page.locator(
    "#behind-benefit_only-minimum_contribution_rate-pessimistic table",
  );
  assert(await table.isVisible());
  assertEquals(await page.locator("#ledger-filter").isVisible(), false);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const text = new TextDecoder("latin1").decode(pdf);
  assert(text.startsWith("%PDF-"));
  const boxes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
    .map(([, width, height]) => [width, height].map((size) => Math.round(Number(size))));
  assert(boxes.length > 20);
  const isA4 = boxes.every((box) => box.toSorted((a, b) => a - b).join() === "595,842");
  assert(isA4);
});
