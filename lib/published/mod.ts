/**
 * The printed numbers of the report, each with its unit, place and rounding.
 *
 * They serve comparison, display and the calibration of the synthetic extract, never the
 * computing itself.
 *
 * @module
 */

export { publishedItem, publishedRow, publishedValue } from "./published.ts";
export type { Published, PublishedRow } from "./published_row.ts";
