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
export { RANGES } from "./assumptions/ranges.ts";
export { checkAssumptions } from "./assumptions/check_assumptions.ts";
export { type CostKernel, costKernel } from "./cost_kernel.ts";
export type { CostPath } from "./cost_path.ts";
export { deriveAssumptions } from "./assumptions/derive_assumptions.ts";
export { rulesInRupiah } from "./assumptions/rules_in_rupiah.ts";
export type {
  EarningsInBaseYear,
  ValuationAssumptions,
} from "./assumptions/valuation_assumptions.ts";
export {
  completedSpells,
  type MeasuredTime,
  OUT_OF_WORK_MEASURES,
  type TimeOutOfWork,
} from "./assumptions/time_out_of_work.ts";
export type { ValuationInputs } from "./assumptions/valuation_inputs.ts";
export {
  type AssumptionValues,
  CHANGEABLE_NAMES,
  changeAssumptions,
  checkChanges,
} from "./change_assumptions.ts";
export {
  CHOICE_REASONS,
  type ModelChoices,
  READING_NAMES,
  type ReadingName,
  READINGS,
  REPORT_DESIGN,
} from "./choices.ts";
export {
  breakEvenRate,
  exhaustionYear,
  type ExpenseBasis,
  fundTerms,
  type FundYear,
  rateKeepingReserve,
  rollForward,
  solveContributionRate,
  YEARS_INVESTED,
} from "./fund.ts";
export { type MonthlyProjection, projectMonths } from "./projection.ts";
export {
  type ClaimSteps,
  type ProjectionSteps,
  projectionSteps,
  type RuleSteps,
} from "./projection_steps.ts";
export { companyChoices } from "./file/choices_of.ts";
export { reconcile, type ReconciledPart, type Reconciliation } from "./reconciliation.ts";
export { type ChoiceSwitch, choiceSwitches } from "./choice_switches.ts";
export { type GridRow, sensitivityGrid } from "./sensitivity_grid.ts";
export { REPORT_CHANGES, sensitivities, type Sensitivity } from "./sensitivity.ts";
export {
  expectedPayments,
  type TransitionalCost,
  transitionalCost,
} from "./transition.ts";
export { type ResultKey, resultKey } from "./result_key.ts";
export {
  affordableInvoluntaryShare,
  levelRateOver,
  monthsOfClaims,
  reserveForStress,
  shockMultiples,
} from "./running_fund.ts";
export {
  inputsOfRole,
  mainInputs,
  mainRole,
  prepareRun,
  runValuation,
  suggestedRateOf,
  valuationOfRole,
  type ValuationRun,
} from "./run_valuation.ts";
export {
  fundAtSuggestedRate,
  fundAtTrialRates,
  type Valuation,
  valueAssumptions,
} from "./valuation.ts";
export { figuresOfValuation } from "./valued_figures.ts";
export type { ValuationBasis } from "./valuation_basis.ts";
export {
  isRunningScheme,
  isTrialRatePaid,
  MOST_PROJECTION_YEARS,
  type ValuationTerms,
} from "./valuation_terms.ts";
export { type ValuedReform, valueReform } from "./value_reform.ts";
export {
  type SchemeValuation,
  type SchemeValuations,
  valueSchemes,
} from "./value_schemes.ts";
export { readingChoices, readingInWords } from "./usual_reading.ts";
export { type Headlines, valueVariants, type VariantResult } from "./value_variants.ts";
export { SCENARIO_SHARE_VARIANT, VARIANTS } from "./variants.ts";
export type { ProjectionYear } from "./cost_by_year.ts";
