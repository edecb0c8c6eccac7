import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { parse } from "@std/csv";
import { loadPublished } from "@jkp/published/read";
import { documentLedgerToCsv } from "./document_ledger.ts";
import type { DocumentRow } from "./document_table.ts";
import { documentTables } from "./document_tables.ts";
import { readDocuments } from "./read_documents.ts";
import type { Rules } from "@jkp/scheme";
import { compareDocument } from "./compare_document.ts";

const documents = await readDocuments();
const { printed } = documents;
const { tables, ledger } = documentTables(documents);

/** Rows of the ledger if one design were another. */
function ledgerIf(key: string, change: (rules: Rules) => Partial<Rules>) {
  const own = documents.rules.get(key)!;
  const rules = new Map(documents.rules).set(key, { ...own, ...change(own) });
  const changed = documentTables({ ...documents, rules }).ledger;
  return (item: string, cell: string) =>
    changed.find((each) => each.item === item && each.cell === cell)!;
}

function row(item: string, cell: string): DocumentRow {
  return ledger.find((each) => each.item === item && each.cell === cell)!;
}

function ours(item: string, ...cells: string[]) {
  return cells.map((cell) => row(item, cell).reproduced);
}

Deno.test("documentTables() has every printed cell once, in the printed order of its table", () => {
  const keys = ledger.map(({ item, cell }) => `${item} ${cell}`);
  // Statements of the text are no table: statedClaims() and limitsOfJpTable() have them.
  const cells = printed.rows.filter(({ item }) => !item.endsWith("_statements"))
    .map(({ item, cell }) => `${item} ${cell}`);
  assertEquals(keys.toSorted(), cells.toSorted());
  for (const item of new Set(ledger.map((each) => each.item))) {
    const ofItem = (list: readonly string[]) =>
      list.filter((key) => key.startsWith(`${item} `));
    assertEquals(ofItem(keys), ofItem(cells));
  }
});

Deno.test("documentTables() renders every table with its printed cells", () => {
  const items = [...new Set(ledger.map(({ item }) => item))];
  assertEquals(tables.map(({ id }) => id), [
    ...items,
    "jkp2023_table_2_shares",
    "jkp2023_box_1_contributions",
    "jp_limits",
    "summary",
  ]);
  for (const table of tables) {
    assert(table.rows.length > 0, table.id);
    const keys = new Set(table.columns.map(({ key }) => key));
    const stray = table.rows.flatMap((each) => Object.keys(each))
      .filter((key) => !keys.has(key));
    assertEquals(stray, [], table.id);
    assert(!table.source.includes("synthetic"), table.id);
  }
  for (const item of items) {
    const table = tables.find(({ id }) => id === item)!;
    const shown = table.rows.flatMap((each) =>
      Object.entries(each).filter(([key, value]) =>
        key.endsWith("/report") && value !== ""
      )
    );
    assertEquals(shown.length, ledger.filter((each) => each.item === item).length, item);
  }
});

Deno.test("documentTables() gives every cell a kind or a reason", () => {
  for (const { item, cell, kind, basis, status, reproduced, note } of ledger) {
    const name = `${item} ${cell}`;
    if (basis === "quoted") {
      assertEquals([kind, status, reproduced], ["none", "not_reproducible", ""], name);
      assert(note.startsWith("quoted: "), name);
    } else {
      const kinds = { rule: ["input"], words: ["input"], arithmetic: ["arithmetic"] };
      const ofBasis = basis === "computed" ? ["model", "arithmetic"] : kinds[basis];
      assert(ofBasis.includes(kind), `${name}: ${kind}`);
      assert(reproduced !== "" && !Number.isNaN(reproduced), name);
    }
  }
});

Deno.test("documentTables() says why each cell differs", () => {
  const different = ledger.filter(({ status }) => status === "differs");
  assertEquals(different.map(({ item, cell }) => `${item} ${cell}`), [
    "options2020_table_03 japan/rate_lowest",
    "options2020_table_05 half_of_average_wage/provincial_lowest",
    "options2020_table_05 half_of_average_wage/provincial_highest",
  ]);
  for (const { item, note } of different) {
    assert(/Table 2|February 2020/.test(note), note);
    const { notes } = tables.find(({ id }) => id === item)!;
    assert(notes.some((each) => each.startsWith("Different: ") && each.includes(note)));
  }
});

