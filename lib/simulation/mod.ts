/**
 * What would single careers get? Contribution histories drawn month by month, and what
 * schemes pay on them: for rules that averages cannot value.
 *
 * @module
 */

export { type RuleEffect, ruleEffects } from "./rule_effects.ts";
export {
  schemeDifference,
  type SchemeSimulation,
  simulateSchemes,
} from "./simulate_schemes.ts";
