/**
 * In what population? Life tables of a period, a projection by cohorts and components,
 * and the labour force that comes of it.
 *
 * @module
 */

export { FIVE_YEAR_AGES, GROUP_YEARS, type Population, populationTotal } from "./ages.ts";
export { personsAged } from "./between_years.ts";
export { insurablePersons, yearsOfPersons } from "./insurable_ages.ts";
export type { Split } from "./labour_force.ts";
export { periodLifeTable } from "./life_table.ts";
export { type CoveragePath, membersByAge, type MembersOfYear } from "./members_by_age.ts";
export { netMigrationInYear } from "./migration.ts";
export { expectancyInYear } from "./mortality.ts";
export {
  populationIn,
  type PopulationProjection,
  projectPopulation,
} from "./projection.ts";
export { LAST_SINGLE_AGE, personsBySingleAge } from "./single_ages.ts";
export {
  type LabourForceYear,
  type PopulationStudy,
  projectByAssumptions,
  studyPopulation,
  WORKING_AGES,
} from "./study_population.ts";
