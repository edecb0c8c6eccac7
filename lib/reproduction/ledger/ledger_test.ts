import { readShippedExtract } from "@jkp/extract/read";
import { loadPublished } from "@jkp/published/read";
import { buildLedger, REGISTRY, selectItems } from "../registry.ts";
import { compareItem, summarizeLedger } from "./ledger.ts";
import { ledgerToCsv } from "./ledger_csv.ts";
import { computeResults } from "../results.ts";
import type { Reproduced } from "../reproduced.ts";
import { READING_NAMES } from "@jkp/valuation";
import { publishedValue } from "@jkp/published";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { parse } from "@std/csv";

const PUBLISHED = await loadPublished();
const RESULTS = await computeResults(await readShippedExtract(), "closest");
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

Deno.test("nothing fitted or shown back counts as reproduced", () => {
  const counted = summarizeLedger(LEDGER).reduce((sum, row) => sum + row.reproduced, 0);
  const computed = LEDGER.filter(({ kind, status }) =>
    (kind === "model" || kind === "experience") && status === "matches"
  );
  assertEquals(counted, computed.length);
  assertEquals(LEDGER.filter(({ kind }) => kind === "experience").length, 0);
});

Deno.test("the cells a scalar was fitted to are calibrated, wherever they are printed", () => {
  const kindOf = (item: string, cell: string) =>
    LEDGER.find((row) => row.item === item && row.cell === cell)!.kind;
  const suggested = "benefit_and_administrative/suggested_contribution_rate";
  assertEquals(kindOf("table_3_7", `${suggested}/base`), "calibrated");
  assertEquals(kindOf("table_E2", `${suggested}/pessimistic`), "calibrated");
  assertEquals(kindOf("table_3_3", `${suggested}/base`), "calibrated");
  assertEquals(kindOf("text_es", "es_recommended_rate"), "calibrated");
  assertEquals(kindOf("text_3_3", "required_rate_base"), "calibrated");
  assertEquals(kindOf("table_3_7", `${suggested}/optimistic`), "model");
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
  const extract = await readShippedExtract();
  for (const reading of READING_NAMES) {
    const results = await computeResults(extract, reading);
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
  const records = parse(ledgerToCsv(LEDGER), { skipFirstRow: true });
  assertEquals(records.length, LEDGER.length);
  assertEquals(records[0].item, LEDGER[0]!.item);
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
