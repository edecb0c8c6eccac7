/**
 * What the room `open` reads from disk. It stands apart from the face, so that what computes
 * runs in a browser.
 *
 * @module
 */

export { loadOpenStatistics, OPEN_TABLE_NAMES } from "./statistics.ts";
