/**
 * What the room `population` reads from disk. It stands apart from the face, so that what computes
 * runs in a browser.
 *
 * @module
 */

export { readPopulationAssumptions } from "./read_assumptions.ts";
export { loadPopulationStatistics } from "./statistics.ts";
export { loadUnitedNationsTotals } from "./united_nations_totals.ts";
