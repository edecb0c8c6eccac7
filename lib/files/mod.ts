/**
 * Reading and writing files: located errors in, all-or-nothing files out.
 *
 * @module
 */

export { cell, type CellReader } from "./cell.ts";
export { checkSchema } from "./check_schema.ts";
export { sha256 } from "./checksum.ts";
export { formatToml } from "./format_toml.ts";
export {
  checkTable,
  type Columns,
  type LocatedRow,
  parseTable,
  type RowOf,
  type RowProblem,
  scanTable,
  type TableRead,
  type TableRules,
} from "./table.ts";
export { parseToml } from "./toml.ts";
