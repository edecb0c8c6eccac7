import { type BySex, bySex } from "@jkp/extract";
import { FIVE_YEAR_AGES, GROUP_YEARS } from "./ages.ts";
import { personsAged } from "./between_years.ts";
import { populationIn, type PopulationProjection } from "./projection.ts";

/** First age of the last, open-ended group of {@link personsBySingleAge}. */
export const LAST_SINGLE_AGE = 95;

/** First age whose cohort lives at both ends of any five years. */
const FIRST_OF_COHORTS = 5;

/** First of {@link FIVE_YEAR_AGES} that is 95 or over. */
const OPEN_GROUP = FIVE_YEAR_AGES.indexOf("95-99");

/**
 * People by single age in any year of a projection.
 *
 * From 5 to 94 they are of the same birth cohorts in the projection's years before and
 * after, as `personsAged` has them. Younger children, who are not yet born at the start of
 * the five years, and people of 95 and over change at a steady rate at the same age.
 *
 * @param projection The projection.
 * @param year A whole year from its first to its last.
 * @returns People by sex, in the projection's unit: ages 0 to 94, then 95 and over.
 * @throws {RangeError} If the year is outside of the projection.
 *
 * @example Everyone of 2025, of whom the sum of the projection's groups is the same
 * ```ts
 * import { FIVE_YEAR_AGES, personsBySingleAge } from "@jkp/population";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const [now, then] = [100, 121].map((each) => {
 *   const people = FIVE_YEAR_AGES.map(() => each);
 *   return { male: people, female: people };
 * });
 * const projection = {
 *   firstYear: 2020,
 *   populations: [now!, then!],
 *   steps: [],
 *   lifeTables: [],
 * };
 * const everyone = personsBySingleAge(projection, 2025).male.reduce((a, b) => a + b);
 * assertAlmostEquals(everyone, 21 * 121);
 * ```
 */
export function personsBySingleAge(
  projection: PopulationProjection,
  year: number,
): BySex<readonly number[]> {
  const { firstYear, populations } = projection;
  const lastYear = firstYear + GROUP_YEARS * (populations.length - 1);
  if (!Number.isInteger(year) || year < firstYear || year > lastYear) {
    throw new RangeError(
      `Cannot count people by age: a whole year from ${firstYear} to ${lastYear} is ` +
        `wanted, got ${year}`,
    );
  }
  const since = (year - firstYear) % GROUP_YEARS;
  const before = year - since;
  const atAge = (at: number, age: number) =>
    age < LAST_SINGLE_AGE
      ? personsAged(projection, at, age, age + 1)
      : bySex((sex) =>
        populationIn(projection, at)[sex].slice(OPEN_GROUP).reduce((sum, n) => sum + n, 0)
      );
  const ages = Array.from({ length: LAST_SINGLE_AGE + 1 }, (_, age) => {
    const isOfCohort = age >= FIRST_OF_COHORTS && age < LAST_SINGLE_AGE;
    if (since === 0 || isOfCohort) return atAge(year, age);
    const [first, last] = [atAge(before, age), atAge(before + GROUP_YEARS, age)];
    const share = since / GROUP_YEARS;
    return bySex((sex) => first[sex] ** (1 - share) * last[sex] ** share);
  });
  return bySex((sex) => ages.map((each) => each[sex]));
}
