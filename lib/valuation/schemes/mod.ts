/**
 * What each scheme costs on one country's data: any rules as assumptions of a valuation.
 *
 * @module
 */

export * from "./affordable_limits.ts";
export * from "./duration_ends.ts";
export type { DurationEnd } from "./durations_by_age.ts";
export * from "./rules_in_rupiah.ts";
export * from "./scheme_assumptions.ts";
export * from "./scheme_data.ts";
export * from "./service_rules.ts";
export * from "./value_reform.ts";
export * from "./value_schemes.ts";
