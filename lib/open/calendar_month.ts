import type { CellReader } from "@jkp/files";
import { monthCell, parseMonth } from "@jkp/month";

/** A month as `YYYY-MM`, kept as a text. */
export const calendarMonth: CellReader<string> = {
  expected: monthCell.expected,
  read: (text) => parseMonth(text) === undefined ? undefined : text,
};
