import { readValuation } from "@jkp/valuation/read";
import { loadPublished } from "@jkp/published/read";
import { buildLedger, REGISTRY, selectItems } from "../registry.ts";
import { KIND_RULES, kindOf } from "./kind_rules.ts";
import { KINDS } from "./kinds.ts";
import { compareItem, type LedgerRow } from "./ledger.ts";
import { headline, headlineFirst, summarizeLedger } from "./summary.ts";
import { ledgerToCsv } from "./ledger_csv.ts";
import { computeResults, scenarioInputs } from "../results.ts";
import type { Reproduced } from "../reproduced.ts";
import {
  deriveAssumptions,
  READING_NAMES,
  READINGS,
  valueAssumptions,
} from "@jkp/valuation";
import { REPORT_SCENARIOS } from "@jkp/economy";
import { publishedRow, publishedValue } from "@jkp/published";
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { parse } from "@std/csv";

const PUBLISHED = await loadPublished();
const RESULTS = await computeResults(await readValuation("report_2021"));
const LEDGER = buildLedger(REGISTRY, RESULTS, PUBLISHED);

function statusOf(item: string, cell: string, reproduced: Reproduced): string {
  return compareItem(PUBLISHED, item, { [cell]: reproduced }, "not in this test")
    .find((row) => row.cell === cell)!.status;
}

Deno.test("compareItem() matches within half a unit of the last printed digit", () => {
  const status = (value: number) =>
    statusOf("text_3_4", "sens_benefit_60", { value, kind: "model" });
  assertEquals(status(1.5649), "matches");
  assertEquals(status(1.565), "matches");
  assertEquals(status(1.5651), "differs");
  assertEquals(status(1.5549), "differs");
  assertEquals(status(NaN), "differs");
});

Deno.test("compareItem() takes n.a. for n.a. only", () => {
  const never = "benefit_only/projected_year_of_reserve_exhaustion_at_1_pct/base";
  const year =
    "benefit_and_administrative/projected_year_of_reserve_exhaustion_at_1_pct/base";
  assertEquals(statusOf("table_3_7", never, { value: null, kind: "model" }), "matches");
  assertEquals(statusOf("table_3_7", never, { value: 2024, kind: "model" }), "differs");
  assertEquals(statusOf("table_3_7", year, { value: null, kind: "model" }), "differs");
  assertEquals(statusOf("table_3_7", year, { value: 2024, kind: "model" }), "matches");
});

Deno.test("compareItem() lets a bound be stayed under but not passed", () => {
  const status = (value: number) =>
    statusOf("figure_3_4", "paygo_max_opt", {
      value,
      kind: "model",
      relation: "at_most",
    });
  assertEquals([status(0.1), status(0.75), status(0.76)], [
    "matches",
    "matches",
    "differs",
  ]);
});

Deno.test("compareItem() says why a printed number has none of ours", () => {
  const [row] = compareItem(PUBLISHED, "text_3_4", {}, "no model for this");
  assertEquals([row!.status, row!.kind, row!.reproduced], [
    "not_reproducible",
    "none",
    "",
  ]);
  assert(row!.note.startsWith("no model for this"));
});

Deno.test("compareItem() throws when a cell of ours is not published", () => {
  assertThrows(
    () => compareItem(PUBLISHED, "text_3_4", { typo: { value: 1, kind: "model" } }, ""),
    RangeError,
    "Cannot compare text_3_4: cells of the report are wanted, got typo",
  );
});

Deno.test("the ledger has one row for every published number of its items", () => {
  const items = REGISTRY.filter((item) => item.cells !== undefined)
    .map(({ item }) => item);
  const expected = PUBLISHED.rows.filter((row) => items.includes(row.item)).length;
  assertEquals(LEDGER.length, expected);
  assertEquals(new Set(LEDGER.map((row) => `${row.item} ${row.cell}`)).size, expected);
});

