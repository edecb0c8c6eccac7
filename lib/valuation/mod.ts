/**
 * What does it cost? Projection, fund, contribution rates and what moves them.
 *
 * @module
 */

export {
  type Affordable,
  affordableBenefitRate,
  affordableCeiling,
  affordableDuration,
  affordableMaximumBenefit,
  isoCostCurve,
  type IsoCostPoint,
} from "./affordable.ts";
export { deriveAssumptions } from "./assumptions/derive_assumptions.ts";
export { durationEnds } from "./assumptions/duration_ends.ts";
export type { DurationEnd } from "./assumptions/durations_by_age.ts";
export type { DatedAmount, NamedAmount, RulesData } from "./assumptions/rules_data.ts";
export { rulesInRupiah } from "./assumptions/rules_in_rupiah.ts";
export {
  extractServiceShares,
  serviceRuleOf,
  serviceRulesToCount,
  type ServiceShare,
  serviceShareOf,
} from "./assumptions/service_rules.ts";
export type {
  EarningsInBaseYear,
  ValuationAssumptions,
} from "./assumptions/valuation_assumptions.ts";
export { studyOptions, type ValuationInputs } from "./assumptions/valuation_inputs.ts";
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
  exhaustionYear,
  type ExpenseBasis,
  type FundTerms,
  fundTerms,
  type FundYear,
  rateKeepingReserve,
  rollForward,
  solveContributionRate,
} from "./fund.ts";
export {
  type MonthlyProjection,
  projectMonths,
  projectPeriods,
  type RulePeriod,
} from "./projection.ts";
export { REPORT_CHANGES, sensitivities, type Sensitivity } from "./sensitivity.ts";
export {
  expectedPayments,
  type TransitionalCost,
  transitionalCost,
} from "./transition.ts";
export {
  type FinancingResult,
  fundAtSuggestedRate,
  runValuation,
  type Valuation,
  valuePeriods,
} from "./valuation.ts";
export { type ValuedReform, type ValuedStep, valueReform } from "./value_reform.ts";
export {
  type RulesInTime,
  type SchemeLeftOut,
  type SchemeValuation,
  type SchemeValuations,
  TOO_DEAR,
  valueSchemes,
} from "./value_schemes.ts";
export { type Headlines, valueVariants, type VariantResult } from "./value_variants.ts";
export { type Variant, VARIANTS } from "./variants.ts";
export { gatherYears, type ProjectionYear } from "./years.ts";
