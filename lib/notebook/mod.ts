/**
 * What a notebook calls: one call, and the cell shows it.
 *
 * @module
 */

export * from "./frames.ts";
export * from "./open_report.ts";
export * from "./show.ts";
export * from "./shown_table.ts";
