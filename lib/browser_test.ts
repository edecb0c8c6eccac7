import { readScenario } from "@jkp/economy/read";
import * as experience from "@jkp/experience";
import { readShippedExtract } from "@jkp/extract/read";
import type { StatisticsExtract } from "@jkp/extract";
import type { Scenario } from "@jkp/economy";
import { readScheme, readValuationTerms } from "@jkp/scheme/read";
import * as scheme from "@jkp/scheme";
import { REPORT_DESIGN, reportAssumptions } from "@jkp/valuation/read";
import * as valuation from "@jkp/valuation";
import { assert, assertAlmostEquals, assertEquals, assertMatch } from "@std/assert";
import { browserTest } from "./browser_for_test.ts";
import { bundle } from "./bundle_for_test.ts";
import config from "../deno.json" with { type: "json" };

/** Rooms whose faces read the shipped files, or serve a kernel. */
const NOT_FOR_PAGES = ["reproduction", "notebook"];

const ROOMS = Object.keys(config.imports)
  .flatMap((name) => name.match(/^@jkp\/(\w+)$/)?.[1] ?? [])
  .filter((room) => !NOT_FOR_PAGES.includes(room));

const BUNDLE = await bundle(
  Object.fromEntries(ROOMS.map((room) => [room, `@jkp/${room}`])),
);

/** All that the report's base scenario is valued from, as it stands in files. */
interface ReportFiles {
  readonly extract: StatisticsExtract;
  readonly scenario: Scenario;
  readonly scheme: scheme.Scheme;
  readonly terms: scheme.ValuationTerms;
}

/** The rooms that a valuation goes through. */
interface Rooms {
  readonly experience: typeof experience;
  readonly scheme: typeof scheme;
  readonly valuation: typeof valuation;
}

/** From what is in the files to the suggested rate. Runs in a page: it names no import. */
function suggestedRate(
  { scheme, experience, valuation }: Rooms,
  files: ReportFiles,
): number {
  const { extract, scenario, terms } = files;
  const rules = scheme.rulesAt(files.scheme, terms.firstBenefitMonth);
  const options = valuation.studyOptions(scenario, rules);
  const { assumptions } = valuation.deriveAssumptions({
    experience: experience.studyExperience(extract, options),
    scenario,
    terms,
    choices: valuation.READINGS.closest,
  }, rules);
  const { financing } = valuation.runValuation(assumptions);
  return financing.benefit_and_administrative.suggestedRate;
}

async function readReportFiles(): Promise<ReportFiles> {
  const [extract, scenario, scheme, terms] = await Promise.all([
    readShippedExtract(),
    readScenario("base"),
    readScheme(REPORT_DESIGN),
    readValuationTerms(),
  ]);
  return { extract, scenario, scheme, terms };
}

Deno.test("rooms that compute need nothing of Deno or Node", () => {
  assertEquals(BUNDLE.asked, []);
  assertEquals(BUNDLE.code.match(/node:|\bDeno\./g), null);
});

Deno.test("bundle() names what no page has when a room writes files", async () => {
  const { asked, code } = await bundle({ files: "@jkp/files/write" });
  assert(asked.includes("lib/files/write_files.ts imports node:path"));
  assertMatch(code, /\bDeno\./);
});

Deno.test("what readers give is plain: as JSON and back it is the same", async () => {
  const files = await readReportFiles();
  assertEquals(JSON.parse(JSON.stringify(files)), files);
});

browserTest(
  "a page values the report's base scenario, with no network",
  async (browser) => {
    const files = await readReportFiles();
    const here = suggestedRate({ scheme, experience, valuation }, files);
    const { financing } = valuation.runValuation(await reportAssumptions("base"));
    assertEquals(here, financing.benefit_and_administrative.suggestedRate);

    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    await page.goto("data:text/html,<!doctype html><title>JKP</title>");
    await page.addScriptTag({ content: BUNDLE.code });
    const there = await page.evaluate<number>(
      `(${suggestedRate})(jkp, ${JSON.stringify(files)})`,
    );

    // Engines of other versions may round a logarithm's last digit otherwise.
    assertAlmostEquals(there, here, 1e-12);
    assertEquals((there * 100).toFixed(2), "1.35");
  },
);
