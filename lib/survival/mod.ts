/**
 * How long? Survival functions and their estimators.
 *
 * @module
 */

export * from "./curve.ts";
export * from "./elapsed_stock.ts";
export * from "./life_table.ts";
