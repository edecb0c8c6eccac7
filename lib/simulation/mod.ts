/**
 * What would single careers get? Contribution histories drawn month by month, and what
 * schemes pay on them: for rules that averages cannot value.
 *
 * @module
 */

export * from "./career_options.ts";
export * from "./careers.ts";
export * from "./estimate.ts";
export * from "./rule_effects.ts";
export * from "./simulate_schemes.ts";
export * from "./simulation_options.ts";
