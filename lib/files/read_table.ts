import { readText } from "./read_text.ts";
import { type Columns, parseTable, type RowOf, type TableRules } from "./table.ts";
/**
 * Reads a CSV file, all of which must be right.
 *
 * @param path The file.
 * @param columns What it must have.
 * @param rules What it must keep to besides.
 * @returns Its rows in order.
 * @throws {DataError} If there is no such file; with every problem that
 * {@link checkTable} finds.
 *
 * @example Inflation in Indonesia, December on December
 * ```ts
 * import { cell } from "@jkp/files";
 * import { readTable } from "@jkp/files/read";
 * import { assertEquals } from "@std/assert";
 *
 * const [first] = await readTable("data/open/inflation.csv", {
 *   year: ["year", cell.year],
 *   inflation: ["december_on_december_pct", cell.percent],
 * });
 * assertEquals(first, { year: 2010, inflation: 0.0696 });
 * ```
 */
export async function readTable<const Of extends Columns>(
  path: string,
  columns: Of,
  rules: TableRules<RowOf<Of>> = {},
): Promise<readonly RowOf<Of>[]> {
  return parseTable(path, await readText(path), columns, rules).map(({ row }) => row);
}
