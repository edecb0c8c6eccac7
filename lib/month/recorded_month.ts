import * as v from "valibot";
import { formatMonth, type Month, monthOf, parseMonth } from "./month.ts";
import { monthCell } from "./month_cell.ts";

/** First month that a record can name: an earlier one is a slip. */
export const EARLIEST_RECORDED: Month = monthOf(1900, 1);

/** Last month that a record can name: a later one is a slip. */
export const LATEST_RECORDED: Month = monthOf(2100, 12);

/** The months that a record can name, in words: `from 1900-01 to 2100-12`. */
export const RECORDED_SPAN = `from ${formatMonth(EARLIEST_RECORDED)} to ${
  formatMonth(LATEST_RECORDED)
}`;

/**
 * Whether a record can name a month: one from 1900 to 2100. Another one is a slip.
 *
 * @param month The month.
 * @returns Whether it can.
 *
 * @example
 * ```ts
 * import { isRecordedMonth, monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([2019, 219].map((year) => isRecordedMonth(monthOf(year, 5))), [true, false]);
 * ```
 */
export function isRecordedMonth(month: Month): boolean {
  return month >= EARLIEST_RECORDED && month <= LATEST_RECORDED;
}

/** A message of valibot, as it stands or in the language of the parsing. */
type Message = string | ((issue: { readonly lang?: string | undefined }) => string);

/**
 * A month that a record can name, as a text of a file: for schemas.
 *
 * @param expected What is wanted where it is no month at all.
 * @param ofSpan What is wanted where no record can name the month.
 * @returns The schema; it gives the month.
 *
 * @example
 * ```ts
 * import { monthOf, recordedMonth } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 * import * as v from "valibot";
 *
 * assertEquals(v.parse(recordedMonth(), "2019-05"), monthOf(2019, 5));
 * const { issues } = v.safeParse(recordedMonth(), "0219-05");
 * assertEquals(issues?.[0].message, "a month from 1900-01 to 2100-12");
 * ```
 */
export function recordedMonth(
  expected: Message = monthCell.expected,
  ofSpan: Message = `a month ${RECORDED_SPAN}`,
): v.GenericSchema<string, Month> {
  return v.pipe(
    v.string(expected),
    v.check((text) => parseMonth(text) !== undefined, expected),
    v.check(
      (text) => isRecordedMonth(parseMonth(text) ?? EARLIEST_RECORDED),
      ofSpan,
    ),
    v.transform((text) => parseMonth(text)!),
  );
}
