import { type Month, parseMonth } from "./month.ts";

/** How a month stands in a cell or as a text of a file, for readers of tables. */
export const monthCell: {
  readonly expected: string;
  readonly read: (text: string) => Month | undefined;
} = { expected: "a month as YYYY-MM", read: parseMonth };
