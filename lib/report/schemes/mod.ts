/**
 * Schemes valued side by side, reforms step by step, stated claims checked; whom schemes
 * cover, and whether they keep the Conventions.
 *
 * @module
 */

export * from "./conformity_basis.ts";
export * from "./conformity_tables.ts";
export * from "./coverage_tables.ts";
export * from "./scheme_coverage.ts";
export * from "./scheme_money.ts";
export * from "./scheme_scenarios.ts";
export * from "./schemes_figure.ts";
export * from "./schemes_not_valued.ts";
export * from "./schemes_table.ts";
export * from "./stated_claims.ts";
export * from "./valued_reform.ts";
