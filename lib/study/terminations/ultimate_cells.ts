import type { CellValue, Column } from "@jkp/exhibit";
import type { EdgeMonth } from "@jkp/experience";
import { numberOrNull } from "../number_or_null.ts";

/** What tables of months say below, once. */
export const NOT_A_FALL =
  "Incomplete months are not to be read as a fall: claims of theirs are still to come.";

/** What is still to be reported of a month, and what it may come to. */
export const ULTIMATE_COLUMNS: readonly Column[] = [
  { key: "reported", title: "Reported", unit: "%", decimals: 1 },
  { key: "still_to_report", title: "Still to be reported" },
  { key: "ultimate", title: "Expected", group: "Ultimate" },
];

/** Cells of these columns, and how the month's count is to be read. */
export function ultimateCells(
  { reported, ultimate, stillToReport, isComplete }: EdgeMonth,
): Record<string, CellValue> {
  return {
    reported: numberOrNull(100 * reported),
    ultimate: numberOrNull(ultimate),
    still_to_report: numberOrNull(stillToReport),
    reading: isComplete ? "complete" : "incomplete",
  };
}
