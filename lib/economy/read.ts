/**
 * What the room `economy` reads from disk. It stands apart from the face, so that what computes
 * runs in a browser.
 *
 * @module
 */

export { readScenario } from "./read_scenario.ts";
