import { assert, assertEquals, assertGreaterOrEqual, assertThrows } from "@std/assert";
import fc from "fast-check";
import { attack } from "./attack_for_test.ts";
import {
  dominanceRule,
  frequencyRule,
  type ProtectedCell,
  suppressTable,
  type TableCell,
} from "./suppress_table.ts";

/** A cell of so many persons, one record each. */
const persons = (key: readonly string[], records: number): TableCell => ({
  key,
  value: records,
  records,
  largest: 0,
  second: 0,
});

/** A cell of some contributions. */
function sumOf(key: readonly string[], contributions: readonly number[]): TableCell {
  const [largest = 0, second = 0] = contributions.toSorted((a, b) => b - a);
  const value = contributions.reduce((a, b) => a + b, 0);
  return { key, value, records: contributions.length, largest, second };
}

const KEYS = fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 3 })
  .map((sizes) =>
    sizes.reduce<string[][]>(
      (all, size, d) =>
        all.flatMap((key) =>
          Array.from({ length: size }, (_, i) => [...key, `${d}${i}`])
        ),
      [[]],
    )
  );

const COUNT = fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 200 }));

const TABLE = fc.tuple(KEYS, fc.array(COUNT, { minLength: 64, maxLength: 64 }))
  .map(([keys, counts]) => keys.map((key, i) => persons(key, counts[i]!)));

/** Cells of a few equal wages, some with one wage far above. */
const SUMS = fc.tuple(
  KEYS,
  fc.array(fc.tuple(COUNT, fc.constantFrom(3, 3, 40, 4_000)), {
    minLength: 64,
    maxLength: 64,
  }),
).map(([keys, cells]) =>
  keys.map((key, i) => {
    const [count, top] = cells[i]!;
    return sumOf(key, count === 0 ? [] : [top, ...Array<number>(count - 1).fill(3)]);
  })
);

const seen = (cells: readonly ProtectedCell[]) =>
  cells.map(({ key, value, isSuppressed }) => ({ key, ...(!isSuppressed && { value }) }));

function hiddenIn(cells: readonly ProtectedCell[]): string[] {
  return cells.filter(({ isSuppressed }) => isSuppressed).map(({ key }) => key.join(" "));
}

Deno.test("suppressTable() shows no small cell, and totals leave ten open of each", () => {
  fc.assert(
    fc.property(TABLE, (table) => {
      const cells = suppressTable(table, frequencyRule(10));
      const byKey = new Map(cells.map((cell) => [cell.key.join(" "), cell]));
      for (const { records, isSuppressed } of cells) {
        assert(isSuppressed || records === 0 || records >= 10);
      }
      for (const { key, lower, upper } of attack(seen(cells))) {
        const { records } = byKey.get(key.join(" "))!;
        assert(lower < records && records < upper, `${key}: ${lower} to ${upper}`);
        if (records < 10) assertGreaterOrEqual(upper - records, 10);
      }
      for (const { key, value } of table) {
        assertEquals(byKey.get(key.join(" "))!.value, value);
      }
    }),
    { numRuns: 60 },
  );
});

Deno.test("suppressTable() leaves p% of the largest wage open, by the totals too", () => {
  const rule = dominanceRule(3, 10);
  fc.assert(
    fc.property(SUMS, (table) => {
      const cells = suppressTable(table, rule);
      const byKey = new Map(cells.map((cell) => [cell.key.join(" "), cell]));
      assert(cells.every((cell) => cell.isSuppressed || !rule.isSensitive(cell)));
      for (const { key, lower, upper } of attack(seen(cells))) {
        const cell = byKey.get(key.join(" "))!;
        if (!rule.isSensitive(cell)) continue;
        assertGreaterOrEqual(upper - cell.value, 0.1 * cell.largest - 1e-6);
        assert(lower < cell.value, `${key}: ${lower} to ${upper}`);
      }
    }),
    { numRuns: 40 },
  );
});

Deno.test("suppressTable() suppresses the same cells in any order of rows", () => {
  const hidden = (cells: readonly TableCell[]) =>
    hiddenIn(suppressTable(cells, frequencyRule(10))).toSorted();
  fc.assert(fc.property(TABLE, (table) => {
    assertEquals(hidden(table), hidden(table.toReversed()));
  }));
});

