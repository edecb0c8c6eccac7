import {
  type AssumptionValues,
  CHANGEABLE_NAMES,
  fundAtTrialRates,
  RANGES,
  runValuation,
  type SchemeValuation,
} from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertNotEquals,
  assertThrows,
} from "@std/assert";
import * as fc from "fast-check";
import { join } from "node:path";
import { parse } from "smol-toml";
import type { ExplorerValuation } from "./explorer_data.ts";
import { readExplorerData } from "./read_explorer_data.ts";
import { valueColumn } from "./value_view.ts";
import { filedView, HIGHEST_TRIAL_RATE, type View, type ViewColumn } from "./view.ts";
import { viewFiles } from "./view_files.ts";

const DATA = await readExplorerData();

/** Values that an assumption can be moved to, all that a valuation is likely to reach. */
const VALUES: Readonly<Record<keyof AssumptionValues, fc.Arbitrary<number>>> = {
  ...Object.fromEntries(
    CHANGEABLE_NAMES.map((name) => [
      name,
      fc.double({ min: 0.001, max: RANGES[name].highest, noNaN: true }),
    ]),
  ) as Record<keyof AssumptionValues, fc.Arbitrary<number>>,
  terminationRatePerMonth: fc.double({ min: 0.0001, max: 0.03, noNaN: true }),
  maximumDurationMonths: fc.integer({ min: 1, max: 24 }),
  reserveMultiple: fc.double({ min: 0, max: 5, noNaN: true }),
};

const changesOf = fc.record(VALUES, { requiredKeys: [] });

/** Figures of a column, all that the page shows follow from them; or why there are none. */
const figures = (value: () => SchemeValuation) => {
  try {
    const { suggestedRate, benefitCostRate, replacementRate, entitledShare, valuation } =
      value();
    const { financing, years, assumptions } = valuation;
    const { benefit_and_administrative, benefit_only } = financing;
    return {
      suggestedRate,
      benefitCostRate,
      replacementRate,
      entitledShare,
      financing: [benefit_and_administrative, benefit_only],
      costs: years.map(({ paygCostRate }) => paygCostRate),
      fund: fundAtTrialRates(valuation).map(({ closingIdr }) => closingIdr),
      trial: assumptions.trialContributionRate,
    };
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
};

/** Figures of a file, by the road of `value --valuation`. */
async function figuresOfFile(path: string): Promise<ReturnType<typeof figures>> {
  const { valued, leftOut } = runValuation(await readValuation(path));
  return figures(() => {
    const found = valued.find(({ duration }) => duration === "longest");
    if (found !== undefined) return found;
    const { rules, reason } = leftOut[0]!;
    throw new RangeError(`Cannot value ${rules.name}: ${reason}`);
  });
}

/** Writes a view's files, and compares what each gives with its column. */
async function compared(folder: string, view: View, valuation: ExplorerValuation) {
  for (const [i, { name, text }] of viewFiles(DATA, view).entries()) {
    await Deno.writeTextFile(join(folder, name), text);
    const found = await figuresOfFile(join(folder, name));
    const wanted = figures(() =>
      valueColumn(valuation, view.columns[i]!, view.trialRate)
    );
    if (
      view.trialRate === null || typeof found === "string" || typeof wanted === "string"
    ) {
      assertEquals(found, wanted, text);
      continue;
    }
    const { trial, fund, ...same } = wanted;
    const { trial: trialOfFile, fund: fundOfFile, ...sameOfFile } = found;
    assertEquals(sameOfFile, same, text);
    assertAlmostEquals(trialOfFile, trial, 1e-12);
    const size = Math.max(...fund.map(Math.abs));
    fund.forEach((idr, year) =>
      assertAlmostEquals(fundOfFile[year]! / size, idr / size, 1e-12)
    );
  }
}

Deno.test("viewFiles() repeats every design of both valuations, as it is or moved", async () => {
  const folder = await Deno.makeTempDir();
  for (const valuation of DATA.valuations) {
    const filed = filedView(DATA, valuation.file.name);
    for (const [i, { name }] of valuation.schemes.entries()) {
      const role = valuation.roles[i % valuation.roles.length]!;
      const isMoved = valuation.file.name === "report_2021" && i % 2 === 1;
      const changes = isMoved ? { involuntaryShare: 0.3, benefitRate: 0.4 } : {};
      const columns: readonly ViewColumn[] = [{ design: name, role, changes }];
      await compared(folder, { ...filed, columns }, valuation);
    }
  }
});

Deno.test("viewFiles() repeats any changes, alone and together, at any trial rate", async () => {
  const folder = await Deno.makeTempDir();
  const views = DATA.valuations.map((valuation) =>
    fc.record({
      valuation: fc.constant(valuation),
      design: fc.constantFrom(...valuation.schemes.map(({ name }) => name)),
      role: fc.constantFrom(...valuation.roles),
      changes: changesOf,
      // To a thousandth of a per cent, as somebody would type it.
      trialRate: fc.option(
        fc.integer({ min: 0, max: 1e5 * HIGHEST_TRIAL_RATE }).map((each) => each / 1e5),
      ),
    })
  );
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(...views),
      async ({ valuation, trialRate, ...column }) => {
        const filed = filedView(DATA, valuation.file.name);
        await compared(folder, { ...filed, columns: [column], trialRate }, valuation);
      },
    ),
    { numRuns: 25 },
  );
});

