/**
 * What the room `open` reads from disk. It stands apart from the face, so that what computes
 * runs in a browser.
 *
 * @module
 */

export { loadOpenStatistics } from "./statistics.ts";
