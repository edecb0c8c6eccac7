import { readValuation } from "@jkp/valuation/read";
import { loadPublished } from "@jkp/published/read";
import { buildLedger, REGISTRY } from "./registry.ts";
import { computeResults } from "./results.ts";
import { assert, assertEquals } from "@std/assert";

const PUBLISHED = await loadPublished();
const RESULTS = await computeResults(await readValuation("report_2021"));
const LEDGER = buildLedger(REGISTRY, RESULTS, PUBLISHED);

/** Numbers of a chapter's tables or figures. */
function numbers(chapter: number | string, last: number, prefix = ""): string[] {
  return Array.from({ length: last }, (_, i) => `${prefix}${chapter}.${i + 1}`);
}

Deno.test("the registry has every table of the report", () => {
  const tables = [
    "E1",
    "E2",
    ...numbers(1, 5),
    ...numbers(2, 5),
    ...numbers(3, 7),
    ...numbers(4, 2),
  ];
  const made = REGISTRY.filter(({ table }) => table !== undefined)
    .map(({ number }) => number);
  assertEquals(tables.length, 21);
  assertEquals(made.toSorted(), tables.toSorted());
});

Deno.test("the registry has every figure of the report, in its order", () => {
  const figures = REGISTRY.filter(({ figure }) => figure !== undefined)
    .map(({ number }) => number);
  assertEquals(figures, [
    ...numbers(1, 23, "F"),
    "F2.1",
    ...numbers(3, 4, "F"),
    "F4.1",
  ]);
});

Deno.test("the registry names each item once", () => {
  for (const key of ["item", "number"] as const) {
    const names = REGISTRY.map((item) => item[key]);
    assertEquals(names.filter((name, index) => names.indexOf(name) !== index), []);
  }
});

Deno.test("every published number has its row in the ledger", () => {
  const compared = new Set(LEDGER.map(({ item, cell }) => `${item} ${cell}`));
  const left = PUBLISHED.rows
    .filter(({ item, cell }) => !compared.has(`${item} ${cell}`))
    .map(({ item }) => item);
  assertEquals(left, []);
});

Deno.test("every number without one of ours has a reason of its item", () => {
  const silent = LEDGER.filter(({ status, note }) =>
    status === "not_reproducible" && (note === "" || note.startsWith("not computed"))
  );
  assertEquals(silent.map(({ item, cell }) => `${item} ${cell}`), []);
});

Deno.test("tables 1.3 and 1.4 are fitted to where the extract is synthetic, 1.5 follows", () => {
  const rows = LEDGER.filter(({ item }) => /^table_1_[345]$/.test(item));
  assertEquals(rows.length, 36 + 72 + 72);
  assert(
    rows.every(({ item, kind }) =>
      kind === (item === "table_1_5" ? "arithmetic" : "calibrated")
    ),
  );
  // Parts of Table 1.3 sum to up to three persons less than its printed totals.
  const differing = rows.filter(({ status }) => status === "differs");
  assert(
    differing.every(({ item, difference }) =>
      item === "table_1_3" && Math.abs(difference!) <= 3
    ),
  );
});

Deno.test("numbers from open statistics are a kind of their own", () => {
  const open = LEDGER.filter(({ kind }) => kind === "open");
  assert(open.length > 0);
  // Chapter 1 and what rests on it, and the ceilings of JP.
  const items = /^(figure_1_|text_1_|text_table_1_1_note_1$|text_2_1$|text_fn_3$)/;
  const others = open.filter(({ item }) => !items.test(item));
  assertEquals(others.map(({ item, cell }) => `${item} ${cell}`), [
    "table_E1 insurable_earnings",
    "table_3_1 insurable_earnings",
    "text_3_2_2 ceiling_2020",
  ]);
  const ofExtract = buildLedger(REGISTRY, {
    ...RESULTS,
    experience: { ...RESULTS.experience, isSynthetic: false },
  }, PUBLISHED).filter(({ kind }) => kind === "open");
  assertEquals(ofExtract.map(({ note }) => note), open.map(({ note }) => note));
});

Deno.test("every figure has as many y as x, and says where it comes from", () => {
  for (const item of REGISTRY) {
    const figure = item.figure?.(RESULTS, PUBLISHED);
    if (figure === undefined) continue;
    assert(figure.source !== "" && figure.series.length > 0, figure.id);
    assertEquals(figure.id, item.item);
    assertEquals(`F${figure.number}`, item.number);
    assertEquals(
      figure.right !== undefined,
      figure.series.some(({ isOnRight }) => isOnRight),
    );
    for (const { name, x, y, isDashed } of figure.series) {
      assertEquals(x.length, y.length, `${figure.id}: ${name}`);
      // Only lines of means have gaps: between one period and the next.
      const isKnown = y.every((value) => Number.isFinite(value) || isDashed);
      assert(isKnown && y.some(Number.isFinite), `${figure.id}: ${name}`);
    }
  }
});
