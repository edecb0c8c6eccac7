import { AGE_GROUPS, type BySex } from "@jkp/extract";
import { bySex, FIVE_YEAR_AGES, GROUP_YEARS } from "./ages.ts";
import type { PopulationAssumptions } from "./assumptions.ts";
import { personsAged } from "./between_years.ts";
import type { PopulationProjection } from "./projection.ts";
import type { PopulationStatistics } from "./statistics.ts";
import { projectByAssumptions } from "./study_population.ts";

/** Persons of a year by sex and age group of the extracts, `AGE_GROUPS`. */
export interface PersonsOfYear {
  readonly year: number;
  /** In the middle of the year. */
  readonly persons: BySex<readonly number[]>;
}

/** First age of each age group of the extracts, which are five-year ages of a population. */
const FIRST_AGES = AGE_GROUPS.map((group) => {
  const place = FIVE_YEAR_AGES.indexOf(group);
  if (place < 0) throw new RangeError(`No five-year ages of a population are ${group}`);
  return GROUP_YEARS * place;
});

/**
 * First and last year in which persons can be given by age: from the first population of
 * the United Nations to the last that assumptions and statistics reach.
 *
 * @param assumptions What is assumed of the population.
 * @param statistics What it rests on.
 * @returns The years, both included.
 *
 * @example The report's population, with World Population Prospects 2019
 * ```ts
 * import { yearsOfPersons } from "@jkp/population";
 * import { loadPopulationStatistics, readPopulationAssumptions } from "@jkp/population/read";
 * import { assertEquals } from "@std/assert";
 *
 * const years = yearsOfPersons(
 *   await readPopulationAssumptions("report_2021"),
 *   await loadPopulationStatistics(),
 * );
 * assertEquals(years, [2015, 2030]);
 * ```
 */
export function yearsOfPersons(
  { startYear, totalFertility }: PopulationAssumptions,
  { unitedNations, fertilityShares }: PopulationStatistics,
): readonly [number, number] {
  const lastOfFertility = totalFertility.firstYear + totalFertility.values.length - 1;
  let last = startYear;
  while (
    fertilityShares.has(last) && unitedNations.has(last) &&
    unitedNations.has(last + GROUP_YEARS) && last + 3 <= lastOfFertility
  ) last += GROUP_YEARS;
  return [Math.min(startYear, ...unitedNations.keys()), last];
}

/**
 * Persons by sex and age group of the extracts, year by year.
 *
 * From the start of the assumptions on they are the projection's, with the same birth
 * cohorts joined between its years ({@link personsAged}). Before it, each birth cohort
 * changes as that of the United Nations does.
 *
 * @param assumptions What is assumed of the population.
 * @param statistics What it rests on, people in thousands.
 * @param firstYear First year wanted, within {@link yearsOfPersons}.
 * @param lastYear Last year wanted.
 * @returns Persons (not thousands) in the middle of each year.
 * @throws {RangeError} If the years lie outside.
 *
 * @example Men of 20 to 24 in 2020, of whom Table 2.1 prints 11 196 thousand
 * ```ts
 * import { insurablePersons } from "@jkp/population";
 * import { loadPopulationStatistics, readPopulationAssumptions } from "@jkp/population/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const years = insurablePersons(
 *   await readPopulationAssumptions("report_2021"),
 *   await loadPopulationStatistics(),
 *   2019,
 *   2030,
 * );
 * assertAlmostEquals(years[1]!.persons.male[1]! / 1e3, 11_196, 0.5);
 * ```
 */
export function insurablePersons(
  assumptions: PopulationAssumptions,
  statistics: PopulationStatistics,
  firstYear: number,
  lastYear: number,
): PersonsOfYear[] {
  const { startYear } = assumptions;
  const [first, last] = yearsOfPersons(assumptions, statistics);
  if (firstYear < first || lastYear > last || firstYear > lastYear) {
    throw new RangeError(
      `Cannot give persons by age: years from ${first} to ${last} are wanted, got ` +
        `${firstYear} to ${lastYear}`,
    );
  }
  const projection = projectByAssumptions(
    assumptions,
    statistics,
    Math.max(startYear, lastYear),
  );
  const before = estimatesUpTo(startYear, statistics);
  return Array.from({ length: lastYear - firstYear + 1 }, (_, i) => {
    const year = firstYear + i;
    const ofAge = FIRST_AGES.map((age) => {
      if (year >= startYear) {
        return personsAged(projection, year, age, age + GROUP_YEARS);
      }
      const older = age + startYear - year;
      const then = personsAged(projection, startYear, older, older + GROUP_YEARS);
      const estimated = personsAged(before, startYear, older, older + GROUP_YEARS);
      const now = personsAged(before, year, age, age + GROUP_YEARS);
      return bySex((sex) => now[sex] * then[sex] / estimated[sex]);
    });
    return { year, persons: bySex((sex) => ofAge.map((each) => 1e3 * each[sex])) };
  });
}

/** The United Nations' populations up to a year, in the shape of a projection. */
function estimatesUpTo(
  startYear: number,
  { unitedNations }: PopulationStatistics,
): PopulationProjection {
  const known = [...unitedNations]
    .filter(([year]) => year <= startYear)
    .sort(([a], [b]) => a - b);
  return {
    firstYear: known[0]?.[0] ?? startYear,
    populations: known.map(([, population]) => population),
    steps: [],
    lifeTables: [],
  };
}
