import { schemeComparison } from "@jkp/study";
import { readValuation } from "@jkp/valuation/read";
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import axe, { type AxeResults } from "axe-core";
import { strFromU8, unzipSync } from "fflate";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { browserTest } from "../browser_for_test.ts";
import { runTask } from "./run_for_test.ts";
import { answerInWords } from "./value_outputs.ts";
import { readExplorerData } from "../explorer/read_explorer_data.ts";
import { viewFiles } from "../explorer/view_files.ts";
import { parseViewAddress } from "../explorer/view_address.ts";

const data = await readExplorerData();
const folder = Deno.makeTempDirSync();
Deno.test.afterAll(() => Deno.removeSync(folder, { recursive: true }));

// As its user makes it: with the permissions of the task.
const written = await runTask("explorer", "--out", folder);
assertEquals([written.code, written.stderr], [0, ""]);
const file = join(folder, "explorer.html");
const html = Deno.readTextFileSync(file);

/** A page that is there: what it asked for besides itself, and what went wrong in it. */
interface Opened {
  readonly page: Page;
  readonly asked: readonly string[];
  readonly wrong: readonly string[];
}

/** Opens the explorer as a reader does, from a file and with no network. */
async function open(
  browser: Browser,
  hash = "",
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({ offline: true, ...options });
  const page = await context.newPage();
  const asked: string[] = [];
  const wrong: string[] = [];
  const url = pathToFileURL(file).href;
  page.on("request", (request) => {
    const isOwn = request.url().startsWith(url) || /^(blob|data):/.test(request.url());
    if (!isOwn) asked.push(request.url());
  });
  page.on("console", (message) => wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(String(error)));
  await page.goto(url + hash);
  await page.waitForSelector("[data-rate]");
  return { page, asked, wrong };
}

/** What stands in the large digits of each column. */
const rates = (page: Page) => page.locator("[data-rate]").allTextContents();

/** Moves a slider as a mouse does, to a value that it has. */
async function drag(page: Page, name: string, to: number): Promise<void> {
  await page.locator(`input[type=range][data-name=${name}]`).fill(String(to));
}

/** Waits for what a page comes to by itself: its policy refuses playwright's own waiting. */
async function until(page: Page, expression: string): Promise<void> {
  for (let tries = 0; !await page.evaluate(expression); tries++) {
    if (tries > 200) throw new Error(`Waited in vain for ${expression}`);
    await page.waitForTimeout(50);
  }
}

/** The sentence that `value` prints first, with a design's changes. */
async function answerOf(
  valuation: string,
  options: Parameters<typeof readValuation>[1],
  changes: Parameters<typeof schemeComparison>[1] = {},
): Promise<string> {
  return answerInWords(
    schemeComparison(await readValuation(valuation, options), changes),
  );
}

browserTest(
  "a benefit rate dragged to 60 per cent costs what value says",
  async (browser) => {
    const { page, asked, wrong } = await open(browser);
    assertEquals(await rates(page), ["1.35 %"]);
    await drag(page, "benefitRate", 60);
    const answer = await answerOf("report_2021", { scenarios: ["base"] }, {
      benefitRate: 0.6,
    });
    const [, suggested, minimum] = /rate ([\d.]+) per cent.*minimum ([\d.]+)/.exec(
      answer,
    )!;
    assertEquals(await rates(page), [`${suggested} %`]);
    const facts = await page.locator(".facts").first().innerText();
    assertMatch(facts, new RegExp(`Minimum rate\\s+${minimum} %`));
    const steps = await page.locator(".steps tbody tr").last().innerText();
    assertEquals(steps.split("\t"), ["Benefit rate", "50 %", "60 %", "1.56", "+0.21"]);
    await until(page, "location.hash === '#valuation=report_2021&benefitRate=0.6'");
    assertEquals([asked, wrong], [[], []]);
  },
);

browserTest(
  "the running scheme says its cost beside the paid rate, as value does",
  async (browser) => {
    const { page } = await open(
      browser,
      "#valuation=jkp_2026&design=jkp_2025&design=jkp_2021",
    );
    for (const [i, design] of ["jkp_2025", "jkp_2021"].entries()) {
      const answer = await answerOf("jkp_2026", {
        designs: [design],
        scenarios: ["base"],
      });
      const [, cost, last, paid] =
        /cost ([\d.]+) per cent.*in 2026, ([\d.]+) in 2035; ([\d.]+) is paid/.exec(
          answer,
        )!;
      assertEquals((await rates(page))[i], `${cost} %`);
      const facts = await page.locator(".facts").nth(i).innerText();
      assertMatch(facts, new RegExp(`Paid\\s+${paid} %\\s+Cost in 2035\\s+${last} %`));
    }
    assertStringIncludes(await page.locator(".controls").innerText(), "Recognition");
  },
);

