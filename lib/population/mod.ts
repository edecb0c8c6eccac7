/**
 * In what population? Life tables of a period, a projection by cohorts and components,
 * and the labour force that comes of it.
 *
 * @module
 */

export {
  AGE_GROUPS,
  type BySex,
  bySex,
  FERTILE_AGE_GROUPS,
  FIRST_FERTILE_GROUP,
  GROUP_YEARS,
  LIFE_TABLE_AGES,
  type Population,
  type Sex,
  SEXES,
  sumOf,
  totalOf,
} from "./ages.ts";
export {
  parsePopulationAssumptions,
  type Participation,
  type PopulationAssumptions,
} from "./assumptions.ts";
export { completePopulation, type PartialPopulation } from "./base_population.ts";
export { personsAged } from "./between_years.ts";
export {
  type LabourForce,
  type LabourForceAssumptions,
  labourForceOf,
  type Split,
} from "./labour_force.ts";
export {
  type PeriodLifeTable,
  periodLifeTable,
  type PeriodLifeTableRow,
  type SurvivalRatios,
  survivalRatios,
} from "./life_table.ts";
export {
  deathRatesAtExpectancy,
  expectancyInYear,
  type PeriodMortality,
} from "./mortality.ts";
export {
  populationIn,
  type PopulationProjection,
  type ProjectionPeriod,
  projectPopulation,
} from "./projection.ts";
export {
  fertilityByAge,
  netMigrantsAtRate,
  projectFiveYears,
  type ProjectionStep,
  type StepRates,
} from "./projection_step.ts";
export type {
  PeriodIndicators,
  PopulationStatistics,
  PopulationTableName,
} from "./statistics.ts";
export {
  labourForceByYear,
  type LabourForceYear,
  type LabourMarket,
  type PopulationStudy,
  projectByAssumptions,
  studyPopulation,
  WORKING_AGES,
} from "./study.ts";
