/**
 * What is one claim paid? The calculator, for one claim or millions, and claims as files.
 *
 * @module
 */

export { ageProblem } from "./age_problem.ts";
export { benefitOfMonth } from "./benefit_of_month.ts";
export {
  CLAIM_RULES,
  type ClaimResults,
  claimResults,
  type ClaimRule,
  type ClaimTable,
  claimTable,
} from "./claim_table.ts";
export { type BenefitSchedule, benefitSchedule } from "./claims/benefit_schedule.ts";
export type { Claim } from "./claims/claim.ts";
export {
  contributionRate,
  type DailyJob,
  jobContributions,
  recomposedRates,
} from "./contributions.ts";
export { employerLiability, type Liability } from "./employer_liability.ts";
export { type Entitlement, entitlement, type EntitlementOptions } from "./entitlement.ts";
export { evaluateClaims } from "./evaluate.ts";
export { evaluateHistories } from "./evaluate_histories.ts";
export type { ContributionHistory } from "./history.ts";
export { otherBenefitInWords } from "./other_benefits.ts";
export { type CalculationOptions, type PreparedRules, prepareRules } from "./prepare.ts";
export { hasReemploymentAllowance, reemploymentAllowance } from "./reemployment.ts";
export {
  type StandardBenefits,
  standardBenefits,
  standardPersons,
} from "./standard_persons.ts";
export { delayBySeverance } from "./severance.ts";
