/**
 * In what economy? Scenarios of growth, employment, unemployment, prices and returns.
 *
 * @module
 */

export * from "./consistency.ts";
export * from "./scenario.ts";
