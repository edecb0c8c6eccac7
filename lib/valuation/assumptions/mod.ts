/**
 * From law to assumptions: what experience, scenario, rules, terms and choices make of a
 * valuation.
 *
 * @module
 */

export { deriveAssumptions, type DerivedAssumptions } from "./derive_assumptions.ts";
export { type DurationEnd, durationEnds } from "./duration_ends.ts";
export { REPORT_DESIGN, reportAssumptions, reportInputs } from "./report_assumptions.ts";
export type { DatedAmount, NamedAmount, RulesData } from "./rules_data.ts";
export { rulesInRupiah } from "./rules_in_rupiah.ts";
export {
  extractServiceShares,
  serviceRuleOf,
  serviceRulesToCount,
  type ServiceShare,
  serviceShareOf,
} from "./service_rules.ts";
export type {
  EarningsInBaseYear,
  InsuredEarnings,
  ValuationAssumptions,
} from "./valuation_assumptions.ts";
export { studyOptions, type ValuationInputs } from "./valuation_inputs.ts";
