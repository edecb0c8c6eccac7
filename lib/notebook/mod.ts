/**
 * What a notebook calls: one call, and the cell shows it.
 *
 * @module
 */

export { answer } from "./answer.ts";
export { explorer } from "./explorer.ts";
export { extractFrames, showFrame } from "./frames.ts";
export { openReport } from "./open_report.ts";
export { show } from "./show.ts";
