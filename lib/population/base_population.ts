import { FIVE_YEAR_AGES, type Population, populationTotal } from "./ages.ts";
import { bySex, SEX_KEYS } from "@jkp/extract";
import { sumSimple } from "simple-statistics";

/** People of some ages, by sex and age group; ages that nobody gives are `null`. */
export type PartialPopulation = {
  readonly [SexKey in keyof Population]: readonly (number | null)[];
};

/**
 * Completes a population of which some ages are known (`null` where not).
 *
 * Ages that are not known take the pattern's numbers by sex and age, scaled by one factor
 * that brings the whole population to the total.
 *
 * @throws {RangeError} If groups are missing, the known ages already reach the total, or
 * the pattern has nobody at the ages that are not known.
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
