/**
 * What does the law pay? Schemes as dated, sourced data, and the rules in force in a month.
 *
 * @module
 */

export { type AgeRange, isOfAge } from "./age_range.ts";
export { averageMonthlyEarnings } from "./benefit.ts";
export {
  benefitAt,
  type BenefitCurve,
  type CurvePiece,
  flatCurve,
  gradedCurve,
} from "./benefit_curve.ts";
export { benefitRates } from "./benefit_rates.ts";
export { type CeilingIndex, ceilingPath, nominalWageGrowth } from "./ceiling.ts";
export { type CoverageShare, coverageShare } from "./coverage_share.ts";
export { type DurationRange, durationRange } from "./duration_range.ts";
export {
  type EmployeeCounts,
  type EmployeePart,
  PART_FAMILIES,
  type Range,
} from "./employee_counts.ts";
export {
  type EarningsDistribution,
  fitLogStandardDeviation,
  limitedExpectedValue,
  partialMoment,
} from "./limited_earnings.ts";
export {
  differingSections,
  type ReformedSection,
  type ReformStep,
  reformSteps,
} from "./reform_steps.ts";
export type {
  AgeBands,
  Benefit,
  BenefitLimit,
  Duration,
  DurationBand,
  InsurableEarnings,
  Limit,
  LimitIndex,
  ReferenceWage,
  WageBand,
} from "./rules/benefit_sections.ts";
export { rulesAt, rulesBetween, schemeStart } from "./rules/rules_at.ts";
export type { FurtherSections, NeededSections, Rules, Scheme } from "./rules/scheme.ts";
export type { SchemeSections } from "./rules/scheme_file.ts";
export {
  type ClaimRules,
  type Contingency,
  CONTRACT_TYPES,
  type ContractType,
  type Coverage,
  type Dated,
  ENTERPRISE_SIZES,
  type EnterpriseSize,
  type ExcludingBenefit,
  type Financing,
  type MemberRegister,
  type Membership,
  type NonCompliance,
  type OtherBenefit,
  type OtherContingency,
  otherContingency,
  type OtherEarnings,
  type Qualifying,
  type Recomposition,
  type ReemploymentAllowance,
  type RepeatClaims,
  type RiskLevel,
  type Severance,
  TERMINATION_REASONS,
  type TerminationReason,
  type Treatment,
  type WaitingPeriod,
  WORKER_GROUPS,
  type WorkerGroup,
} from "./rules/sections.ts";
export { age, calendarMonth, oneOf, whole, words, yesOrNo } from "./rules/units.ts";
export { skilledWageFrom } from "./skilled_wage.ts";
export {
  type JhtContribution,
  jhtSavingsMonths,
  severanceMonths,
  type TerminationPackage,
  terminationPackage,
  unemploymentInsuranceMonths,
} from "./termination_package.ts";
export {
  lastProjectedMonth,
  parseValuationTerms,
  type ValuationTerms,
} from "./valuation_terms.ts";
