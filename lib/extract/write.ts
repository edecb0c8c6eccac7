/**
 * What the room `extract` writes to disk. It stands apart from the face, so that what computes
 * runs in a browser.
 *
 * @module
 */

export { statisticsExtractFiles } from "./write_statistics_extract.ts";
