/**
 * What the room `valuation` writes to disk. It stands apart from the face, so that what
 * computes runs in a browser.
 *
 * @module
 */

export { saveValuation } from "./file/save_valuation.ts";
