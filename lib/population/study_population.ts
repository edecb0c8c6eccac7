import { valueInYear, type YearlyPath } from "@jkp/month";
import { type BySex, bySex } from "@jkp/extract";
import { GROUP_YEARS, type Population } from "./ages.ts";
import type { PopulationAssumptions } from "./assumptions.ts";
import { completePopulation } from "./base_population.ts";
import { personsAged } from "./between_years.ts";
import { type LabourForce, labourForceOf } from "./labour_force.ts";
import { atOverallRate, netMigrationRates } from "./migration.ts";
import { deathRatesAtExpectancy, deathRatesFrom } from "./mortality.ts";
import {
  type PopulationProjection,
  type ProjectionPeriod,
  projectPopulation,
} from "./projection.ts";
import type { PopulationStatistics } from "./statistics.ts";

/** A projected population with its labour force, and what both rest on. */
export interface PopulationStudy {
  readonly assumptions: PopulationAssumptions;
  readonly statistics: PopulationStatistics;
  /** People in thousands. */
  readonly projection: PopulationProjection;
  /** People in thousands. */
  readonly labourForce: readonly LabourForceYear[];
}

/** What the labour market adds to a population. */
export interface LabourMarket {
  /** Of the whole labour force, by year, as fractions. */
  readonly unemploymentRate: YearlyPath;
  /** Rates by sex in some year: only their ratio matters. */
  readonly unemploymentPattern: BySex<number>;
}

/** Working ages of the report: 15 and over, under 70. */
export const WORKING_AGES = { from: 15, to: 70 } as const;

/**
 * Projects the population of the report by its assumptions, in thousands.
 *
 * The start is completed from the United Nations' ages. Deaths and net migrants by sex and
 * age are those of World Population Prospects 2019, so that each cohort changes in its
 * ratio. Where the assumptions name a life expectancy, death rates are moved to that of
 * the middle of each five years; where they name a net migration rate, migration is moved
 * to it by one factor at all ages.
 *
 * @param assumptions What is assumed.
 * @param statistics What it rests on.
 * @param lastYear Year that the projection reaches, or goes up to four years beyond.
 * @returns The projection, every five years.
 * @throws {RangeError} If life expectancy is outside of what the death rates cover, or
 * the ages of fertility are not given for a period.
 *
 * @example Everyone in 2030, in millions
 * ```ts
 * import { populationIn, populationTotal, projectByAssumptions } from "@jkp/population";
 * import { loadPopulationStatistics, readPopulationAssumptions } from "@jkp/population/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const projection = projectByAssumptions(
 *   await readPopulationAssumptions("report_2021"),
 *   await loadPopulationStatistics(),
 *   2030,
 * );
 * assertAlmostEquals(populationTotal(populationIn(projection, 2030)) / 1e3, 296.5, 0.05);
 * ```
 */
export function projectByAssumptions(
  assumptions: PopulationAssumptions,
  statistics: PopulationStatistics,
  lastYear: number,
): PopulationProjection {
  const { startYear, startThousands } = assumptions;
  const start = completePopulation(
    statistics.base,
    unitedNationsIn(statistics, startYear),
    startThousands,
  );
  const count = Math.ceil((lastYear - startYear) / GROUP_YEARS);
  const periods = Array.from(
    { length: count },
    (_, i) => periodOf(assumptions, statistics, startYear + GROUP_YEARS * i),
  );
  return projectPopulation(startYear, start, periods);
}