Deno.test("viewFiles() names what it extends, what is changed and from what, and its address", () => {
  const filed = filedView(DATA, "jkp_2026");
  const column = { design: "jkp_2021", role: "early_2025", changes: {} };
  const columns = [column, { ...column, changes: { reserveMultiple: 2 } }, column];
  const files = viewFiles(DATA, { ...filed, columns, trialRate: 0.0036 });
  assertEquals(files.map(({ name }) => name), [
    "jkp_2026_jkp_2021_early_2025_changed.toml",
    "jkp_2026_jkp_2021_early_2025_changed_2.toml",
    "jkp_2026_jkp_2021_early_2025_changed_3.toml",
  ]);
  const { title, title_id: titleId, ...content } = parse(files[1]!.text);
  assert(String(title).endsWith(", at the end of 2025, changed in the explorer"));
  assert(String(titleId).endsWith(", pada akhir 2025, diubah dalam penjelajah"));
  assertEquals(content, {
    extends: "jkp_2026",
    name: "jkp_2026_jkp_2021_early_2025_changed_2",
    source: "Explorer of JKP Lab, #valuation=jkp_2026&trialRate=0.0036&design=jkp_2021&" +
      "role=early_2025&reserveMultiple=2; made from jkp_2026: Own calculation on public " +
      "experience: data/valuations/jkp_2026.md",
    designs: ["jkp_2021"],
    valued_roles: ["early_2025"],
    trial: {
      contribution_rate_pct: 0.36,
      over_law: true,
      source: "Tried in the explorer",
    },
    changes: {
      reserveMultiple: 2,
      source: "Changed in the explorer: reserveMultiple from 1",
    },
  });
  const [asFiled] = viewFiles(DATA, filedView(DATA, "report_2021"));
  assert(asFiled!.text.includes("--process report_2021\n"));
  assertEquals(asFiled!.name, "report_2021_proposed_2021_base.toml");
  assert(asFiled!.text.includes("made from report_2021: ILO (2021)"));
  assertEquals(parse(asFiled!.text).changes, undefined);
});

Deno.test("viewFiles() names the extract that was said over the valuation", async () => {
  const folder = await Deno.makeTempDir();
  const data = await readExplorerData(["report_2021"], {
    extract: "data/extracts/jht_2019_spells",
  });
  const view = filedView(data, "report_2021");
  const [file] = viewFiles(data, view);
  const path = join(folder, file!.name);
  await Deno.writeTextFile(path, file!.text);
  const wanted = figures(() => valueColumn(data.valuations[0]!, view.columns[0]!, null));
  assertEquals(await figuresOfFile(path), wanted);
  const [shipped] = DATA.valuations;
  const filed = figures(() => valueColumn(shipped!, view.columns[0]!, null));
  assertNotEquals(wanted, filed);

  const { extract } = await readValuation("report_2021");
  const given = await readExplorerData(["report_2021"], {
    extract: { ...extract, manifest: { ...extract.manifest, name: "mine" } },
  });
  const [ofValue] = viewFiles(given, view);
  assert(ofValue!.text.includes("# The extract mine was given as a value"));
  assertEquals((parse(ofValue!.text).data as { extract?: string }).extract, "mine");
});

Deno.test("readExplorerData() says nothing of the machine that it was read on", () => {
  const text = JSON.stringify(DATA);
  assert(!text.includes(Deno.cwd()));
  assert(text.includes('"path":"data/valuations/jkp_2026.toml"'));
});

Deno.test("viewFiles() refuses a view that cannot be shown, and writes one that cannot be valued", () => {
  const filed = filedView(DATA, "jkp_2026");
  const of = (column: Partial<ViewColumn>) =>
    viewFiles(DATA, { ...filed, columns: [{ ...filed.columns[0]!, ...column }] });
  assertThrows(() => of({ role: "bse" }), RangeError, "did you mean base?");
  const [file] = of({ changes: { involuntaryShare: 1, terminationRatePerMonth: 1 } });
  assert(file!.text.includes("terminationRatePerMonth = 1"));
});

Deno.test("viewFiles() keeps designs of one's own, and what holds of the report's beside others", async () => {
  const folder = await Deno.makeTempDir();
  const path = join(folder, "both.toml");
  await Deno.writeTextFile(
    path,
    `extends = "report_2021"
name = "both"
designs = ["proposed_2021", "dir/mine"]
valued_roles = ["base"]
`,
  );
  // A design of one's own, with the name of another of the project's.
  await Deno.mkdir(join(folder, "dir"));
  const jkp = await Deno.readTextFile("data/designs/jkp_2021.toml");
  await Deno.writeTextFile(
    join(folder, "dir/mine.toml"),
    jkp.replace('name = "jkp_2021"', 'name = "japan"'),
  );
  const data = await readExplorerData([path]);
  const { valued } = runValuation(await readValuation(path));
  for (const { name, text } of viewFiles(data, filedView(data, "both"))) {
    await Deno.writeTextFile(join(folder, name), text);
    const [own] = runValuation(await readValuation(join(folder, name))).valued;
    const beside = valued.find(({ rules }) => rules.name === own!.rules.name)!;
    assertEquals(own!.suggestedRate, beside.suggestedRate);
  }
});
