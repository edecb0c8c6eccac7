/**
 * Reading and writing files: located errors in, all-or-nothing files out.
 *
 * @module
 */

export { cell, type CellReader } from "./cell.ts";
export { checkSchema } from "./check_schema.ts";
export { sha256, sha256OfFile } from "./checksum.ts";
export { dataFile } from "./data_file.ts";
export { formatToml } from "./format_toml.ts";
export { parseToml, readText } from "./read.ts";
export {
  checkTable,
  type Columns,
  type LocatedRow,
  parseTable,
  readTable,
  type RowOf,
  type TableRead,
} from "./table.ts";
export { WholeFile } from "./whole_file.ts";
export { writeFilesTogether, writeFileWhole } from "./write.ts";
