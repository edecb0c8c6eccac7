/**
 * What the room `valuation` reads from disk. It stands apart from the face, so that what computes
 * runs in a browser.
 *
 * @module
 */

export { reportAssumptions, reportInputs } from "./assumptions/report_assumptions.ts";
export {
  DRAFTED_SCENARIO,
  draftValuation,
  type ValuationDraft,
} from "./file/draft_valuation.ts";
export { readValuation } from "./file/read_valuation.ts";
export { readValuationFile } from "./file/read_valuation_file.ts";
export { readWithAllDesigns } from "./file/read_with_all_designs.ts";
export { REPORT_VALUATION } from "./choices.ts";