Deno.test("the ledger has every cell of every table of chapters 2 to 4", () => {
  const tables = PUBLISHED.rows
    .filter(({ item }) => /^table_([234]_|E)/.test(item))
    .map(({ item, cell }) => `${item} ${cell}`);
  const compared = new Set(
    LEDGER.filter(({ status }) => status !== "not_reproducible")
      .map(({ item, cell }) => `${item} ${cell}`),
  );
  assertEquals(tables.filter((key) => !compared.has(key)), []);
});

/** The row of a number under a reading. */
function rowOf(key: string, ledger: readonly LedgerRow[] = LEDGER): LedgerRow {
  return ledger.find((row) => `${row.item} ${row.cell}` === key)!;
}

const TABLE_3_7 = selectItems(["3.7"]);
const BY_READING = new Map(READING_NAMES.map((reading) => [
  reading,
  buildLedger(TABLE_3_7, {
    ...RESULTS,
    reading,
    valuations: RESULTS.byReading[reading],
  }, PUBLISHED),
]));
const SUGGESTED = "benefit_and_administrative/suggested_contribution_rate";

Deno.test("only what is computed counts as reproduced, each printed number once", () => {
  const { all } = headline(LEDGER);
  const once = LEDGER.filter(({ repeats }) => repeats === "");
  const computed = once.filter(({ kind, status }) =>
    ["model", "open", "experience"].includes(kind) && status === "matches"
  );
  assertEquals(all.reproduced, computed.length);
  assertEquals([all.numbers, all.repeated], [once.length, LEDGER.length - once.length]);
  const parts = ["reproduced", "differs", "calibrated", "chosen", "arithmetic", "input"];
  const sum = [...parts, "none"].reduce(
    (total, key) => total + all[key as keyof typeof all],
    0,
  );
  assertEquals(sum, all.numbers);
  const byItem = summarizeLedger(LEDGER).reduce((total, row) => total + row.numbers, 0);
  assertEquals(byItem, all.numbers);
});

Deno.test("headline() leads with the 12 rates of Table 3.7, then its 6 years", () => {
  const { rates, years, rest, all } = headline(LEDGER);
  assertEquals([rates.numbers, years.numbers], [12, 6]);
  assertEquals(rates.numbers + years.numbers + rest.numbers, all.numbers);
  assertEquals(
    [
      rates.reproduced,
      rates.calibrated,
      rates.chosen,
      rates.arithmetic,
      rates.differs,
    ],
    [1, 3, 1, 3, 4],
  );
  assertEquals(headlineFirst(LEDGER).slice(0, 18).map(({ item }) => item), [
    ...Array(18).fill("table_3_7"),
  ]);
  assertEquals(headlineFirst(LEDGER).length, LEDGER.length);
});

Deno.test("README.md says how near we come as the ledger has it", async () => {
  const readme = await Deno.readTextFile(
    new URL("../../../README.md", import.meta.url),
  );
  const section = readme.slice(
    readme.indexOf("## How near we come"),
    readme.indexOf("### Why not nearer"),
  ).replaceAll(/\s+/g, " ");
  const { all } = headline(LEDGER);
  const places = LEDGER.length.toLocaleString("en");
  const tables = [
    `Of all ${all.numbers} printed numbers, each counted once though they stand in ` +
    `${places} places`,
    `| reproduced | **${all.reproduced}** | ${all.reproduced - all.open} by the`,
    `projection of population, ${all.open} from public statistics`,
    `| fitted | ${all.calibrated} |`,
    `| chosen | ${all.chosen} |`,
    `| arithmetic | ${all.arithmetic} |`,
    `| shown back | ${all.input} |`,
    `${all.differs} differ, of any kind, and ${all.none} have no number of ours`,
  ];
  for (const text of tables) assertStringIncludes(section, text);
  for (const [reading, ledger] of BY_READING) {
    const { rates } = headline(ledger);
    const { reproduced, calibrated, chosen, arithmetic, differs } = rates;
    const counts = [reproduced, calibrated, chosen, arithmetic, differs];
    const row = new RegExp(
      `\\| ${reading.replace("_", " ")} \\|[^|]*\\| ${counts.join(" \\| ")} \\|`,
    );
    assert(row.test(section), `${reading}: ${counts}`);
  }
});

