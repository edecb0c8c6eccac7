/**
 * What is one claim paid? The calculator, for one claim or millions, and claims as files.
 *
 * @module
 */

export { ageProblem } from "./age_problem.ts";
export { benefitOfMonth } from "./benefit_of_month.ts";
export type { ClaimCheck } from "./claim_check.ts";
export {
  CLAIM_RULES,
  type ClaimResults,
  claimResults,
  type ClaimRule,
  type ClaimTable,
  claimTable,
} from "./claim_table.ts";
export {
  type BenefitSchedule,
  benefitSchedule,
  type ScheduledBenefit,
} from "./claims/benefit_schedule.ts";
export type { Claim, Locate } from "./claims/claim.ts";
export { claimFrom } from "./claims/claim_from.ts";
export type { ClaimFiles, MemberClaims } from "./claims/read_claims.ts";
export {
  contributionRate,
  type DailyJob,
  type JobContribution,
  jobContributions,
  type RecomposedRates,
  recomposedRates,
} from "./contributions.ts";
export {
  type Compliance,
  employerLiability,
  type Liability,
} from "./employer_liability.ts";
export { type Entitlement, entitlement } from "./entitlement.ts";
export { evaluateClaims } from "./evaluate.ts";
export { evaluateHistories } from "./evaluate_histories.ts";
export {
  checkHistory,
  type ContributionHistory,
  type ContributionRun,
  type EarlierClaim,
  type HistoryClaim,
  historyProblems,
  type Member,
  type Termination,
} from "./history.ts";
export { excludingBenefit, otherBenefitInWords } from "./other_benefits.ts";
export {
  type AboveAllowed,
  allowedEarnings,
  type BenefitBesideEarnings,
  benefitBesideEarnings,
} from "./other_earnings.ts";
export {
  type AgeCurve,
  type CalculationOptions,
  LONGEST_MONTHS,
  type PreparedRules,
  prepareRules,
} from "./prepare.ts";
export { hasReemploymentAllowance, reemploymentAllowance } from "./reemployment.ts";
export { type RemainingEntitlement, remainingEntitlement } from "./remaining.ts";
