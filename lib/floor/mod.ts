/**
 * What would a floor of social protection cost? Rapid costing of benefits by population,
 * active population, economy and government.
 *
 * @module
 */

export type { FloorBenefit } from "./floor_benefit.ts";
export { type FloorCost, floorCost } from "./floor_cost.ts";
export { floorBenefitInWords } from "./floor_words.ts";
