import { monotoneCubic } from "@jkp/numeric";
import { type BySex, bySex } from "@jkp/extract";
import { GROUP_YEARS } from "./ages.ts";
import { populationIn, type PopulationProjection } from "./projection.ts";

/** Youngest age that {@link personsAged} can give between the projection's years. */
const YOUNGEST = 5;

/** First age of the open-ended group: nobody is placed within it. */
const OPEN_AGE = 100;

/**
 * People of some ages in any year of a projection.
 *
 * Between two years of the projection the same birth cohorts are taken from both and
 * joined by a constant yearly change. Within five-year groups, ages follow a monotone
 * curve through the sums up to each age.
 *
 * @param projection The projection.
 * @param year A year from its first to its last.
 * @param fromAge First age counted.
 * @param toAge Age to stop before, up to 95.
 * @returns People by sex, in the projection's unit.
 * @throws {RangeError} If the year or the ages are outside of what the projection has, or
 * ages under 5 are asked for between its years.
 *
 * @example Halfway between
 * ```ts
 * import { FIVE_YEAR_AGES, personsAged } from "@jkp/population";
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
 * assertAlmostEquals(personsAged(projection, 2025, 15, 20).male, 121);
 * assertAlmostEquals(personsAged(projection, 2022.5, 15, 20).male, 110);
 * ```
 */
export function personsAged(
  projection: PopulationProjection,
  year: number,
  fromAge: number,
  toAge: number,
): BySex<number> {
  const { firstYear, populations } = projection;
  const lastYear = firstYear + GROUP_YEARS * (populations.length - 1);
  const sinceStep = (year - firstYear) % GROUP_YEARS;
  const before = year - sinceStep;
  const youngest = sinceStep === 0 ? 0 : YOUNGEST;
  const oldest = OPEN_AGE - GROUP_YEARS;
  const isInside = year >= firstYear && year <= lastYear && fromAge >= youngest &&
    toAge <= oldest && fromAge < toAge;
  if (!isInside) {
    throw new RangeError(
      `Cannot count people: a year from ${firstYear} to ${lastYear} and ages from ` +
        `${youngest} to ${oldest} are wanted, got ${year} and ${fromAge} to ${toAge}`,
    );
  }
  return bySex((sex) => {
    const count = (inYear: number) => {
      const older = inYear - year;
      const upTo = peopleUpTo(populationIn(projection, inYear)[sex]);
      return upTo(toAge + older) - upTo(fromAge + older);
    };
    if (sinceStep === 0) return count(year);
    const share = sinceStep / GROUP_YEARS;
    return count(before) ** (1 - share) * count(before + GROUP_YEARS) ** share;
  });
}

/** How many are below an exact age. */
function peopleUpTo(groups: readonly number[]): (age: number) => number {
  const closed = groups.slice(0, OPEN_AGE / GROUP_YEARS);
  let sum = 0;
  const sums = [0, ...closed.map((people) => sum += people)];
  return monotoneCubic(sums.map((_, i) => GROUP_YEARS * i), sums);
}
