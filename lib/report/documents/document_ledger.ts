import { stringify } from "@std/csv";
import type { DocumentRow } from "./document_table.ts";

const COLUMNS = [
  "item",
  "cell",
  "unit",
  "published",
  "reproduced",
  "difference",
  "tolerance",
  "status",
  "kind",
  "basis",
  "note",
];

/**
 * Writes the ledger of the papers' tables as CSV, as `outputs/documents_comparison.csv`
 * holds it: the columns of `comparison.csv`, and what our part rests on.
 *
 * @param rows The ledger.
 * @returns CSV text with a header; "n.a." where we agree that there is no value.
 *
 * @example
 * ```ts
 * import { documentLedgerToCsv } from "@jkp/report";
 * import { assert } from "@std/assert";
 *
 * assert(documentLedgerToCsv([]).includes(",kind,basis,note"));
 * ```
 */
export function documentLedgerToCsv(rows: readonly DocumentRow[]): string {
  const plain = rows.map((row) => ({
    ...row,
    reproduced: row.reproduced === null ? "n.a." : tidy(row.reproduced),
    difference: row.difference === null ? "" : tidy(row.difference),
  }));
  return stringify(plain, { columns: COLUMNS });
}

/** Twelve significant digits: beyond them a double holds noise. */
function tidy(value: number | string): number | string {
  return typeof value === "number" ? Number(value.toPrecision(12)) : value;
}
