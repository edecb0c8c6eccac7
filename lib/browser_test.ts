import { readValuation, reportAssumptions } from "@jkp/valuation/read";
import * as valuation from "@jkp/valuation";
import { assert, assertAlmostEquals, assertEquals, assertMatch } from "@std/assert";
import { browserTest } from "./browser_for_test.ts";
import { bundleFaces } from "./bundle_for_test.ts";
import config from "../deno.json" with { type: "json" };

/** Rooms whose faces read the shipped files, or serve a kernel. */
const NOT_FOR_PAGES = ["reproduction", "notebook"];

const ROOMS = Object.keys(config.imports)
  .flatMap((name) => name.match(/^@jkp\/(\w+)$/)?.[1] ?? [])
  .filter((room) => !NOT_FOR_PAGES.includes(room));

const BUNDLE = await bundleFaces(
  Object.fromEntries(ROOMS.map((room) => [room, `@jkp/${room}`])),
);

/** From a valuation as it is read to the suggested rate. Runs in a page. */
function suggestedRate(
  { runValuation, suggestedRateOf }: typeof valuation,
  report: valuation.ValuationBasis,
): number {
  return suggestedRateOf(runValuation(report), "base");
}

Deno.test("rooms that compute need nothing of Deno or Node", () => {
  assertEquals(BUNDLE.asked, []);
  assertEquals(BUNDLE.code.match(/node:|\bDeno\./g), null);
});

Deno.test("bundleFaces() names what no page has when a room writes files", async () => {
  const { asked, code } = await bundleFaces({ files: "@jkp/files/write" });
  assert(asked.includes("lib/files/write_files.ts imports node:path"));
  assertMatch(code, /\bDeno\./);
});

Deno.test("what readers give is plain: as JSON and back it is the same", async () => {
  const report = await readValuation("report_2021");
  assertEquals(JSON.parse(JSON.stringify(report)), report);
});

browserTest(
  "a page values the report's base scenario, with no network",
  async (browser) => {
    const report = await readValuation("report_2021");
    const here = suggestedRate(valuation, report);
    const { financing } = valuation.valueAssumptions(await reportAssumptions("base"));
    assertEquals(here, financing.benefit_and_administrative.suggestedRate);

    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    await page.goto("data:text/html,<!doctype html><title>JKP</title>");
    await page.addScriptTag({ content: BUNDLE.code });
    const there = await page.evaluate<number>(
      `(${suggestedRate})(jkp.valuation, ${JSON.stringify(report)})`,
    );

    // Engines of other versions may round a logarithm's last digit otherwise.
    assertAlmostEquals(there, here, 1e-12);
    assertEquals((there * 100).toFixed(2), "1.35");
  },
);
