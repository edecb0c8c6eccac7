import { polars } from "../source/polars.ts";
import { assertEquals } from "@std/assert";
import { groupSums, lastRows } from "./group_sums.ts";
import type { TableReading } from "./table_reading.ts";

const NAMELESS = { member: "nobody", employer: "nowhere" };

const READING: TableReading = {
  fields: {
    member: { kind: "id", source: "KPJ", expected: ["member"] },
    employer: { kind: "id", source: "NPP", expected: ["employer"] },
    month: { kind: "label", reading: { constant: 0 } },
    wage: {
      kind: "rupiah",
      reading: {
        source: "Upah",
        marks: { decimalMark: ".", thousandsSeparator: "" },
        factor: 1,
      },
    },
  },
  rules: [],
  carried: {},
};

type Row = readonly [member: 0 | 1, employer: number, month: number, wage: number];

function frameOf(rows: readonly Row[]) {
  return polars.DataFrame({
    nobody: rows.map(([member]) => member === 0),
    nowhere: rows.map(([, employer]) => employer === 0),
    month: rows.map(([, , month]) => month),
    wage: rows.map(([, , , wage]) => wage),
  }).withColumn(
    polars.Series("employer", rows.map(([, employer]) => employer)).cast(polars.UInt64),
  );
}

Deno.test("groupSums() tells sums of a month, of an employer, and none by chance", () => {
  const rows: Row[] = [
    [1, 7, 10, 4e6],
    [0, 7, 10, 4e6], // as likely a payment of the same wage
    [1, 7, 10, 3e6],
    [1, 7, 10, 5e6],
    [0, 7, 10, 8e6], // a sum
    [1, 7, 11, 2e6],
    [1, 7, 11, 1e6],
    [0, 7, 11, 3e6], // a sum
    [0, 7, -1, 11e6], // the sum of both
    [1, 8, 11, 2e6],
    [1, 8, 11, 2e6],
    [0, 8, 11, 4.1e6], // another amount
    [0, 8, 11, 4e6], // beneath what may be a payment
  ];
  assertEquals(groupSums(frameOf(rows), undefined, READING, NAMELESS), [4, 7, 8]);
});

Deno.test("groupSums() follows a group into the next batch", () => {
  const many: Row[] = Array.from({ length: 2_100 }, (_, at) => [1, at + 1, 10, 1e6]);
  const first = frameOf([...many, [1, 9, 10, 4e6], [1, 9, 10, 5e6]]);
  const next = frameOf([[1, 9, 10, 1e6], [0, 9, 10, 10e6]]);
  const before = lastRows(first, READING, NAMELESS);
  assertEquals(groupSums(next, before, READING, NAMELESS), [1]);
  assertEquals(groupSums(next, undefined, READING, NAMELESS), []);
});
