/**
 * What the room `floor` reads from disk. It stands apart from the face, so that what
 * computes runs in a browser.
 *
 * @module
 */

export { loadFloorCountry } from "./load_floor_country.ts";
export { readFloorBenefit } from "./read_floor_benefit.ts";
