import { assert, assertEquals, assertThrows } from "@std/assert";
import { variancePartsTable } from "./variance_parts_table.ts";

const part = (title: string, total: number) => ({
  title,
  first: { value: total / 2, standardError: 0.01 },
  total: { value: total, standardError: 0.02 },
});

Deno.test("variancePartsTable() has what explains most first, by scheme", () => {
  const { rows } = variancePartsTable(
    [
      { title: "One", parts: [part("Claims", 0.25), part("Members", 0.75)] },
      { title: "Two", parts: [part("Claims", 1), part("Members", 0)] },
    ],
    "drawn",
    "own",
  );
  assertEquals(
    rows.map(({ scheme, part, first, total, totalError }) => [
      scheme,
      part,
      first,
      total,
      totalError,
    ]),
    [
      ["One", "Members", 37.5, 75, 2],
      ["One", "Claims", 12.5, 25, 2],
      ["Two", "Claims", 50, 100, 2],
      ["Two", "Members", 0, 0, 2],
    ],
  );
});

Deno.test("variancePartsTable() says where nothing is left to chance, and wants a scheme", () => {
  const { rows, notes } = variancePartsTable(
    [{ title: "One", parts: null }],
    "drawn",
    "own",
  );
  assertEquals(rows, []);
  assert(notes.includes("One: nothing is left to chance."));
  assertThrows(() => variancePartsTable([], "drawn", "own"), RangeError, "one scheme");
});