Deno.test("documentTables() counts cells by what they rest on", () => {
  const counts: Record<string, number> = {};
  for (const { basis, status } of ledger) {
    const key = `${basis} ${status}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  assertEquals(counts, {
    "quoted not_reproducible": 111,
    "rule matches": 256,
    "computed matches": 88,
    "computed differs": 1,
    "words matches": 93,
    "arithmetic matches": 7,
    "arithmetic differs": 2,
  });
});

Deno.test("documentTables() counts as reproduced what the calculator decides of examples", () => {
  const reproduced = ledger.filter(({ kind, status }) =>
    kind === "model" && status === "matches"
  );
  assertEquals(reproduced.map(({ item, cell }) => `${item} ${cell}`), [
    "jkp2023_box_1 company_b/jkp_contribution",
    "jkp2023_footnote_19 reset_second_spell/value",
    "jkp2023_footnote_19 maintained_second_claim/value",
    "jkp2023_footnote_19 maintained_months_outstanding/value",
    "jkp2023_footnote_19 maintained_first_month/value",
    "jkp2023_footnote_19 maintained_last_month/value",
  ]);
  const all = tables.at(-1)!.rows.at(-1)!;
  const repeated = ledger.filter(({ repeats }) => repeats !== "").length;
  assertEquals(all.numbers, ledger.length - repeated);
  const parts = ["reproduced", "differs", "arithmetic", "input", "none"];
  const sum = parts.reduce((total, key) => total + Number(all[key]), 0);
  assertEquals(sum, ledger.length - repeated);
  assertEquals([all.reproduced, all.differs], [6, 3]);
});

Deno.test("documentTables() shows a changed design as different", () => {
  const found = ledgerIf("jkp_2021@2023-03", (jkp) => ({
    recomposition: { ...jkp.recomposition!, fromJkk: 0.002 },
    waitingPeriod: { ...jkp.waitingPeriod, days: 10 },
  }));
  const after = found("jkp2023_table_3", "very_low/jkk_after");
  assertAlmostEquals(Number(after.reproduced), 0.04);
  assertEquals(after.status, "differs");
  assert(after.note.startsWith("the design file has another value"));
  const waiting = found("jkp2023_appendix", "waiting_period/current");
  assertEquals([waiting.reproduced, waiting.status], ["10 days", "differs"]);
  assert(waiting.note.startsWith("not in the printed text: 10"));
});

Deno.test("documentTables() shows a sentence as different when its rule is gone", () => {
  const found = ledgerIf("options_2020_base@2020-03", () => ({ minimumBenefit: null }));
  const sentence = found("options2020_appendix", "minimum_benefit/base");
  assertEquals(
    [sentence.reproduced, sentence.status, sentence.note],
    ["None a month", "differs", "the design file has no such rule"],
  );
  const amount = found("options2020_appendix", "minimum_benefit/amount/base");
  assertEquals([amount.reproduced, amount.status], [null, "differs"]);
});

Deno.test("documentTables() shows another kind of rule as different, and does not fail", () => {
  const found = ledgerIf("korea@2020-03", ({ benefit }) => ({
    benefit: { ...benefit, kind: "tapered", rates: [0.6, 0.5] },
  }));
  const rate = found("options2020_table_03", "korea/rate_highest");
  assertEquals(rate.status, "matches"); // for the flat rate is still there
  const formula = found("options2020_table_03", "korea/formula");
  assertEquals(formula.reproduced, "Falling from month to month");
  const sign = ledgerIf("korea@2020-03", () => ({ severance: null }));
  assertEquals(
    sign("options2020_table_12", "korea/severance_pay_affects_unemployment_benefits")
      .status,
    "differs",
  );
});

Deno.test("documentTables() moves every number that is shown back when all rules change", () => {
  // What no changed rule could move would be no comparison.
  const moved = new Map(
    [...documents.rules].map(([key, rules]) => [key, moveAll(rules)]),
  );
  const changed = documentTables({ ...documents, rules: moved }).ledger;
  const unmoved = changed.filter(({ item, cell, basis }, i) =>
    basis === "rule" && ledger[i]!.item === item && ledger[i]!.cell === cell &&
    typeof ledger[i]!.reproduced === "number" && ledger[i]!.reproduced !== 0 &&
    changed[i]!.reproduced === ledger[i]!.reproduced
  );
  assertEquals(unmoved.map(({ item, cell }) => `${item} ${cell}`), []);
});

/** Rules with amounts and months doubled and rates halved, ages as they are. */
function moveAll(rules: Rules): Rules {
  const move = (value: unknown): unknown => {
    if (typeof value === "number") return value < 1 ? value / 2 : 2 * value;
    if (Array.isArray(value)) return value.map(move);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map((
        [key, each],
      ) => [key, key === "ageFrom" || key === "ageTo" ? each : move(each)]),
    );
  };
  return { ...(move(rules) as Rules), month: rules.month };
}

Deno.test("ILO (2023), Table 3: 0.14 of JKK and 0.10 of JKm make JKP's 0.24", () => {
  const cells = ["jkk_after", "jkm_after", "jkp"].map((column) => `moderate/${column}`);
  assertEquals(ours("jkp2023_table_3", ...cells), [0.75, 0.2, 0.24]);
});

Deno.test("ILO (2023), footnote 19: nothing when reset, July to September when maintained", () => {
  assertEquals(
    ours(
      "jkp2023_footnote_19",
      "months_received/value",
      "reset_second_spell/value",
      "maintained_second_claim/value",
      "maintained_months_outstanding/value",
      "maintained_last_month/value",
    ),
    [3, "not eligible", "renewal claim", 3, "2022-09"],
  );
});

Deno.test("ILO (2023), Box 1: the second company pays nothing to JKP and double to JP", () => {
  assertEquals(ours("jkp2023_box_1", "company_b/jkp_contribution"), [0]);
  const table = tables.find(({ id }) => id === "jkp2023_box_1_contributions")!;
  const byEmployer = table.rows.map((each) => Math.round(Number(each.byEmployer)));
  assertEquals(byEmployer, [6_000, 0, 50_000, 100_000]);
});

Deno.test("ILO (2023), Table 2: subsidized members are six of ten", () => {
  const { rows } = tables.find(({ id }) => id === "jkp2023_table_2_shares")!;
  assertAlmostEquals(Number(rows[0]!.share) + Number(rows[1]!.share), 59.57, 0.005);
  assertAlmostEquals(Number(rows.at(-1)!.share), 100);
});

Deno.test("ILO (2020), Table 2: the calculator gives Japan's benefits", () => {
  const bracket = "age_60_to_64/bracket_2";
  assertEquals(
    ours(
      "options2020_table_02",
      `${bracket}/benefit_from`,
      `${bracket}/benefit_to`,
      "age_29_or_below/bracket_4/benefit_to",
    ),
    [4_008, 4_990, 6_815],
  );
});

Deno.test("documentTables() computes the ceilings of JP that the papers print", () => {
  const { rows } = tables.find(({ id }) => id === "jp_limits")!;
  const of = (key: string) => rows.map((each) => each[key]);
  assertEquals(of("year"), [2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023]);
  assertEquals(of("ceiling"), [
    ...[7_000_000, 7_335_300, 7_703_500, 8_094_000, 8_512_400, 8_939_700],
    ...[8_754_600, 9_077_600, 9_559_600],
  ]);
  const ofPrinted = rows.filter(({ ceilingPrinted }) => ceilingPrinted !== "");
  assertEquals(
    ofPrinted.map((
      { year, ceilingPrinted, ceiling },
    ) => [year, ceilingPrinted === ceiling]),
    [[2020, true], [2023, true]],
  );
  for (const key of ["lowestPension", "highestPension"]) {
    const in2020 = rows.find(({ year }) => year === 2020)!;
    const gap = Number(in2020[key]) / Number(in2020[`${key}Printed`]) - 1;
    assert(gap !== 0 && Math.abs(gap) < 0.0004, key);
  }
});

Deno.test("ILO (2020), appendix: who else is covered, and what else the ceiling follows", () => {
  assertEquals(
    ours(
      "options2020_appendix",
      "coverage/alternative",
      "indexation_of_maximum_insurable_earnings/alternative",
    ),
    [
      "Also covered: civil servant, migrant, domestic worker and construction worker",
      "Prices; or GDP growth of the previous year",
    ],
  );
});

Deno.test("ILO (2020), Table 5: half of the provincial minimum wages", () => {
  assertEquals(
    ours(
      "options2020_table_05",
      "half_of_minimum_wage/provincial_lowest",
      "half_of_minimum_wage/provincial_highest",
    ),
    [785_461, 1_970_486.5],
  );
});

Deno.test("compareDocument() refuses a cell that is not printed", () => {
  const cells = { "narnia/days": { basis: "rule", value: 7, kind: "model" } } as const;
  assertThrows(
    () => compareDocument(printed, "options2020_table_11", cells),
    RangeError,
    "narnia/days",
  );
});

Deno.test("compareDocument() takes our words only if their numbers are printed", () => {
  const compared = (value: string) =>
    compareDocument(printed, "jkp2023_appendix", {
      "benefit_rate/proposed": {
        basis: "words",
        value,
        kind: "model",
        relation: "in_words",
      },
    }).find(({ cell }) => cell === "benefit_rate/proposed")!;
  assertEquals(compared("half, or 50 per cent").status, "matches");
  const wrong = compared("55 per cent, once 60");
  assertEquals([wrong.status, wrong.note], [
    "differs",
    "not in the printed text: 55, 60",
  ]);
});

Deno.test("documentLedgerToCsv() writes a row a cell that reads back", () => {
  const records = parse(documentLedgerToCsv(ledger), { skipFirstRow: true });
  assertEquals(records.length, ledger.length);
  const none = records[
    ledger.findIndex(({ cell }) => cell === "malaysia/voluntary/longest")
  ]!;
  assertEquals([none.published, none.reproduced], ["n.a.", "n.a."]);
});

Deno.test("documentTables() keeps out of the report's own ledger", async () => {
  const report = await loadPublished();
  const items = new Set(report.rows.map(({ item }) => item));
  assertEquals(ledger.filter(({ item }) => items.has(item)), []);
});
