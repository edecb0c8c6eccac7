import { type Problem, throwIfAny, valueInWords } from "@jkp/problem";
import {
  FERTILE_AGE_GROUPS,
  FIVE_YEAR_AGES,
  GROUP_YEARS,
  LIFE_TABLE_AGES,
  type Population,
} from "./ages.ts";
import { type BySex, bySex, SEX_KEYS } from "@jkp/extract";
import { sumSimple } from "simple-statistics";
import { type PeriodLifeTable, periodLifeTable, survivalRatios } from "./life_table.ts";
import { netMigrantsAtRate } from "./migration.ts";
import {
  fertilityByAge,
  projectFiveYears,
  type ProjectionStep,
} from "./projection_step.ts";

/** Assumptions for five years. */
export interface ProjectionPeriod {
  /** Deaths a person-year, by age as `LIFE_TABLE_AGES`. */
  readonly deathRates: BySex<readonly number[]>;
  /** Children a woman has in her life at the rates of the period. */
  readonly totalFertility: number;
  /** Fraction of them in each of `FERTILE_AGE_GROUPS`; together 1. */
  readonly fertilityShares: readonly number[];
  readonly malesPerFemaleBirth: number;
  /**
   * Net migrants a year and person: the same at every age, or by sex and age group of
   * `FIVE_YEAR_AGES` at the end of the five years.
   */
  readonly netMigrationRate: number | BySex<readonly number[]>;
}

/** A population every five years, and what happened between. */
export interface PopulationProjection {
  readonly firstYear: number;
  /** At the middle of the first year and every five years after it. */
  readonly populations: readonly Population[];
  /** One step a period. */
  readonly steps: readonly ProjectionStep[];
  /** One life table a period and sex. */
  readonly lifeTables: readonly BySex<PeriodLifeTable>[];
}

/**
 * Projects a population by sex and five-year age group: the cohort-component method.
 *
 * @param firstYear Year of the starting population.
 * @param start People by sex and age group of `FIVE_YEAR_AGES`, in any unit.
 * @param periods Assumptions for each five years.
 * @returns Populations five years apart, with births, deaths, net migrants and life
 * tables of the years between.
 * @throws {DataError} With everything that is wrong: groups missing, numbers negative or
 * none, shares that are not 1 together.
 * @see Preston, Heuveline and Guillot (2001), Demography, chapter 6.
 *
 * @example Women who have two children each, half at 20–24 and half at 25–29
 * ```ts
 * import { FIVE_YEAR_AGES, projectPopulation } from "@jkp/population";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const people = FIVE_YEAR_AGES.map(() => 100);
 * const rates = Array<number>(22).fill(0.01); // deaths a person-year, at every age
 * const { steps } = projectPopulation(2020, { male: people, female: people }, [{
 *   deathRates: { male: rates, female: rates },
 *   totalFertility: 2,
 *   fertilityShares: [0, 0.5, 0.5, 0, 0, 0, 0],
 *   malesPerFemaleBirth: 1,
 *   netMigrationRate: 0,
 * }]);
 * const { births } = steps[0]!;
 * const meanWomen = (100 + 100 * Math.exp(-0.05)) / 2; // at start and end of five years
 * assertAlmostEquals(births.male + births.female, 2 * meanWomen, 0.01);
 * ```
 */
export function projectPopulation(
  firstYear: number,
  start: Population,
  periods: readonly ProjectionPeriod[],
): PopulationProjection {
  const isPopulation = Array.isArray(start?.male) && Array.isArray(start?.female);
  if (!isPopulation || !Array.isArray(periods)) {
    throw new RangeError(
      "Cannot project a population: numbers by age as { male, female } and a list of " +
        `periods are wanted, got ${valueInWords(start)} and ${valueInWords(periods)}`,
    );
  }
  throwIfAny([
    ...populationProblems(start),
    ...periods.flatMap((period, i) =>
      periodProblems(period, `${firstYear + GROUP_YEARS * i}`)
    ),
  ]);
  const lifeTables = periods.map(({ deathRates }) =>
    bySex((sex) => periodLifeTable(deathRates[sex], sex))
  );
  const populations = [start];
  const steps = periods.map((period, i) => {
    const population = populations.at(-1)!;
    const rates = {
      survival: bySex((sex) => survivalRatios(lifeTables[i]![sex])),
      fertility: fertilityByAge(period.totalFertility, period.fertilityShares),
      malesPerFemaleBirth: period.malesPerFemaleBirth,
    };
    const netMigrants = netMigrantsAtRate(population, rates, period.netMigrationRate);
    const step = projectFiveYears(population, { ...rates, netMigrants });
    populations.push(step.population);
    return step;
  });
  return { firstYear, populations, steps, lifeTables };
}

