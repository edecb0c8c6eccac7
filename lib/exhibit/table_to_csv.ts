import { cellsToCsv } from "./cells_to_csv.ts";
import type { Table } from "./table.ts";
import { csvField } from "./format.ts";

/**
 * Writes a table as CSV (RFC 4180): the column keys, then the numbers with 12 significant
 * digits, beyond which there is only noise. Title, notes and source are left out; texts
 * are made harmless as in {@link cellsToCsv}.
 *
 * @param table The table.
 * @returns The text of the file, with CRLF line ends as the RFC has them.
 *
 * @example
 * ```ts
 * import { tableToCsv } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const csv = tableToCsv({
 *   id: "table_1",
 *   number: "1",
 *   title: "Cost rate",
 *   columns: [{ key: "year", title: "Year" }, { key: "rate", title: "Rate" }],
 *   rows: [{ year: 2022, rate: 0.1 + 0.2 }],
 *   notes: [],
 *   source: "",
 * });
 * assertEquals(csv, "year,rate\r\n2022,0.3\r\n");
 * ```
 */
export function tableToCsv(table: Table): string {
  const keys = table.columns.map((column) => column.key);
  const rows = table.rows.map((row) => keys.map((key) => csvField(row[key])));
  return cellsToCsv([keys, ...rows]);
}
