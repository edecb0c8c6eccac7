/**
 * What happened? Rates and profiles from an extract, each with its basis.
 *
 * @module
 */

export * from "./earnings.ts";
export * from "./eligibility.ts";
export * from "./study.ts";
export * from "./termination.ts";
