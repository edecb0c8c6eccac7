/**
 * What does it cost? Projection, fund, contribution rates and what moves them.
 *
 * @module
 */

export * from "./assumptions.ts";
export * from "./benefit_months.ts";
export * from "./choices.ts";
export * from "./earnings.ts";
export * from "./fund.ts";
export * from "./inverse.ts";
export * from "./projection.ts";
export * from "./report_assumptions.ts";
export * from "./schemes/mod.ts";
export * from "./sensitivity.ts";
export * from "./transition.ts";
export * from "./valuation.ts";
export * from "./value_variants.ts";
export * from "./variants.ts";
export * from "./years.ts";
