/**
 * Studies of any extract, as tables and figures: its quality, terminations, inactivity,
 * service.
 *
 * @module
 */

export * from "./experience_figures.ts";
export * from "./experience_tables.ts";
export * from "./inactivity_study.ts";
export * from "./inactivity_tables.ts";
export * from "./quality_table.ts";
export * from "./service_rule_shares.ts";
export * from "./service_tables.ts";
export * from "./study_folder.ts";
