import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { recoverableCells, suppressTable, type TableCell } from "./suppress_table.ts";

const TABLE = fc.record({
  sizes: fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 3 }),
  counts: fc.array(
    fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 200 })),
    { minLength: 64, maxLength: 64 },
  ),
}).map(({ sizes, counts }) => {
  const keys = sizes.reduce<string[][]>(
    (all, size, d) =>
      all.flatMap((key) => Array.from({ length: size }, (_, i) => [...key, `${d}${i}`])),
    [[]],
  );
  return keys.map((key, i): TableCell => ({ key, count: counts[i]! }));
});

Deno.test("suppressTable() shows no small cell, and nothing that gives one away", () => {
  fc.assert(fc.property(TABLE, (table) => {
    const cells = suppressTable(table, 10);
    for (const { count, isSuppressed } of cells) {
      assert(isSuppressed || count === 0 || count >= 10);
    }
    assertEquals(recoverableCells(cells), []);
    const shown = new Map(cells.map((cell) => [cell.key.join(), cell.count]));
    for (const { key, count } of table) assertEquals(shown.get(key.join()), count);
  }));
});

Deno.test("suppressTable() suppresses the same cells in any order of rows", () => {
  fc.assert(fc.property(TABLE, (table) => {
    const hidden = (cells: readonly TableCell[]) =>
      suppressTable(cells, 10).filter(({ isSuppressed }) => isSuppressed)
        .map(({ key }) => key.join()).toSorted();
    assertEquals(hidden(table), hidden(table.toReversed()));
  }));
});

Deno.test("suppressTable() leaves a table of large cells and zeros whole", () => {
  const cells = suppressTable([
    { key: ["M", "young"], count: 10 },
    { key: ["M", "old"], count: 0 },
    { key: ["F", "young"], count: 25 },
    { key: ["F", "old"], count: 12 },
  ], 10);
  assert(cells.every(({ isSuppressed }) => !isSuppressed));
  assertEquals(cells.length, 9);
  assertEquals(cells.at(-1), { key: ["total", "total"], count: 47, isSuppressed: false });
});

Deno.test("suppressTable() hides a table of few persons with its total", () => {
  const cells = suppressTable([{ key: ["M"], count: 2 }, { key: ["F"], count: 3 }], 10);
  assert(cells.every(({ isSuppressed }) => isSuppressed));
});

Deno.test("suppressTable() suppresses nothing at a threshold of 1", () => {
  fc.assert(fc.property(TABLE, (table) => {
    assert(suppressTable(table, 1).every(({ isSuppressed }) => !isSuppressed));
  }));
});

Deno.test("suppressTable() throws when counts are no whole numbers", () => {
  assertThrows(() => suppressTable([{ key: ["M"], count: 1.5 }], 10), RangeError, "1.5");
  assertThrows(() => suppressTable([{ key: ["M"], count: 1 }], -1), RangeError, "-1");
});
