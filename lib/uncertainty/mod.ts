/**
 * How sure? Errors of the experience, valuations over many paths of the economy, what moves
 * the rate, and rules that set it.
 *
 * @module
 */

export type { CostPaths } from "./cost_paths.ts";
export {
  type Fan,
  FAN_PROBABILITIES,
  fundFan,
  paygFan,
  rateDistributions,
  rateForRuin,
  valueAtRisk,
} from "./costs/cost_distributions.ts";
export { distributionOf, quantileOf } from "./costs/distribution.ts";
export { exhaustionByYear, pathRates } from "./costs/path_rates.ts";
export { costsAsAssumed, joinCosts, simulateCosts } from "./costs/simulate_costs.ts";
export { pathDrawer } from "./economy/draw_path.ts";
export type { EconomicProcess } from "./economy/economic_process.ts";
export { bootstrapExperience } from "./experience/bootstrap_experience.ts";
export { drawCompletedSpells } from "./experience/draw_completed_spells.ts";
export { drawExperience } from "./experience/draw_experience.ts";
export {
  type ExperienceErrors,
  experienceErrors,
} from "./experience/experience_errors.ts";
export { type RateInterval, rateInterval } from "./experience/rate_interval.ts";
export type { Estimate } from "./estimates.ts";
export type { RateRule } from "./rate_rules/rate_rule.ts";
export { type RateRuleOutcome, runRateRule } from "./rate_rules/run_rate_rule.ts";
export { splitRate } from "./rate_rules/split_rate.ts";
export { statePart, type StatePartOfYear } from "./rate_rules/state_part.ts";
export {
  rateVarianceParts,
  type VariancePart,
} from "./sensitivity/rate_variance_parts.ts";
export { type StressTest, stressTests } from "./sensitivity/stress_tests.ts";
