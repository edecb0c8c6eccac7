import { type Month, monthOf, parseMonth } from "./month.ts";

/** How a month stands in a cell or as a text of a file, for readers of tables. */
export const monthCell: {
  readonly expected: string;
  readonly read: (text: string) => Month | undefined;
} = { expected: "a month as YYYY-MM", read: parseMonth };

/** First and last month that a record can name: another one is a slip. */
export const RECORDED_MONTHS: readonly [first: Month, last: Month] = [
  monthOf(1900, 1),
  monthOf(2100, 12),
];
