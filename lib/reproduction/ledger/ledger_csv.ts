import { cellsToCsv } from "@jkp/exhibit";
import type { LedgerRow } from "./ledger.ts";
import { headlineFirst } from "./summary.ts";

/** The columns of `outputs/comparison.csv`. */
export const LEDGER_COLUMNS = [
  "item",
  "cell",
  "title",
  "unit",
  "published",
  "reproduced",
  "difference",
  "tolerance",
  "status",
  "kind",
  "repeats",
  "note",
] as const satisfies readonly (keyof LedgerRow)[];

/**
 * Writes the ledger as CSV, as `outputs/comparison.csv` holds it: the rates of Table 3.7
 * first, its years, then the rest in the report's order.
 *
 * @param rows The ledger.
 * @returns CSV text with a header; "n.a." where we agree that there is no value.
 *
 * @example A benefit rate of 60 per cent: 1.56 printed, 1.5578 here
 * ```ts
 * import { ledgerToCsv } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const csv = ledgerToCsv([{
 *   item: "text_3_4",
 *   cell: "sens_benefit_60",
 *   title: "Suggested rate with a 60 per cent benefit rate",
 *   unit: "%",
 *   published: "1.56",
 *   reproduced: 1.5578,
 *   difference: -0.0022,
 *   tolerance: 0.005,
 *   status: "matches",
 *   kind: "arithmetic",
 *   repeats: "",
 *   note: "",
 * }]);
 * const row = csv.split("\r\n")[1]!;
 * assertEquals(
 *   row.split(",").slice(3),
 *   ["%", "1.56", "1.5578", "-0.0022", "0.005", "matches", "arithmetic", "", ""],
 * );
 * ```
 */
export function ledgerToCsv(rows: readonly LedgerRow[]): string {
  return rowsToCsv(headlineFirst(rows), LEDGER_COLUMNS);
}

/** Rows of a ledger as CSV; "n.a." where we agree that there is no value. */
export function rowsToCsv<Row extends LedgerRow>(
  rows: readonly Row[],
  columns: readonly (keyof Row & string)[],
): string {
  const plain = rows.map((row) => ({
    ...row,
    reproduced: row.reproduced === null ? "n.a." : tidy(row.reproduced),
    difference: row.difference === null ? "" : tidy(row.difference),
  }));
  const cells = plain.map((row) => columns.map((column) => String(row[column] ?? "")));
  return cellsToCsv([columns, ...cells]);
}

/** Twelve significant digits: beyond them a double holds noise. */
function tidy(value: number | string): number | string {
  return typeof value === "number" ? Number(value.toPrecision(12)) : value;
}
