import { type BySex, SEX_KEYS } from "@jkp/extract";
import { checkArgument, checkNumber } from "@jkp/problem";
import { sumSimple } from "simple-statistics";

/** Years in an age group and in a step of the projection. */
export const GROUP_YEARS = 5;

/** Five-year age groups, `0-4` to `95-99`, and the open-ended `100+`. */
export const FIVE_YEAR_AGES: readonly string[] = [
  ...Array.from({ length: 20 }, (_, i) => `${5 * i}-${5 * i + 4}`),
  "100+",
];

/** Ages at which women bear children. */
export const FERTILE_AGE_GROUPS: readonly string[] = FIVE_YEAR_AGES.slice(3, 10);

/** Where {@link FERTILE_AGE_GROUPS} begin among {@link FIVE_YEAR_AGES}. */
export const FIRST_FERTILE_GROUP = 3;

/** First ages of the rows of a life table: 0, 1, 5, 10 … 100. */
export const LIFE_TABLE_AGES: readonly number[] = [
  0,
  1,
  ...Array.from({ length: 20 }, (_, i) => 5 * i + 5),
];

/** People by sex and age group of {@link FIVE_YEAR_AGES}: thousands, or any other unit. */
export type Population = BySex<readonly number[]>;

/**
 * All people of a population, or of some of its age groups.
 *
 * @param population The population.
 * @param from First age group counted, by its place in {@link FIVE_YEAR_AGES}.
 * @default {from: 0}
 * @param to Age group to stop before.
 * @default {to: after the last}
 * @returns The sum over both sexes, in the population's unit.
 * @throws {RangeError} If it is no population, or the group to stop before no number.
 *
 * @example A hundred people in each of the 21 age groups of both sexes, 11 groups at work
 * ```ts
 * import { FIVE_YEAR_AGES, populationTotal } from "@jkp/population";
 * import { assertEquals } from "@std/assert";
 *
 * const people = FIVE_YEAR_AGES.map(() => 100);
 * const population = { male: people, female: people };
 * assertEquals(populationTotal(population), 4200);
 * assertEquals(populationTotal(population, 3, 14), 2200); // ages 15 to 69
 * ```
 */
export function populationTotal(population: Population, from = 0, to?: number): number {
  const doing = "add a population up";
  checkArgument(doing, "numbers by age as { male, female }", population, SEX_KEYS);
  checkNumber(doing, "an age group to begin with", from);
  // As an argument of `map`, it would be given a place, and the list: a sum of none.
  if (to !== undefined) checkNumber(doing, "an age group to stop before", to);
  return sumSimple(SEX_KEYS.map((sex) => sumSimple(population[sex].slice(from, to))));
}
