/** The sexes, in the report's order. */
export const SEXES = ["male", "female"] as const;

/** A sex. */
export type Sex = typeof SEXES[number];

/** One value for each sex. */
export type BySex<Value> = { readonly [Each in Sex]: Value };

/** Years in an age group and in a step of the projection. */
export const GROUP_YEARS = 5;

/** Five-year age groups, `0-4` to `95-99`, and the open-ended `100+`. */
export const AGE_GROUPS: readonly string[] = [
  ...Array.from({ length: 20 }, (_, i) => `${5 * i}-${5 * i + 4}`),
  "100+",
];

/** Ages at which women bear children. */
export const FERTILE_AGE_GROUPS: readonly string[] = AGE_GROUPS.slice(3, 10);

/** Where {@link FERTILE_AGE_GROUPS} begin among {@link AGE_GROUPS}. */
export const FIRST_FERTILE_GROUP = 3;

/** First ages of the rows of a life table: 0, 1, 5, 10 … 100. */
export const LIFE_TABLE_AGES: readonly number[] = [
  0,
  1,
  ...Array.from({ length: 20 }, (_, i) => 5 * i + 5),
];

/** People by sex and age group of {@link AGE_GROUPS}: thousands, or any other unit. */
export type Population = BySex<readonly number[]>;

/**
 * Makes one value for each sex.
 *
 * @param make Gives the value of a sex.
 * @returns Both values.
 */
export function bySex<Value>(make: (sex: Sex) => Value): BySex<Value> {
  return { male: make("male"), female: make("female") };
}

/**
 * All people of a population, or of some of its age groups.
 *
 * @param population The population.
 * @param from First age group counted, by its place in {@link AGE_GROUPS}.
 * @default {from: 0}
 * @param to Age group to stop before.
 * @default {to: after the last}
 * @returns The sum over both sexes, in the population's unit.
 *
 * @example
 * ```ts
 * import { AGE_GROUPS, totalOf } from "@jkp/population";
 * import { assertEquals } from "@std/assert";
 *
 * const ones = AGE_GROUPS.map(() => 1);
 * assertEquals(totalOf({ male: ones, female: ones }), 42);
 * assertEquals(totalOf({ male: ones, female: ones }, 3, 14), 22);
 * ```
 */
export function totalOf(population: Population, from = 0, to?: number): number {
  return SEXES.reduce((sum, sex) => sum + sumOf(population[sex].slice(from, to)), 0);
}

/** The sum of some numbers. */
export const sumOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0);
