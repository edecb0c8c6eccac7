/**
 * What the room `valuation` reads from disk. It stands apart from the face, so that what computes
 * runs in a browser.
 *
 * @module
 */

export {
  REPORT_DESIGN,
  reportAssumptions,
  reportInputs,
} from "./assumptions/report_assumptions.ts";
