/**
 * What does it cost? One road from law to cost: assumptions, projection, fund, contribution
 * rates, and what moves them.
 *
 * @module
 */

export * from "./affordable.ts";
export * from "./assumptions/mod.ts";
export * from "./benefit_months.ts";
export {
  type AssumptionValues,
  CHANGEABLE_NAMES,
  type ChangeableName,
  changeAssumptions,
  changeInputs,
} from "./change_assumptions.ts";
export * from "./choices.ts";
export * from "./fund.ts";
export * from "./projection.ts";
export * from "./sensitivity.ts";
export * from "./transition.ts";
export * from "./valuation.ts";
export * from "./value_reform.ts";
export * from "./value_schemes.ts";
export * from "./value_variants.ts";
export * from "./variants.ts";
export * from "./years.ts";
