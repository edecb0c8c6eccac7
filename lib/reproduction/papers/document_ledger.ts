import { LEDGER_COLUMNS, rowsToCsv } from "../ledger/ledger_csv.ts";
import type { DocumentRow } from "./document_table.ts";

/**
 * Writes the ledger of the papers' tables as CSV, as `outputs/documents_comparison.csv`
 * holds it: the columns of `comparison.csv`, and what our part rests on.
 *
 * @param rows The ledger.
 * @returns CSV text with a header; "n.a." where we agree that there is no value.
 *
 * @example
 * ```ts
 * import { documentLedgerToCsv } from "@jkp/reproduction";
 * import { assert } from "@std/assert";
 *
 * assert(documentLedgerToCsv([]).includes(",kind,basis,note"));
 * ```
 */
export function documentLedgerToCsv(rows: readonly DocumentRow[]): string {
  return rowsToCsv(rows, [...LEDGER_COLUMNS.slice(0, -1), "basis", "note"]);
}
