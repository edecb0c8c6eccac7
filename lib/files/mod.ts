/**
 * Reading and writing files: located errors in, all-or-nothing files out.
 *
 * @module
 */

export { checkSchema } from "./check_schema.ts";
export { sha256, sha256OfFile } from "./checksum.ts";
export { dataFile } from "./data_file.ts";
export { formatToml } from "./format_toml.ts";
export { type CsvRow, parseCsv, parseToml, readText } from "./read.ts";
export { WholeFile } from "./whole_file.ts";
export { writeFilesTogether, writeFileWhole } from "./write.ts";
