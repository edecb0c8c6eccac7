/**
 * What happened? Rates and profiles from an extract, each with its basis; credibility,
 * graduation and seasonality of terminations, and actual against expected.
 *
 * @module
 */

export * from "./actual_expected.ts";
export * from "./credibility.ts";
export type { DifferenceOrder } from "./difference_penalty.ts";
export * from "./earnings.ts";
export * from "./eligibility.ts";
export * from "./expected_rates.ts";
export * from "./graduate_rates.ts";
export * from "./member_ages.ts";
export * from "./leaver_ages.ts";
export * from "./poisson_interval.ts";
export * from "./seasonality.ts";
export * from "./study.ts";
export { STUDY_SPLITS, type StudySplit } from "./study_cells.ts";
export type { StudyCell } from "./study_rates.ts";
export * from "./termination.ts";
export * from "./termination_study.ts";
export * from "./too_few_data.ts";
export * from "./wages_by_age.ts";
export * from "./whittaker_henderson.ts";
