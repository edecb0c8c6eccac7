import { countInWords } from "@jkp/exhibit";
import type { Tally } from "../check/tally.ts";
import { SHAPE_LIMITS, SHEET_ROWS } from "./shape_limits.ts";

/**
 * Finds a file that ends where sheets of Excel do, or at a power of ten, as a query with a
 * limit gives: what came after may have been cut off.
 */
export function checkRowsCut(
  file: string,
  rows: number,
  headerRow: number | undefined,
  tally: Tally,
): void {
  tally.checked("rows_cut", 1);
  if (rows < SHAPE_LIMITS.fewestCutRows) return;
  const isSheetEnd = SHEET_ROWS.includes(rows + (headerRow ?? 1));
  const isRound = /^10+$/.test(String(rows));
  if (!isSheetEnd && !isRound) return;
  tally.find("rows_cut", {
    file,
    value: isSheetEnd
      ? `${countInWords(rows, "row")}, as many as a sheet of Excel holds`
      : `exactly ${countInWords(rows, "row")}`,
    expected: "a number of rows that chance gives",
    meaning:
      "The file may have been cut by a program or by the limit of a query. Ask how " +
      "many rows it should have, and state them in control_totals.csv.",
  });
}
