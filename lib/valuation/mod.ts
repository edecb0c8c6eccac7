/**
 * What does it cost? Projection, fund, contribution rates and what moves them.
 *
 * @module
 */

export {
  deriveAssumptions,
  studyOptions,
  type ValuationAssumptions,
} from "./assumptions.ts";
export {
  type BenefitMonth,
  benefitMonth,
  meanOverBenefitMonths,
} from "./benefit_months.ts";
export {
  CHOICE_REASONS,
  type ModelChoices,
  READING_NAMES,
  type ReadingName,
  READINGS,
} from "./choices.ts";
export {
  type EarningsInBaseYear,
  type InsurableEarnings,
  insurableEarnings,
} from "./earnings.ts";
export {
  exhaustionYear,
  type ExpenseBasis,
  type FundTerms,
  fundTerms,
  type FundYear,
  rollForward,
  solveContributionRate,
} from "./fund.ts";
export {
  type Affordable,
  affordableBenefitRate,
  affordableDuration,
  isoCostCurve,
  type IsoCostPoint,
  rateKeepingReserve,
} from "./inverse.ts";
export {
  type MonthlyProjection,
  projectMonths,
  projectPeriods,
  type RulePeriod,
} from "./projection.ts";
export { reportAssumptions } from "./report_assumptions.ts";
export {
  affordableCeiling,
  affordableMaximumBenefit,
} from "./schemes/affordable_limits.ts";
export { type DurationEnd, durationEnds } from "./schemes/duration_ends.ts";
export { rulesInRupiah } from "./schemes/rules_in_rupiah.ts";
export {
  type SchemeAssumptions,
  schemeAssumptions,
} from "./schemes/scheme_assumptions.ts";
export type { DatedAmount, NamedAmount, SchemeData } from "./schemes/scheme_data.ts";
export {
  extractServiceShares,
  serviceRuleOf,
  serviceRulesToCount,
  type ServiceShare,
  serviceShareOf,
} from "./schemes/service_rules.ts";
export {
  type ValuedReform,
  type ValuedStep,
  valueReform,
} from "./schemes/value_reform.ts";
export {
  type RulesInTime,
  type SchemeLeftOut,
  type SchemeScenario,
  type SchemeValuation,
  type SchemeValuations,
  TOO_DEAR,
  valueSchemes,
} from "./schemes/value_schemes.ts";
export {
  type DesignChange,
  designSensitivities,
  type DesignSensitivity,
  REPORT_DESIGN_CHANGES,
} from "./sensitivity.ts";
export {
  expectedPayments,
  type TransitionalCost,
  transitionalCost,
} from "./transition.ts";
export {
  type FinancingResult,
  fundAtSuggestedRate,
  type Valuation,
  valuePeriods,
  valueScheme,
} from "./valuation.ts";
export {
  type Headlines,
  type ReportScenarios,
  valueVariants,
  type VariantResult,
} from "./value_variants.ts";
export { type Variant, VARIANTS } from "./variants.ts";
export { gatherYears, type ProjectionYear } from "./years.ts";
