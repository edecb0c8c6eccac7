/**
 * What a notebook calls: one call, and the cell shows it.
 *
 * @module
 */

export {
  type ExtractFrames,
  extractFrames,
  showFrame,
  type ShowFrameOptions,
} from "./frames.ts";
export { type OpenedReport, openReport, type OpenReportOptions } from "./open_report.ts";
export { show } from "./show.ts";
export { type ShownTable, showTable } from "./shown_table.ts";
