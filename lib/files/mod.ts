/**
 * Reading and writing files: located errors in, all-or-nothing files out.
 *
 * @module
 */

export * from "./cell.ts";
export * from "./check_schema.ts";
export * from "./checksum.ts";
export * from "./data_file.ts";
export * from "./format_toml.ts";
export * from "./read.ts";
export * from "./table.ts";
export * from "./whole_file.ts";
export * from "./write.ts";
