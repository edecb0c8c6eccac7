import { valueInWords } from "@jkp/problem";

/** A calendar month as the integer `year · 12 + calendar month − 1`. */
export type Month = number;

/** The last month that has a year of four digits. */
const LAST: Month = 9999 * 12 + 11;

/** Days of a month, where rules count in days and the model in months. */
export const DAYS_PER_MONTH = 30;

/**
 * Refuses what is no month: a text as `2018-01`, a year, a date.
 *
 * @param doing What it is wanted for.
 * @param name Name of the argument.
 * @param value What was got.
 * @throws {RangeError} If the value is no whole number, or a month after the year 9999, as
 * 201801 would be.
 *
 * @example
 * ```ts
 * import { checkMonth } from "@jkp/month";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(
 *   () => checkMonth("find rates", "firstMonth", "2018-01"),
 *   RangeError,
 *   'a month, as monthOf(2018, 1) makes it, is wanted as firstMonth, got "2018-01"',
 * );
 * ```
 */
export function checkMonth(doing: string, name: string, value: unknown): void {
  if (typeof value === "number" && Number.isInteger(value) && value <= LAST) return;
  throw new RangeError(
    `Cannot ${doing}: a month, as monthOf(2018, 1) makes it, is wanted as ${name}, got ` +
      valueInWords(value),
  );
}

/**
 * The month of a year.
 *
 * @param year Calendar year.
 * @param calendarMonth 1 for January to 12 for December.
 * @returns The month as an integer.
 * @throws {RangeError} If the calendar month is not an integer from 1 to 12.
 *
 * @example January 2021, and the distance from December 2020 to February 2021
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(monthOf(2021, 1), 24_252);
 * assertEquals(monthOf(2021, 2) - monthOf(2020, 12), 2);
 * ```
 */
export function monthOf(year: number, calendarMonth: number): Month {
  if (typeof year !== "number") { // NaN stands for a year that is not known
    throw new RangeError(
      `Cannot make a month: the year must be a number, got ${valueInWords(year)}`,
    );
  }
  if (!Number.isInteger(calendarMonth) || calendarMonth < 1 || calendarMonth > 12) {
    throw new RangeError(
      `Cannot make a month: the calendar month must be 1 to 12, got ${calendarMonth}`,
    );
  }
  return year * 12 + calendarMonth - 1;
}

/**
 * The calendar year a month lies in.
 *
 * @param month The month.
 * @returns The year.
 *
 * @example
 * ```ts
 * import { monthOf, yearOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(yearOf(monthOf(2019, 12)), 2019);
 * ```
 */
export function yearOf(month: Month): number {
  if (typeof month !== "number") checkMonth("find the year", "month", month);
  return Math.floor(month / 12);
}

/**
 * Reads a month written `YYYY-MM`.
 *
 * @param text The text, for example `2019-12`.
 * @returns The month, or `undefined` if the text is not a month.
 *
 * @example
 * ```ts
 * import { monthOf, parseMonth } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(parseMonth("2019-12"), monthOf(2019, 12));
 * assertEquals(parseMonth("2019-13"), undefined);
 * ```
 */
export function parseMonth(text: string): Month | undefined {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  return match === null ? undefined : monthOf(Number(match[1]), Number(match[2]));
}

/**
 * The month of a date as exact as it is printed: a day, or a month.
 *
 * @param date The text, for example `2024-12-31` or `2024-12`; the day is not looked at.
 * @returns The month, or `undefined` if there is none, as in `2024`.
 *
 * @example
 * ```ts
 * import { monthOf, monthOfDate } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(monthOfDate("2024-12-31"), monthOf(2024, 12));
 * assertEquals(monthOfDate("2024"), undefined);
 * ```
 */
export function monthOfDate(date: string): Month | undefined {
  return parseMonth(date.slice(0, 7));
}

/**
 * Writes a month as `YYYY-MM`.
 *
 * @param month The month.
 * @returns The text.
 *
 * @example
 * ```ts
 * import { formatMonth, monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formatMonth(monthOf(2016, 1)), "2016-01");
 * ```
 */
export function formatMonth(month: Month): string {
  checkMonth("write a month", "month", month);
  const year = String(yearOf(month)).padStart(4, "0");
  return `${year}-${String((month % 12) + 1).padStart(2, "0")}`;
}

/**
 * All months from the first to the last, both included.
 *
 * @param first First month.
 * @param last Last month.
 * @returns The months in order; empty if the last lies before the first.
 *
 * @example A quarter
 * ```ts
 * import { formatMonth, monthOf, monthRange } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   monthRange(monthOf(2019, 12), monthOf(2020, 2)).map(formatMonth),
 *   ["2019-12", "2020-01", "2020-02"],
 * );
 * ```
 */
export function monthRange(first: Month, last: Month): Month[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
