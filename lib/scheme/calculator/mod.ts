/**
 * What one claim, or millions, are paid by a scheme's rules.
 *
 * @module
 */

export * from "./age_problem.ts";
export * from "./benefit_of_month.ts";
export * from "./claim_check.ts";
export * from "./claim_table.ts";
export * from "./contributions.ts";
export * from "./employer_liability.ts";
export * from "./entitlement.ts";
export * from "./evaluate.ts";
export * from "./evaluate_histories.ts";
export * from "./history.ts";
export * from "./other_benefits.ts";
export * from "./other_earnings.ts";
export * from "./prepare.ts";
export * from "./reemployment.ts";
export * from "./remaining.ts";
