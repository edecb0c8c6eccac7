import type { Table } from "@jkp/exhibit";
import { costsAsAssumed, pathDrawer, simulateCosts, stressTests } from "@jkp/uncertainty";
import { readProcess, readRateRule } from "@jkp/uncertainty/read";
import { costKernel, mainInputs, runValuation } from "@jkp/valuation";
import { readValuation } from "@jkp/valuation/read";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { uncertaintyExhibits } from "../uncertainty/uncertainty_exhibits.ts";
import { howSureSection } from "./how_sure_section.ts";

/** How sure a shipped valuation is, on 64 paths. */
async function economyOf(name: string, designs?: readonly string[]) {
  const run = runValuation(await readValuation(name, designs && { designs }));
  const process = await readProcess(name);
  const inputs = mainInputs(run);
  const exhibits = uncertaintyExhibits({
    run,
    process,
    seed: 1,
    varianceDraws: 0,
    askedRates: [0.0036, 0.0135],
    rateRules: await Promise.all(["canada", "japan"].map(readRateRule)),
    schemes: run.rulesInTime.map((rules) => {
      const kernel = costKernel(rules, inputs);
      const pathOf = pathDrawer(process, kernel.asAssumed, 1);
      return {
        rules,
        costs: simulateCosts(kernel, pathOf, { from: 0, to: 64 }),
        asAssumed: costsAsAssumed(kernel),
        stresses: stressTests(rules, inputs, process),
      };
    }),
  });
  return { exhibits, process, notes: ["A note of the caller."] };
}

const REPORT = await economyOf("report_2021");

/** Parts of a section by their place, and its tables by name. */
function partsOf(section: ReturnType<typeof howSureSection>) {
  const parts = new Map((section.subsections ?? []).map((part) => [part.id, part]));
  const tables = new Map<string, Table>(
    [...parts.values()].flatMap(({ tables = [] }) =>
      tables.map((table) => [table.id, table] as const)
    ),
  );
  return { parts, tables };
}

Deno.test("howSureSection() shows distributions, chances by year, what moves the rate and rules", () => {
  const section = howSureSection({ economy: REPORT });
  assertEquals(section.paragraphs!.at(-1), "A note of the caller.");
  assert(section.paragraphs![0]!.includes("64 paths of the process report_2021"));
  const { parts, tables } = partsOf(section);
  assertEquals([...tables.keys()], [
    "rates_over_paths",
    "overdrawn_chances",
    "rate_for_chance",
    "next_years_cost",
    "convergence",
    "elasticities_proposed_2021",
    "choices_proposed_2021",
    "stress_tests",
    "rate_rules",
    "rate_rules_reserve",
  ]);
  assertEquals(
    [...parts.values()].map(({ figures = [] }) => figures.map(({ id }) => id)),
    [
      ["rate_quantiles", "payg_over_paths", "fund_over_paths", "overdrawn_over_paths"],
      ["tornado_proposed_2021"],
      ["rate_rules_recession_target", "rate_rules_recession_reserve"],
      [],
    ],
  );
  const [suggested] = tables.get("rates_over_paths")!.rows;
  assertEquals(Number(suggested!.assumed).toFixed(2), "1.35");
});

Deno.test("howSureSection() has a column a rate of what uncertainty lists row by row", () => {
  const { tables } = partsOf(howSureSection({ economy: REPORT }));
  const { columns, rows } = tables.get("overdrawn_chances")!;
  assertEquals(columns.map(({ title }) => title), [
    ...["Year", "0.36 % paid", "±", "1.00 % paid", "±", "1.35 % paid", "±"],
  ]);
  const long = REPORT.exhibits.overPaths.tables[1]!.rows;
  assertEquals(rows.length, 10);
  for (const { year, chance, chanceError, paid } of long) {
    const row = rows.find((one) => one.year === year)!;
    const key = columns.find(({ title }) =>
      title === `${Number(paid).toFixed(2)} % paid`
    )!.key;
    assertEquals([row[key], row[`${key}Error`]], [chance!, chanceError!]);
  }
});

Deno.test("howSureSection() of JKP says at what rates no path is overdrawn, and draws no noughts", async () => {
  const economy = await economyOf("jkp_2026");
  const { parts, tables } = partsOf(howSureSection({ economy }));
  const paths = parts.get("how_sure_paths")!;
  assertEquals(paths.paragraphs, [
    "At a contribution rate of 0.36 or 1.35 % the fund is overdrawn on no path by 2035.",
  ]);
  assert(!tables.has("overdrawn_chances"));
  assertEquals(paths.figures!.map(({ id }) => id), [
    "rate_quantiles",
    "payg_over_paths",
    "fund_over_paths",
  ]);
  const quantiles = paths.figures![0]!.series;
  assertEquals(quantiles.map(({ name }) => name), ["Suggested", "Minimum", "Break-even"]);
  // At 95 of 100 paths the figure has what the table has.
  const [suggested] = tables.get("rates_over_paths")!.rows;
  assertAlmostEquals(quantiles[0]!.y[94]!, Number(suggested!.q95), 1e-12);
});

Deno.test("howSureSection() names schemes, of which each has its own rate", async () => {
  const economy = await economyOf("report_2021", ["proposed_2021", "jkp_2021"]);
  const { tables, parts } = partsOf(howSureSection({ economy }));
  const { rows, columns } = tables.get("overdrawn_chances")!;
  assertEquals(rows.length, 20);
  assertEquals(columns[0]!.key, "scheme");
  assertEquals(new Set(rows.map(({ scheme }) => scheme)).size, 2);
  const ids = [...parts.values()].flatMap(({ figures = [] }) => figures)
    .map(({ id }) => id);
  assertEquals(new Set(ids).size, ids.length);
});

Deno.test("howSureSection() says why nothing was simulated, and how far an experience can be wrong", () => {
  assertEquals(howSureSection(undefined).paragraphs, [
    "Nothing was simulated for this document.",
  ]);
  const table = { ...REPORT.exhibits.overPaths.tables[0]!, id: "experience_errors" };
  const section = howSureSection({
    economy: "There is no process.",
    experience: { words: "How sure: 1,000 members.", table },
  });
  assertEquals(section.paragraphs, ["There is no process."]);
  assertEquals(
    section.subsections!.map(({ paragraphs, tables }) => [paragraphs, tables]),
    [
      [["How sure: 1,000 members."], [table]],
    ],
  );
  const synthetic = howSureSection({ economy: REPORT }).subsections!.at(-1)!;
  assert(synthetic.paragraphs![0]!.startsWith("The extract is synthetic"));
});
