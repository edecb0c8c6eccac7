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
} from "./affordable.ts";
export { checkAssumptions } from "./assumptions/check_assumptions.ts";
export { deriveAssumptions } from "./assumptions/derive_assumptions.ts";
export type { NamedAmount, RulesData } from "./assumptions/rules_data.ts";
export { rulesInRupiah } from "./assumptions/rules_in_rupiah.ts";
export {
  extractServiceShares,
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
  type AssumptionValues,
  CHANGEABLE_NAMES,
  changeAssumptions,
  changeInputs,
  checkChanges,
} from "./change_assumptions.ts";
export {
  CHOICE_REASONS,
  choicesByLaw,
  type ModelChoices,
  READING_NAMES,
  type ReadingName,
  READINGS,
} from "./choices.ts";
export {
  exhaustionYear,
  type ExpenseBasis,
  fundTerms,
  type FundYear,
  rateKeepingReserve,
  rollForward,
  solveContributionRate,
} from "./fund.ts";
export { type MonthlyProjection, projectMonths } from "./projection.ts";
export { REPORT_CHANGES, sensitivities, type Sensitivity } from "./sensitivity.ts";
export { expectedPayments, transitionalCost } from "./transition.ts";
export { fundAtSuggestedRate, runValuation, type Valuation } from "./valuation.ts";
export { type ValuedReform, valueReform } from "./value_reform.ts";
export {
  type SchemeValuation,
  type SchemeValuations,
  valueSchemes,
} from "./value_schemes.ts";
export {
  checkReading,
  readingChoices,
  readingInWords,
  usualReading,
} from "./usual_reading.ts";
export { type Headlines, valueVariants, type VariantResult } from "./value_variants.ts";
export { SCENARIO_SHARE_VARIANT, VARIANTS } from "./variants.ts";
export type { ProjectionYear } from "./cost_by_year.ts";
