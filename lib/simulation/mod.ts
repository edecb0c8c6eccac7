/**
 * What would single careers get? Contribution histories drawn month by month, and what
 * schemes pay on them: for rules that averages cannot value.
 *
 * @module
 */

export { type CareerBatch, STILL_EMPLOYED } from "./career_batch.ts";
export type { CareerOptions } from "./career_options.ts";
export { simulateCareers } from "./careers.ts";
export {
  addCareer,
  type CrossMoments,
  crossMoments,
  type Estimate,
  type Ratio,
  ratioDifference,
  ratioOf,
  totalOf,
} from "./estimate.ts";
export {
  type RuleEffect,
  ruleEffects,
  SWITCHABLE_RULES,
  type SwitchableRule,
  withoutRule,
} from "./rule_effects.ts";
export {
  type RatioName,
  schemeDifference,
  type SchemeOutcome,
  type SchemeSimulation,
  simulateSchemes,
} from "./simulate_schemes.ts";
export type { SimulationOptions } from "./simulation_options.ts";