// By hand: of the blocks that cover F old, the one with the smallest other corners.
Deno.test("suppressTable() takes the block that hides the fewest persons", () => {
  const cells = suppressTable([
    persons(["F", "young"], 20),
    persons(["F", "middle"], 50),
    persons(["F", "old"], 3),
    persons(["M", "young"], 30),
    persons(["M", "middle"], 60),
    persons(["M", "old"], 40),
  ], frequencyRule(10));
  assertEquals(hiddenIn(cells), ["F young", "F old", "M young", "M old"]);
  // F old 3 and M young 30 can fall together, F young 20 and M old 40 with them rise.
  assertEquals(attack(seen(cells)).find(({ key }) => key.join() === "F,old"), {
    key: ["F", "old"],
    lower: 0,
    upper: 23,
  });
});

Deno.test("suppressTable() hides totals when the other sex is too few to cover", () => {
  const cells = suppressTable([
    persons(["F", "young"], 90),
    persons(["F", "old"], 4),
    persons(["M", "young"], 80),
    persons(["M", "old"], 0),
  ], frequencyRule(10));
  assertEquals(hiddenIn(cells), ["F young", "F old", "total old", "total young"]);
});

Deno.test("suppressTable() looks at records, not at the persons they stand for", () => {
  const cells = suppressTable([
    { ...persons(["a"], 3), value: 3_000 },
    { ...persons(["b"], 40), value: 40_000 },
    { ...persons(["c"], 50), value: 500 }, // of too little weight to cover a
  ], frequencyRule(10));
  assertEquals(hiddenIn(cells), ["a", "b"]);
});

// By hand: 900 + 60 + 40 = 1,000. The second, who knows its 60, finds that the largest is
// at most 940, within 4.4 per cent. Of 500 + 300 + 200 it finds at most 700, within 40; of 900 + 60 + 50
// + 40 at most 990, just 10.
Deno.test("dominanceRule() is the p% rule of the second contributor", () => {
  const { isSensitive } = dominanceRule(3, 10);
  assert(isSensitive(sumOf(["a"], [900, 60, 40])));
  assert(!isSensitive(sumOf(["a"], [500, 300, 200])));
  assert(!isSensitive(sumOf(["a"], [900, 60, 50, 40])));
  assert(isSensitive(sumOf(["a"], [5, 5])), "two records are fewer than three");
  assert(!isSensitive(sumOf(["a"], [])));
});

Deno.test("suppressTable() leaves a table of large cells and zeros whole", () => {
  const cells = suppressTable([
    persons(["M", "young"], 10),
    persons(["M", "old"], 0),
    persons(["F", "young"], 25),
    persons(["F", "old"], 12),
  ], frequencyRule(10));
  assertEquals(hiddenIn(cells), []);
  assertEquals(cells.length, 9);
  assertEquals(cells.at(-1), { ...persons(["total", "total"], 47), isSuppressed: false });
});

Deno.test("suppressTable() hides a table of few persons with its total", () => {
  const few = [persons(["M"], 2), persons(["F"], 3)];
  assertEquals(hiddenIn(suppressTable(few, frequencyRule(10))), ["M", "F", "total"]);
});

Deno.test("suppressTable() suppresses nothing at a threshold of 1", () => {
  fc.assert(fc.property(TABLE, (table) => {
    assertEquals(hiddenIn(suppressTable(table, frequencyRule(1))), []);
  }));
});

Deno.test("suppressTable() covers cells that are hidden for another reason", () => {
  const cells = [persons(["a"], 20), persons(["b"], 30), persons(["c"], 4)];
  const isHidden = ([value]: readonly string[]) => value === "b";
  assertEquals(hiddenIn(suppressTable(cells, frequencyRule(10), isHidden)), ["b", "c"]);
});

Deno.test("suppressTable() throws when a number is below 0 or none", () => {
  const rule = frequencyRule(10);
  assertThrows(() => suppressTable([persons(["M"], -1)], rule), RangeError, "-1");
  assertThrows(() => suppressTable([persons(["M"], NaN)], rule), RangeError, "NaN");
});
