/**
 * How long? Survival functions and their estimators.
 *
 * @module
 */

export { type AalenJohansen, aalenJohansen, incidenceAt } from "./aalen_johansen.ts";
export {
  restrictedMean,
  survivalAt,
  type SurvivalCurve,
  survivalCurveFromPoints,
  survivalQuantile,
  truncateAt,
} from "./curve.ts";
export { elapsedStock, type ElapsedStockResult, tellsSurvival } from "./elapsed_stock.ts";
export { lowerEndWithoutEvents } from "./interval.ts";
export {
  type KaplanMeier,
  kaplanMeier,
  kaplanMeierCurve,
  medianSurvivalTime,
} from "./kaplan_meier.ts";
export { lifeTable } from "./life_table.ts";
export { type LogRankTest, logRankTest } from "./log_rank.ts";
export type { Observations } from "./observations.ts";
export type { FamilyName } from "./parametric/family.ts";
export {
  compareParametricFits,
  fitParametric,
  type ParametricFit,
} from "./parametric/fit.ts";
export { fittedQuantile, fittedSurvivalAt } from "./parametric/fitted_curve.ts";
