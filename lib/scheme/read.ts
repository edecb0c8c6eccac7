/**
 * What the room `scheme` reads from disk. It stands apart from the face, so that what computes
 * runs in a browser.
 *
 * @module
 */

export { designNames } from "./rules/design_names.ts";
export { readScheme } from "./rules/read_scheme.ts";
export { readSeverancePractice } from "./read_severance_practice.ts";
