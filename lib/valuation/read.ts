/**
 * What the room `valuation` reads from disk. It stands apart from the face, so that what computes
 * runs in a browser.
 *
 * @module
 */

export { reportAssumptions, reportInputs } from "./assumptions/report_assumptions.ts";
export { REPORT_DESIGN } from "./choices.ts";
