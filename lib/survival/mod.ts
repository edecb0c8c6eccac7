/**
 * How long? Survival functions and their estimators.
 *
 * @module
 */

export {
  type AalenJohansen,
  aalenJohansen,
  type AalenJohansenOptions,
  type CompetingObservations,
  type CumulativeIncidence,
  incidenceAt,
} from "./aalen_johansen.ts";
export {
  endingProbability,
  restrictedMean,
  survivalAt,
  type SurvivalCurve,
  survivalCurveFromPoints,
  type SurvivalPoint,
  survivalQuantile,
  type SurvivalRule,
  truncateAt,
} from "./curve.ts";
export {
  elapsedStock,
  type ElapsedStockOptions,
  type ElapsedStockResult,
  type StockCount,
} from "./elapsed_stock.ts";
export { type IntervalFormula, survivalInterval } from "./interval.ts";
export {
  type KaplanMeier,
  kaplanMeier,
  type KaplanMeierBasis,
  kaplanMeierCurve,
  type KaplanMeierOptions,
  medianSurvivalTime,
} from "./kaplan_meier.ts";
export {
  type LifeTable,
  lifeTable,
  type LifeTableInterval,
  type LifeTableRow,
} from "./life_table.ts";
export {
  type LogRankGroup,
  type LogRankOptions,
  type LogRankTest,
  logRankTest,
} from "./log_rank.ts";
export { countEvents, type EventCounts, type Observations } from "./observations.ts";
export type { FamilyName } from "./parametric/family.ts";
export {
  compareParametricFits,
  fitParametric,
  type ParametricFit,
  type ParametricOptions,
} from "./parametric/fit.ts";
export {
  fittedHazardAt,
  fittedQuantile,
  fittedRestrictedMean,
  fittedSurvivalAt,
} from "./parametric/fitted_curve.ts";