/**
 * The population in a year that a projection reaches.
 *
 * @param projection The projection.
 * @param year Its first year, or one five, ten … years later.
 * @returns The population.
 * @throws {RangeError} If the projection does not stand in that year.
 *
 * @example Ages 15 to 69 in 2030: Table 2.1 prints 211 675 thousand
 * ```ts
 * import { populationIn, populationTotal, studyPopulation } from "@jkp/population";
 * import { loadPopulationStatistics, readPopulationAssumptions } from "@jkp/population/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { projection } = studyPopulation(
 *   await readPopulationAssumptions("report_2021"),
 *   await loadPopulationStatistics(),
 *   {
 *     unemploymentRate: { firstYear: 2020, values: Array(11).fill(0.053) },
 *     unemploymentPattern: { male: 1, female: 1 },
 *   },
 * );
 * const thousands = populationTotal(populationIn(projection, 2030), 3, 14);
 * assertAlmostEquals(thousands, 211_675, 150); // 211 529
 * ```
 */
export function populationIn(projection: PopulationProjection, year: number): Population {
  const { firstYear, populations } = projection;
  const population = populations[(year - firstYear) / GROUP_YEARS];
  if (population === undefined) {
    const years = populations.map((_, i) => firstYear + GROUP_YEARS * i);
    throw new RangeError(
      `Cannot give the population: one of the years ${years.join(", ")} is wanted, ` +
        `got ${year}`,
    );
  }
  return population;
}

const NAME = "population projection";

function populationProblems(start: Population): Problem[] {
  return SEX_KEYS.flatMap((sex) =>
    listProblems(
      start[sex],
      FIVE_YEAR_AGES,
      `start, ${sex}`,
      "people, 0 or more",
      isCount,
    )
  );
}

function periodProblems(period: ProjectionPeriod, when: string): Problem[] {
  const { totalFertility, fertilityShares, malesPerFemaleBirth, netMigrationRate } =
    period;
  const problems = SEX_KEYS.flatMap((sex) =>
    listProblems(
      period.deathRates[sex],
      LIFE_TABLE_AGES.map(String),
      `${when}, death rates, ${sex}`,
      "a death rate, 0 or more, above 0 in the open-ended group",
      (rate, i) => isCount(rate) && (rate > 0 || i < LIFE_TABLE_AGES.length - 1),
    )
  );
  problems.push(...listProblems(
    fertilityShares,
    FERTILE_AGE_GROUPS,
    `${when}, fertility shares`,
    "a fraction from 0 to 1",
    (share) => share >= 0 && share <= 1,
  ));
  const check = (isGood: boolean, place: string, expected: string, received: number) => {
    if (isGood) return;
    problems.push({
      file: NAME,
      place: `${when}, ${place}`,
      expected,
      received: String(received),
    });
  };
  const sum = sumSimple(fertilityShares);
  check(Math.abs(sum - 1) < 1e-4, "fertility shares", "fractions that sum to 1", sum);
  check(
    isCount(totalFertility),
    "total fertility",
    "children, 0 or more",
    totalFertility,
  );
  check(
    isCount(malesPerFemaleBirth),
    "males per female birth",
    "a ratio, 0 or more",
    malesPerFemaleBirth,
  );
  problems.push(...migrationProblems(netMigrationRate, when));
  return problems;
}

function migrationProblems(
  netRate: ProjectionPeriod["netMigrationRate"],
  when: string,
): Problem[] {
  const place = `${when}, net migration rate`;
  const expected = "a yearly rate from -0.1 to 0.1";
  const isGood = (rate: number) => Math.abs(rate) <= 0.1;
  if (typeof netRate === "number") {
    return isGood(netRate)
      ? []
      : [{ file: NAME, place, expected, received: String(netRate) }];
  }
  return SEX_KEYS.flatMap((sex) =>
    listProblems(netRate[sex], FIVE_YEAR_AGES, `${place}, ${sex}`, expected, isGood)
  );
}

const isCount = (value: number) => Number.isFinite(value) && value >= 0;

function listProblems(
  values: readonly number[],
  names: readonly string[],
  place: string,
  expected: string,
  isGood: (value: number, index: number) => boolean,
): Problem[] {
  if (values.length !== names.length) {
    return [{
      file: NAME,
      place,
      expected: `${names.length} ages, ${names[0]} to ${names.at(-1)}`,
      received: String(values.length),
    }];
  }
  return values.flatMap((value, i) =>
    isGood(value, i) ? [] : [{
      file: NAME,
      place: `${place}, ${names[i]}`,
      expected,
      received: String(value),
    }]
  );
}
