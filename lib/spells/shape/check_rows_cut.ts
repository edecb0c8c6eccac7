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
  const { rows: words } = tally.words.shape;
  tally.find("rows_cut", {
    file,
    value: isSheetEnd ? words.sheet(rows) : words.exactly(rows),
    expected: words.byChance,
    meaning: words.meaning,
  });
}
