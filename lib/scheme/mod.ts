/**
 * What does the law pay? Schemes as dated, sourced data, and the rules in force in a month.
 *
 * @module
 */

export { isOfAge } from "./age_range.ts";
export { averageMonthlyEarnings } from "./benefit.ts";
export {
  benefitAt,
  type BenefitCurve,
  type CurvePiece,
  flatCurve,
  gradedCurve,
} from "./benefit_curve.ts";
export { benefitRates } from "./benefit_rates.ts";
export { ceilingPath, limitsFromGrowth, nominalWageGrowth } from "./ceiling.ts";
export { changedScheme } from "./changed_scheme.ts";
export { type CoverageShare, coverageShare } from "./coverage_share.ts";
export { type DurationRange, durationRange } from "./duration_range.ts";
export type { EmployeeCounts, EmployeePart, Range } from "./employee_counts.ts";
export {
  type EarningsDistribution,
  fitLogStandardDeviation,
  limitedExpectedValue,
  partialMoment,
} from "./limited_earnings.ts";
export { openPointInWords } from "./open_point.ts";
export {
  differingSections,
  type ReformedSection,
  type ReformStep,
  reformSteps,
  rulesOfRunningClaims,
} from "./reform_steps.ts";
export type {
  AgeBands,
  Benefit,
  BenefitLimit,
  Limit,
  ReferenceWage,
  WageBand,
} from "./rules/benefit_sections.ts";
export {
  type CeilingIndex,
  LIMIT_INDICES,
  type LimitIndex,
} from "./rules/limit_index.ts";
export { checkRules } from "./rules/check_rules.ts";
export {
  changesRunningClaims,
  rulesAt,
  rulesBetween,
  rulesFrom,
  schemeStart,
} from "./rules/rules_at.ts";
export type { Rules, RulesInTime, Scheme } from "./rules/scheme.ts";
export {
  CONTRACT_TYPES,
  type ContractType,
  type Coverage,
  ENTERPRISE_SIZES,
  type EnterpriseSize,
  type ExcludingBenefit,
  type Financing,
  type MemberRegister,
  type Membership,
  type OtherBenefit,
  otherContingency,
  type Recomposition,
  type RiskLevel,
  TERMINATION_CAUSES,
  type TerminationCause,
  type Treatment,
  WORKER_GROUPS,
  type WorkerGroup,
} from "./rules/sections.ts";
export {
  age,
  between,
  calendarMonth,
  knownWord,
  oneOf,
  toFraction,
  whole,
  words,
  yesOrNo,
} from "./rules/units.ts";
export type { SeverancePractice } from "./severance_practice.ts";
export { skilledWageFrom } from "./skilled_wage.ts";
export {
  type JhtContribution,
  jhtSavingsMonths,
  severanceMonths,
  type TerminationPackage,
  terminationPackage,
  unemploymentInsuranceMonths,
} from "./termination_package.ts";