function periodOf(
  assumptions: PopulationAssumptions,
  statistics: PopulationStatistics,
  firstYear: number,
): ProjectionPeriod {
  const { mortality, fertilityShares } = statistics;
  const shares = fertilityShares.get(firstYear);
  if (shares === undefined) {
    throw new RangeError(
      `Cannot project the population: fertility by age from one of the years ${
        [...fertilityShares.keys()].join(", ")
      } is wanted, got ${firstYear}`,
    );
  }
  const middle = (path: YearlyPath) =>
    (valueInYear(path, firstYear + 2) + valueInYear(path, firstYear + 3)) / 2;
  const { lifeExpectancy, netMigrationRate, totalFertility, malesPerFemaleBirth } =
    assumptions;
  const unitedNations = {
    before: unitedNationsIn(statistics, firstYear),
    after: unitedNationsIn(statistics, firstYear + GROUP_YEARS),
    deathRates: deathRatesFrom(mortality, firstYear),
  };
  const ratesByAge = netMigrationRates(unitedNations);
  return {
    deathRates: lifeExpectancy === undefined
      ? unitedNations.deathRates
      : bySex((sex) =>
        deathRatesAtExpectancy(mortality, sex, middle(lifeExpectancy[sex]))
      ),
    totalFertility: middle(totalFertility),
    fertilityShares: shares,
    malesPerFemaleBirth,
    netMigrationRate: netMigrationRate === undefined
      ? ratesByAge
      : atOverallRate(ratesByAge, unitedNations, netMigrationRate),
  };
}

function unitedNationsIn(
  { unitedNations }: PopulationStatistics,
  year: number,
): Population {
  const population = unitedNations.get(year);
  if (population === undefined) {
    throw new RangeError(
      `Cannot project the population: the United Nations' people of one of the years ${
        [...unitedNations.keys()].join(", ")
      } are wanted, got ${year}`,
    );
  }
  return population;
}

/** The labour force of a year. */
export interface LabourForceYear extends LabourForce {
  readonly year: number;
}

/**
 * The labour force in every year for which participation is assumed, in the projection's
 * unit; of the unemployment rates by sex only their ratio matters.
 *
 * @throws {RangeError} If the projection does not reach a year, or a rate is no fraction.
 */
export function labourForceByYear(
  projection: PopulationProjection,
  assumptions: Pick<PopulationAssumptions, "participation">,
  unemploymentRate: YearlyPath,
  unemploymentPattern: BySex<number>,
): readonly LabourForceYear[] {
  return assumptions.participation.map(({ year, rate }) => ({
    year,
    ...labourForceOf({
      population: personsAged(projection, year, WORKING_AGES.from, WORKING_AGES.to),
      participationRate: rate,
      unemploymentRate: valueInYear(unemploymentRate, year),
      unemploymentPattern,
    }),
  }));
}

/**
 * Projects the population and its labour force up to the last year of participation.
 *
 * @param assumptions What is assumed.
 * @param statistics What it rests on.
 * @param market Unemployment.
 * @returns The projection, the labour force, and what both rest on.
 * @throws {RangeError} As {@link projectByAssumptions} and {@link labourForceByYear}.
 * @throws {DataError} As {@link projectByAssumptions}.
 *
 * @example Women at work in 2030, in millions: Table 2.3 prints 53.6
 * ```ts
 * import { loadPopulationStatistics, readPopulationAssumptions } from "@jkp/population/read";
 * import { studyPopulation } from "@jkp/population";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { labourForce } = studyPopulation(
 *   await readPopulationAssumptions("report_2021"),
 *   await loadPopulationStatistics(),
 *   {
 *     unemploymentRate: { firstYear: 2020, values: Array(11).fill(0.053) },
 *     unemploymentPattern: { male: 1, female: 1 },
 *   },
 * );
 * assertAlmostEquals(labourForce.at(-1)!.employed.female / 1e3, 53.44, 0.005);
 * ```
 */
export function studyPopulation(
  assumptions: PopulationAssumptions,
  statistics: PopulationStatistics,
  { unemploymentRate, unemploymentPattern }: LabourMarket,
): PopulationStudy {
  const lastYear = Math.max(...assumptions.participation.map(({ year }) => year));
  const projection = projectByAssumptions(assumptions, statistics, lastYear);
  const labourForce = labourForceByYear(
    projection,
    assumptions,
    unemploymentRate,
    unemploymentPattern,
  );
  return { assumptions, statistics, projection, labourForce };
}
