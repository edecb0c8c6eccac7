/**
 * Reading and writing files: located errors in, all-or-nothing files out.
 *
 * @module
 */

export { cell, type CellReader } from "./cell.ts";
export { checkSchema } from "./check_schema.ts";
export { sha256 } from "./checksum.ts";
export { dataFile } from "./data_file.ts";
export { sha256OfFile } from "./file_checksum.ts";
export { formatToml } from "./format_toml.ts";
export { readTable } from "./read_table.ts";
export { readText } from "./read_text.ts";
export {
  checkTable,
  type Columns,
  type LocatedRow,
  parseTable,
  type RowOf,
  type TableRead,
} from "./table.ts";
export { parseToml } from "./toml.ts";
export { WholeFile } from "./whole_file.ts";
export { writeFilesTogether, writeFileWhole } from "./write_files.ts";
