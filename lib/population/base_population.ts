import { bySex, FIVE_YEAR_AGES, type Population, populationTotal } from "./ages.ts";
import { SEX_KEYS } from "@jkp/extract";
import { sumSimple } from "simple-statistics";

/** People of some ages, by sex and age group; ages that nobody gives are `null`. */
export type PartialPopulation = {
  readonly [SexKey in keyof Population]: readonly (number | null)[];
};

/**
 * Completes a population of which some ages are known.
 *
 * Ages that are not known take another population's pattern by sex and age, scaled by one
 * factor so that everyone together is as many as wanted.
 *
 * @param known People by sex and age group of `FIVE_YEAR_AGES`, `null` where not known.
 * @param pattern A full population in the same unit.
 * @param total Everyone.
 * @returns The completed population, in the unit of `known`.
 * @throws {RangeError} If groups are missing, the known ages are already as many as
 * everyone or more, or the pattern has nobody at the ages that are not known.
 */
export function completePopulation(
  known: PartialPopulation,
  pattern: Population,
  total: number,
): Population {
  const sizes = SEX_KEYS.flatMap((sex) => [known[sex].length, pattern[sex].length]);
  if (sizes.some((size) => size !== FIVE_YEAR_AGES.length)) {
    throw new RangeError(
      `Cannot complete a population: ${FIVE_YEAR_AGES.length} age groups are wanted, ` +
        `got ${sizes.join(", ")}`,
    );
  }
  const others = populationTotal(
    bySex((sex) => pattern[sex].map((people, i) => known[sex][i] === null ? people : 0)),
  );
  const missing = total -
    sumSimple(SEX_KEYS.flatMap((sex) => known[sex].map((people) => people ?? 0)));
  if (!(missing > 0 && others > 0)) {
    throw new RangeError(
      `Cannot complete a population: more than the known ages and a pattern for the ` +
        `others are wanted, got ${missing} more and a pattern of ${others}`,
    );
  }
  return bySex((sex) =>
    known[sex].map((people, i) => people ?? pattern[sex][i]! * missing / others)
  );
}
