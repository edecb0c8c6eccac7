import { LEDGER_COLUMNS, rowsToCsv } from "../ledger/ledger_csv.ts";
import type { DocumentRow } from "./document_table.ts";

/**
 * Writes the ledger of the papers' tables as CSV, as `outputs/documents_comparison.csv`
 * holds it: the columns of `comparison.csv`, and what our part rests on.
 *
 * @param rows The ledger.
 * @returns CSV text with a header; "n.a." where we agree that there is no value.
 *
 * @example The JKK rate of very risky work, less what goes to JKP
 * ```ts
 * import { documentLedgerToCsv } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const csv = documentLedgerToCsv([{
 *   item: "jkp2023_table_3",
 *   cell: "very_high/jkk_after",
 *   title: "Rate of JKK after the transfer",
 *   unit: "%",
 *   published: "1.60",
 *   reproduced: 1.6,
 *   difference: 0,
 *   tolerance: 0.005,
 *   status: "matches",
 *   kind: "arithmetic",
 *   repeats: "",
 *   basis: "computed",
 *   note: "",
 * }]);
 * const row = csv.split("\r\n")[1];
 * assertEquals(
 *   row,
 *   "jkp2023_table_3,very_high/jkk_after,Rate of JKK after the transfer,%,1.60,1.6,0," +
 *     "0.005,matches,arithmetic,,computed,",
 * );
 * ```
 */
export function documentLedgerToCsv(rows: readonly DocumentRow[]): string {
  return rowsToCsv(rows, [...LEDGER_COLUMNS.slice(0, -1), "basis", "note"]);
}