browserTest("a view stands in the address, and is read from it", async (browser) => {
  const { page, wrong } = await open(
    browser,
    "#valuation=jkp_2026&language=id&design=jkp_2025&role=pessimistic&benefitRate=0.5",
  );
  assertEquals(await page.evaluate("document.documentElement.lang"), "id");
  assertEquals(await page.locator("#benefitRate").inputValue(), "50");
  assertEquals(await page.locator("#scenario").inputValue(), "pessimistic");
  await page.getByLabel("English").check();
  await page.locator("#scenario").selectOption("base");
  await page.locator("#waitingPeriodDays").fill("14");
  await until(
    page,
    "location.hash === '#valuation=jkp_2026&benefitRate=0.5&waitingPeriodDays=14'",
  );
  await page.evaluate("location.hash = '#benefitRate=50'");
  await page.waitForSelector(".problems");
  const problems = await page.locator(".problems li").allTextContents();
  assertEquals(problems, parseViewAddress(data, "#benefitRate=50").problems);
  assertEquals(problems.length, 1);
  assertEquals(await rates(page), ["1.35 %"]);
  assertEquals(wrong, []);
});

browserTest(
  "what cannot be is refused beside its field, and nothing changes",
  async (browser) => {
    const { page } = await open(browser);
    const field = page.locator("#benefitRate");
    for (
      const [typed, said] of [
        ["0", "More than 0, up to 100 % is wanted."],
        ["x", "A number is wanted, got “x”."],
        ["", "A number is wanted."],
        ["101", "More than 0, up to 100 % is wanted."],
      ] as const
    ) {
      await field.fill(typed);
      assertEquals(await page.locator("#benefitRate-problem").innerText(), said);
      assertEquals(await field.getAttribute("aria-invalid"), "true");
      assertEquals(await rates(page), ["1.35 %"]);
    }
    await page.locator("#maximumDurationMonths").fill("6,5");
    assertEquals(
      await page.locator("#maximumDurationMonths-problem").innerText(),
      "A whole number is wanted.",
    );
    await field.fill("60,0");
    assertEquals(await rates(page), ["1.56 %"]);
    await page.getByRole("button", { name: "Reset Benefit rate" }).click();
    assertEquals(await rates(page), ["1.35 %"]);
    assertEquals(await field.inputValue(), "50");
    // Everybody leaves at once: what the equations do not hold for says why.
    await page.locator("#terminationRatePerMonth").fill("100");
    await page.waitForSelector(".refused");
    assertStringIncludes(await page.locator(".refused").innerText(), "Cannot value ");
  },
);

browserTest("columns are copied, changed and removed, up to four", async (browser) => {
  const { page } = await open(browser);
  await page.getByRole("button", { name: "Copy column A" }).click();
  await page.locator("#design").selectOption("jkp_2021");
  assertEquals(await rates(page), ["1.35 %", "0.99 %"]);
  await page.getByRole("button", { name: "Copy column B" }).click();
  await page.getByRole("button", { name: "Copy column A" }).click();
  assertEquals(await page.getByRole("button", { name: /^Copy column/ }).count(), 0);
  assertEquals((await rates(page)).length, 4);
  assertEquals(await page.locator(".chart").first().locator("path.line").count(), 4);
  await page.getByRole("button", { name: "Remove column B" }).click();
  await page.getByRole("button", { name: "Remove column A" }).click();
  assertEquals(await rates(page), ["0.99 %", "0.99 %"]);
});

browserTest("a keyboard goes on where its button is gone", async (browser) => {
  const { page } = await open(browser, "#benefitRate=0.6&waitingPeriodDays=14");
  const press = async (name: string) => {
    await page.getByRole("button", { name }).press("Enter");
    return await page.evaluate("document.activeElement.id");
  };
  assertEquals(await press("Reset Benefit rate"), "benefitRate");
  assertEquals(await press("Reset all of this column"), "controls-heading");
  await press("Copy column A");
  await press("Copy column A");
  assertEquals(await press("Copy column A"), "answer");
  assertEquals(await press("Remove column D"), "answer");
});

browserTest("all is said in Indonesian, with its numbers", async (browser) => {
  const { page } = await open(browser, "#language=id");
  assertEquals(await rates(page), ["1,35 %"]);
  await page.locator("#benefitRate").fill("62,5");
  await until(
    page,
    "location.hash === '#valuation=report_2021&language=id&benefitRate=0.625'",
  );
  const steps = await page.locator(".steps tbody tr").last().innerText();
  assertMatch(steps, /^Tingkat manfaat\t50 persen\t62,5 persen\t1,6\d\t\+0,2\d$/);
  // A screen reader hears the rate when the change rests.
  await until(
    page,
    "/Kolom A menjadi 1,6/.test(document.querySelector('[aria-live=polite]').textContent)",
  );
});