Deno.test("headline() counts a repeated number where its first place is left out", () => {
  const rows = LEDGER.filter(({ item }) => item === "table_E2");
  const { rates, years } = headline(rows);
  assertEquals([rates.numbers, years.numbers, rates.repeated], [6, 3, 0]);
});

Deno.test("one cell of Table 4.2 counts once, and no blank of a layout does", () => {
  const rows = LEDGER.filter(({ item }) => item === "table_4_2");
  const [counts] = summarizeLedger(rows);
  assertEquals([counts!.numbers, counts!.repeated, counts!.reproduced], [11, 7, 0]);
  const blanks = LEDGER.filter(({ published, item }) =>
    published === "n.a." && !/^table_(3_[37]|E2)$/.test(item)
  );
  assertEquals(blanks.length, 6 + 1);
  assert(blanks.every(({ kind }) => !KINDS[kind].counts));
  assertEquals(rowOf("figure_3_1 demographic_ratio_2021").kind, "arithmetic");
});

Deno.test("every rule of kinds names a number, and every number of a rule says why", () => {
  const ledgers = [LEDGER, ...BY_READING.values()].flat();
  for (const { kind, reason, numbers } of KIND_RULES) {
    const named = ledgers.filter((row) =>
      row.kind === kind && row.note.includes(reason) &&
      numbers.test(row.repeats === "" ? `${row.item} ${row.cell}` : row.repeats)
    );
    assert(named.length > 0, String(numbers));
  }
  const chosen = LEDGER.filter(({ kind }) => kind === "chosen");
  assert(chosen.length > 0 && chosen.every(({ note }) => note !== ""));
});

Deno.test("a number has one kind wherever it is printed", () => {
  for (const row of LEDGER.filter(({ repeats }) => repeats !== "")) {
    const first = rowOf(row.repeats);
    assertEquals(row.kind, first.kind, `${row.item} ${row.cell}: ${row.repeats}`);
    assertEquals(row.status, first.status, `${row.item} ${row.cell}: ${row.repeats}`);
  }
});

Deno.test("a reading has no number fitted to a scalar that it does not fit", () => {
  const kindsOf = (cell: string) =>
    [...BY_READING.values()].map((ledger) => rowOf(`table_3_7 ${cell}`, ledger).kind);
  assertEquals([...BY_READING.keys()], ["closest", "national_odds", "implied_rate"]);
  assertEquals(kindsOf(`${SUGGESTED}/base`), ["calibrated", "chosen", "chosen"]);
  assertEquals(
    kindsOf("benefit_and_administrative/minimum_contribution_rate/base"),
    ["chosen", "chosen", "chosen"],
  );
  assertEquals(kindsOf(`${SUGGESTED}/pessimistic`), ["calibrated", "model", "model"]);
  assertEquals(
    kindsOf("benefit_and_administrative/minimum_contribution_rate/pessimistic"),
    ["calibrated", "calibrated", "calibrated"],
  );
});

Deno.test("rates without administration follow from those with it under any reading", () => {
  for (const scenario of REPORT_SCENARIOS) {
    for (const measure of ["suggestedRate", "minimumRate"] as const) {
      const added = READING_NAMES.map((reading) => {
        const { financing } = RESULTS.byReading[reading][scenario];
        return financing.benefit_and_administrative[measure] -
          financing.benefit_only[measure];
      });
      // In the optimistic scenario the fund's lowest year decides the minimum.
      const isExact = scenario !== "optimistic" || measure === "suggestedRate";
      for (const each of added) {
        assertAlmostEquals(each, added[0]!, isExact ? 1e-12 : 1e-4, scenario + measure);
      }
    }
  }
});

