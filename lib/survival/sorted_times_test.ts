import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { sortTimes } from "./sorted_times.ts";

Deno.test("sortTimes() orders as comparing does, and keeps the order of equal times", () => {
  const time = fc.oneof(
    fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(0, -0, Number.MIN_VALUE, 1, 1 + Number.EPSILON, Number.MAX_VALUE),
  );
  fc.assert(fc.property(fc.array(time), (values) => {
    const expected = values.map((value, row) => ({ value: value + 0, row }))
      .sort((a, b) => a.value - b.value || a.row - b.row);
    const { times, rows } = sortTimes(values);
    assertEquals([...times], expected.map(({ value }) => value));
    assertEquals([...rows], expected.map(({ row }) => row));
  }));
});
