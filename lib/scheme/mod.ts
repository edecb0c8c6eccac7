/**
 * What does the law pay? Designs read into schemes, and the rules in force in a month.
 *
 * @module
 */

export * from "./age_range.ts";
export * from "./benefit.ts";
export * from "./benefit_curve.ts";
export * from "./benefit_rates.ts";
export * from "./calculator/mod.ts";
export * from "./ceiling.ts";
export * from "./claims/mod.ts";
export * from "./conformity.ts";
export * from "./coverage_share.ts";
export * from "./duration_range.ts";
export * from "./employee_counts.ts";
export * from "./limited_earnings.ts";
export * from "./reform_steps.ts";
export * from "./rules/mod.ts";
export * from "./skilled_wage.ts";
export * from "./termination_package.ts";
export * from "./valuation_terms.ts";