Deno.test("rates at other benefit rates are linear in the base scenario's", () => {
  const { benefit_only, benefit_and_administrative } = RESULTS.valuations.base.financing;
  for (const [name, rate] of [["benefit_rate_45", 0.45], ["benefit_rate_60", 0.6]]) {
    const { suggestedRate } = RESULTS.sensitivities.find((each) => each.name === name)!;
    const linear = benefit_and_administrative.suggestedRate +
      (Number(rate) / 0.5 - 1) * benefit_only.suggestedRate;
    assertAlmostEquals(suggestedRate, linear, 1e-12);
  }
});

Deno.test("what follows from printed numbers stands in the report, whatever we compute", () => {
  const of = (item: string, cell: string) => publishedValue(PUBLISHED, item, cell);
  const rate = (cell: string) => of("table_3_7", cell);
  const reached = (item: string, cell: string, value: number) => {
    const { tolerance, value: printed } = publishedRow(PUBLISHED, item, cell);
    assert(Math.abs(value - printed!) <= tolerance + 1e-9, `${item} ${cell}: ${value}`);
  };
  const base = rate(`${SUGGESTED}/base`);
  const benefits = rate("benefit_only/suggested_contribution_rate/base");
  reached("text_3_4", "sens_benefit_60", base + 0.2 * benefits);
  reached("text_3_4", "sens_benefit_45", base - 0.1 * benefits);
  for (const change of ["benefit_45", "benefit_60", "duration_3", "duration_9"]) {
    const after = of("text_3_4", `sens_${change}`);
    reached("text_es", `es_delta_${change}`, after - base);
  }
  for (const scenario of ["base", "optimistic"]) {
    const cell = `minimum_contribution_rate/${scenario}`;
    const administration = of("table_3_4", `administrative_expenses/${scenario}`);
    const all = rate(`benefit_and_administrative/${cell}`);
    reached("table_3_7", `benefit_only/${cell}`, all - administration);
  }
  for (const year of ["2022", "2026", "after"]) {
    const parts = of("figure_3_2", `paygo_benefit_${year}`) +
      of("figure_3_2", "paygo_admin");
    reached("figure_3_2", `paygo_total_${year}`, parts);
  }
  const monthly = 100 * of("text_3_2_3", "terminations_2018_19") /
    of("text_3_2_3", "contributors_2018_19") / of("text_3_2_3", "unemp_2018_19");
  const unemployment = of("table_2_2", "base/2020/unemployment_rate");
  reached("table_3_4", "termination_rate/base/2020", monthly * unemployment);
  reached("figure_1_18", "formal_share", 100 - of("figure_1_18", "informal_share"));
  const growth = (of("text_2_1", "pop_2030") / of("text_2_1", "pop_2020")) ** 0.1 - 1;
  reached("text_2_1", "pop_growth_pa_2020_30", 100 * growth);
});

Deno.test("the switches of the implied rate hit the base rate together and miss it apart", () => {
  const { implied_rate: both, national_odds: neither } = READINGS;
  const { terminationRate, memberGrowthBeforeBaseYear } = neither;
  const statusUnder = (choices: typeof both) => {
    const inputs = scenarioInputs({ ...RESULTS, reading: "implied_rate" }, "base");
    const { assumptions } = deriveAssumptions({ ...inputs, choices }, RESULTS.rules);
    const { suggestedRate } =
      valueAssumptions(assumptions).financing.benefit_and_administrative;
    const value = 100 * suggestedRate;
    return statusOf("table_3_7", `${SUGGESTED}/base`, { value, kind: "model" });
  };
  assertEquals(
    [both, { ...both, terminationRate }, { ...both, memberGrowthBeforeBaseYear }]
      .map(statusUnder),
    ["matches", "differs", "differs"],
  );
});

