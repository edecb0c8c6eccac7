import { formatMonth, monthOf, parseMonth, yearOf } from "./month.ts";
import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";

Deno.test("parseMonth() reads back what formatMonth() writes", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 * 12 + 11 }), (month) => {
      assertEquals(parseMonth(formatMonth(month)), month);
    }),
  );
});

Deno.test("parseMonth() refuses what is not YYYY-MM", () => {
  for (const text of ["2019-1", "2019-00", "2019-13", "201912", "2019-12-01", ""]) {
    assertEquals(parseMonth(text), undefined);
  }
});

Deno.test("monthOf() throws when the calendar month is out of range", () => {
  assertThrows(() => monthOf(2019, 0), RangeError, "1 to 12, got 0");
  assertThrows(() => monthOf(2019, 1.5), RangeError);
});

Deno.test("yearOf() gives the year that monthOf() was given", () => {
  fc.assert(
    fc.property(fc.nat(3000), fc.integer({ min: 1, max: 12 }), (year, calendarMonth) => {
      assertEquals(yearOf(monthOf(year, calendarMonth)), year);
    }),
  );
});
