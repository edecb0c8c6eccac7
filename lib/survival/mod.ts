/**
 * How long? Survival functions and their estimators.
 *
 * @module
 */

export * from "./aalen_johansen.ts";
export * from "./curve.ts";
export * from "./elapsed_stock.ts";
export * from "./interval.ts";
export * from "./kaplan_meier.ts";
export * from "./life_table.ts";
export * from "./log_rank.ts";
export * from "./observations.ts";
export * from "./parametric/mod.ts";