Deno.test("kindOf() leaves what comes from recorded data to the extract", () => {
  const row = publishedRow(PUBLISHED, "table_1_5", "15-19/male/layoffs");
  const choices = READINGS.national_odds;
  const kind = (isSynthetic: boolean) =>
    kindOf(row, { value: 109.1, kind: isSynthetic ? "calibrated" : "experience" }, {
      choices,
      isSynthetic,
    }).kind;
  assertEquals([kind(true), kind(false)], ["arithmetic", "experience"]);
});

Deno.test("all 72 cells of Table 1.5 are quotients of Table 1.4, printed and ours", () => {
  const rows = LEDGER.filter(({ item }) => item === "table_1_5");
  assertEquals(rows.length, 72);
  const ours = (cell: string) =>
    Number(
      LEDGER.find((row) => row.item === "table_1_4" && row.cell === cell)!.reproduced,
    );
  for (const { cell, published, reproduced, tolerance, status } of rows) {
    const members = cell.replace(/[a-z_]+$/, "insured_workers");
    const printed = (key: string) => publishedValue(PUBLISHED, "table_1_4", key);
    const quotient = 100 * printed(cell) / printed(members);
    assert(Math.abs(quotient - Number(published)) <= tolerance + 1e-9, cell);
    assertAlmostEquals(Number(reproduced), 100 * ours(cell) / ours(members), 1e-9);
    assertEquals(status, "matches", cell);
  }
});

Deno.test("the totals of Table 1.1 are its rows and pension at 2.0 and 1.0 per cent", () => {
  const printed = (cell: string) => publishedValue(PUBLISHED, "table_1_1", cell);
  const sumOf = (cells: readonly string[]) =>
    cells.reduce((sum, cell) => sum + printed(cell), 0);
  const others = ["jkm/employer", "jht/employer", "jkn/employer"];
  const totals = {
    "total/employer_min": 2 + sumOf(["jkk/employer_min", ...others]),
    "total/employer_max": 2 + sumOf(["jkk/employer_max", ...others]),
    "total/employee": 1 + sumOf(["jht/employee", "jkn/employee"]),
  };
  for (const [cell, sum] of Object.entries(totals)) {
    const row = LEDGER.find((each) => each.item === "table_1_1" && each.cell === cell)!;
    assertAlmostEquals(Number(row.reproduced), sum, 1e-9);
    assertEquals(row.status, "matches");
  }
});

Deno.test("every number that differs says why, under every reading", async () => {
  for (const reading of READING_NAMES) {
    const results = await computeResults(await readValuation("report_2021", { reading }));
    for (const item of REGISTRY) {
      const cells = item.cells?.(results, PUBLISHED) ?? {};
      const rows = buildLedger([item], results, PUBLISHED);
      const silent = rows.filter(({ status, cell }) =>
        status === "differs" && !cells[cell]!.whyDifferent && !cells[cell]!.note
      );
      assertEquals(silent.map(({ cell }) => cell), [], `${reading}, ${item.item}`);
    }
  }
});

Deno.test("ledgerToCsv() writes a row a number that reads back", () => {
  const records: readonly Record<string, string>[] = parse(ledgerToCsv(LEDGER), {
    skipFirstRow: true,
  });
  assertEquals(records.length, LEDGER.length);
  assertEquals(
    records.map(({ item, title }) => [item, title]),
    headlineFirst(LEDGER).map(({ item, title }) => [item, title]),
  );
});

Deno.test("every table and figure builds, with an id of its own", () => {
  const ids = REGISTRY.flatMap((item) => {
    const rows = LEDGER.filter((row) => row.item === item.item);
    return [
      item.table?.(RESULTS, rows).id,
      item.figure?.(RESULTS, PUBLISHED).id,
    ].filter((id) => id !== undefined);
  });
  assertEquals(new Set(ids).size, ids.length);
  assert(ids.length >= 19 + 29);
});

Deno.test("selectItems() names what is not in the registry", () => {
  assertThrows(() => selectItems(["3.7", "9.9"]), RangeError, "got 9.9");
  assertEquals(selectItems(["f3.2"]).map(({ item }) => item), ["figure_3_2"]);
});