browserTest("no label of a figure is cut off, however narrow", async (browser) => {
  for (
    const [hash, width] of [
      ["#valuation=jkp_2026&language=id", 1280],
      ["#valuation=jkp_2026&language=id&trialRate=0.1234", 320],
      ["#language=id&design=jkp_2021&benefitRate=1&terminationRatePerMonth=0.03", 1280],
    ] as const
  ) {
    const { page } = await open(browser, hash, { viewport: { width, height: 844 } });
    // The first figure is drawn before its room is known.
    await page.waitForTimeout(200);
    const cut = await page.evaluate<string[]>(
      `[...document.querySelectorAll(".chart svg text")].filter((text) => {
        const [inner, outer] = [text, text.closest("svg")]
          .map((each) => each.getBoundingClientRect());
        return inner.left < outer.left || inner.right > outer.right;
      }).map((text) => text.textContent)`,
    );
    assertEquals(cut, [], `${hash} at ${width} pixels`);
  }
});

browserTest(
  "values of a figure unfold as a table, and follow a slider",
  async (browser) => {
    const { page } = await open(browser);
    const rows = page.locator("#payg-values tbody tr");
    assertEquals(await rows.count(), 0);
    await page.locator(".chart summary").first().click();
    await rows.first().waitFor();
    assertEquals(await rows.count(), 10);
    const filed = await rows.last().innerText();
    assertMatch(filed, /^2030\t\d\.\d\d$/);
    await drag(page, "benefitRate", 60);
    assert(await rows.last().innerText() !== filed);
  },
);

browserTest("digits of three columns keep within their cards", async (browser) => {
  const hash = "#valuation=jkp_2026&language=id&design=jkp_2025&design=jkp_2021" +
    "&design=thailand";
  for (const width of [1280, 960, 700, 390]) {
    const { page } = await open(browser, hash, { viewport: { width, height: 844 } });
    const wide = await page.evaluate<string[]>(
      `[...document.querySelectorAll(".digits, .facts")]
        .filter((each) => each.scrollWidth > each.clientWidth)
        .map((each) => each.textContent)`,
    );
    assertEquals(wide, [], `${width} pixels`);
  }
});

browserTest(
  "a range is drawn in a worker, with no request, and again after a change",
  async (browser) => {
    const { page, asked, wrong } = await open(browser, "#valuation=jkp_2026");
    const drawn = page.locator(".range:not(.stale)");
    await drawn.waitFor();
    const filed = await drawn.innerText();
    assertMatch(filed, /^Nine in ten of 500 paths of the economy: 0\.\d+ to 0\.\d+ %$/);
    assertEquals(await page.locator("path.band:not(.stale)").count(), 2);
    await drag(page, "benefitRate", 90);
    await page.locator(".range.stale").waitFor();
    await drawn.waitFor();
    assert(await drawn.innerText() !== filed);
    assertEquals([asked, wrong], [[], []]);
  },
);

browserTest("the files of a view are handed out as they are", async (browser) => {
  const hash = "#valuation=jkp_2026&design=jkp_2025&benefitRate=0.5&design=jkp_2021";
  const { page } = await open(browser, hash, { acceptDownloads: true });
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the files" }).click();
  const download = await downloading;
  assertEquals(download.suggestedFilename(), "explorer.zip");
  const unzipped = unzipSync(Deno.readFileSync(await download.path()));
  const files = Object.entries(unzipped)
    .map(([name, content]) => ({ name, text: strFromU8(content) }));
  assertEquals(files, [...viewFiles(data, parseViewAddress(data, hash).view)]);
});

browserTest(
  "the page is whole at 1280 and 390 pixels, and axe finds nothing",
  async (browser) => {
    const hash = "#valuation=jkp_2026&design=jkp_2025&design=jkp_2021&benefitRate=0.6" +
      "&design=thailand&design=jkp_2025&role=ilo_basis";
    for (const width of [1280, 390]) {
      const { page, wrong } = await open(browser, hash, {
        viewport: { width, height: 844 },
        bypassCSP: true, // for axe alone: a script that is not the page's
      });
      await page.locator("#benefitRate").fill("101");
      await page.evaluate(
        "document.querySelectorAll('details').forEach((each) => each.open = true)",
      );
      await page.locator("#fund-suggested-values").waitFor();
      const scrolled = await page.evaluate<number>(
        "document.documentElement.scrollWidth",
      );
      assert(scrolled <= width, `${scrolled} of ${width} pixels`);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate<AxeResults>(
        "axe.run({ resultTypes: ['violations'] })",
      );
      const bad = violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
      assertEquals(bad, [], `${width} pixels`);
      assertEquals(wrong, []);
    }
  },
);

Deno.test("explorer writes one page of at most 1.5 MB, which allows nothing unsafe", () => {
  assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name), ["explorer.html"]);
  const [, rate] = /report_2021 \(as filed (\S+) % suggested\)/.exec(
    written.stdout.replaceAll("\n", " "),
  )!;
  assertEquals(rate, "1.35");
  const bytes = new TextEncoder().encode(html).length;
  assert(bytes < 1_500_000, `${bytes} bytes`);
  assertEquals(html.includes("unsafe-"), false);
  assertEquals(html.split("</script>").length, 3);
});
