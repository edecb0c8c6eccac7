/**
 * In what population? Life tables of a period, a projection by cohorts and components,
 * and the labour force that comes of it.
 *
 * @module
 */

export * from "./ages.ts";
export * from "./assumptions.ts";
export * from "./base_population.ts";
export * from "./between_years.ts";
export * from "./labour_force.ts";
export * from "./life_table.ts";
export * from "./mortality.ts";
export * from "./projection.ts";
export * from "./projection_step.ts";
export * from "./statistics.ts";
export * from "./study.ts";
