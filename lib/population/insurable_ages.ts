import { AGE_GROUPS, type BySex, bySex, type SexKey } from "@jkp/extract";
import { sumSimple } from "simple-statistics";
import { FIVE_YEAR_AGES, GROUP_YEARS } from "./ages.ts";
import type { PopulationAssumptions } from "./assumptions.ts";
import { valueInYear, type YearlyPath } from "@jkp/month";
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
 * @param totals People of all ages by sex, if persons are moved to them.
 * @returns The years, both included; the last is before the first if there are none.
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
  totals?: BySex<YearlyPath>,
): readonly [number, number] {
  const lastOfFertility = totalFertility.firstYear + totalFertility.values.length - 1;
  let last = startYear;
  while (
    fertilityShares.has(last) && unitedNations.has(last) &&
    unitedNations.has(last + GROUP_YEARS) && last + 3 <= lastOfFertility
  ) last += GROUP_YEARS;
  if (totals === undefined) {
    return [Math.min(startYear, ...unitedNations.keys()), last];
  }
  const { firstYear, values } = totals.male;
  return [Math.max(startYear, firstYear), Math.min(last, firstYear + values.length - 1)];
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
 * @param totals People of all ages by sex, in thousands, in the middle of each year: persons
 * of every age are raised or lowered alike to them.
 * @default {totals: those of the projection}
 * @returns Persons (not thousands) in the middle of each year.
 * @throws {RangeError} If the years lie outside, or before the start where there are totals.
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
  totals?: BySex<YearlyPath>,
): PersonsOfYear[] {
  const { startYear } = assumptions;
  const [first, last] = yearsOfPersons(assumptions, statistics, totals);
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
    const unit = (sex: SexKey) =>
      totals === undefined
        ? 1e3
        : 1e3 * valueInYear(totals[sex], year) / totalIn(projection, sex, year);
    return { year, persons: bySex((sex) => ofAge.map((each) => unit(sex) * each[sex])) };
  });
}

/** People of all ages of a sex, with a constant yearly change between the projection's years. */
function totalIn(
  { firstYear, populations }: PopulationProjection,
  sex: SexKey,
  year: number,
): number {
  const steps = (year - firstYear) / GROUP_YEARS;
  const place = Math.floor(steps);
  const of = (i: number) => sumSimple([...populations[i]![sex]]);
  return steps === place ? of(place) : of(place) ** (1 - steps + place) *
    of(place + 1) ** (steps - place);
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
