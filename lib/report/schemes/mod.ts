/**
 * Schemes valued side by side, reforms step by step, and stated claims checked.
 *
 * @module
 */

export * from "./reform_steps.ts";
export * from "./scheme_money.ts";
export * from "./scheme_scenarios.ts";
export * from "./schemes_figure.ts";
export * from "./schemes_not_valued.ts";
export * from "./schemes_table.ts";
export * from "./stated_claims.ts";
export * from "./valued_reform.ts";
