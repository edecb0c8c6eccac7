import { type BySex, bySex, SEX_KEYS } from "@jkp/extract";
import { sumSimple } from "simple-statistics";
import { FIVE_YEAR_AGES, GROUP_YEARS, type Population, populationTotal } from "./ages.ts";
import { periodLifeTable, survivalRatios } from "./life_table.ts";
import { movedOn, projectFiveYears, type StepRates } from "./projection_step.ts";
import type { PopulationStatistics } from "./statistics.ts";

/** The open-ended group, by its place among `FIVE_YEAR_AGES`. */
const OLDEST = FIVE_YEAR_AGES.length - 1;

/** Years from the start of a period to its middle. */
const HALF_PERIOD = GROUP_YEARS / 2;

/** Net rates a year and person below this are rounding. */
const LEAST_RATE = 1e-12;

/** A population, the same five years later, and the deaths between. */
export interface ProjectedElsewhere {
  readonly before: Population;
  readonly after: Population;
  /** Deaths a person-year, by age as `LIFE_TABLE_AGES`. */
  readonly deathRates: BySex<readonly number[]>;
}

/**
 * Net migrants a year and person, by sex and age group at the end of five years, that a
 * projection of somebody else's has used but not printed: who stands in a group, less
 * who would with deaths alone. Put to the same people with the same deaths,
 * `projectPopulation` gives that projection again; put to other people, each cohort
 * changes in the same ratio.
 *
 * Nobody is placed in 0–4, which births fill, nor in the open-ended group.
 *
 * @see United Nations (1970), Manual VI, Methods of measuring internal migration, chapter
 * II, for the survival ratio method.
 */
export function netMigrationRates(
  { before, after, deathRates }: ProjectedElsewhere,
): Population {
  return bySex((sex) => {
    const { groups } = survivalRatios(periodLifeTable(deathRates[sex], sex));
    return after[sex].map((people, i) => {
      if (i === 0 || i === OLDEST) return 0;
      const [start, survival] = [before[sex][i - 1]!, groups[i - 1]!];
      // Half of them move at the start and share the deaths: `projectFiveYears`.
      const migrants = (people - start * survival) / ((1 + survival) / 2);
      return migrants / (GROUP_YEARS * start * (1 + survival) / 2);
    });
  });
}

/**
 * Rates by age moved by one factor, so that in that population everyone together has the
 * wanted net rate.
 *
 * @throws {RangeError} If as many come as leave, so that no factor gives another rate.
 */
export function atOverallRate(
  rates: Population,
  { before, after }: Pick<ProjectedElsewhere, "before" | "after">,
  wanted: number,
): Population {
  const migrants = sumSimple(
    SEX_KEYS.flatMap((sex) =>
      rates[sex].map((rate, i) =>
        i === 0 ? 0 : rate * (before[sex][i - 1]! + after[sex][i]!) / 2
      )
    ),
  );
  const overall = migrants / ((populationTotal(before) + populationTotal(after)) / 2);
  if (!(Math.abs(overall) > LEAST_RATE)) {
    throw new RangeError(
      `Cannot move migration by age to ${wanted} a year and person: rates that do not ` +
        `cancel are wanted, got ${overall} in all`,
    );
  }
  return bySex((sex) => rates[sex].map((rate) => rate * wanted / overall));
}

/**
 * Net migrants of five years by sex and age group at their end, from a net rate a year
 * and person, of everyone or by sex and age group.
 *
 * Each birth cohort counts as the mean of its people at the start and those that five
 * years without migration would leave; births of the five years count for half of what
 * would be left.
 */
export function netMigrantsAtRate(
  population: Population,
  rates: Omit<StepRates, "netMigrants">,
  netRate: number | Population,
): Population {
  const nobody = bySex(() => FIVE_YEAR_AGES.map(() => 0));
  const closed = projectFiveYears(population, { ...rates, netMigrants: nobody });
  return bySex((sex) => {
    const alive = population[sex].map(() => 1);
    const cohorts = movedOn(population[sex], alive);
    return cohorts.map((people, i) => {
      const rate = typeof netRate === "number" ? netRate : netRate[sex][i]!;
      return rate * GROUP_YEARS * (people + closed.population[sex][i]!) / 2;
    });
  });
}

/**
 * The United Nations' net migration in the middle of a year, on the straight line between
 * the middles of the periods on either side, as `expectancyInYear` has life expectancy.
 *
 * @param statistics Net migrants of periods of five years, and the people at their ends.
 * @param year The year; 2019 is mid-2019.
 * @returns Net migrants a year and person.
 * @throws {RangeError} If the year does not lie between the middles of two periods whose
 * people are known.
 *
 * @example The report's -0.373 per thousand of 2019
 * ```ts
 * import { netMigrationInYear } from "@jkp/population";
 * import { loadPopulationStatistics } from "@jkp/population/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const rate = netMigrationInYear(await loadPopulationStatistics(), 2019);
 * assertAlmostEquals(1e3 * rate, -0.373, 0.0005);
 * ```
 */
export function netMigrationInYear(
  { indicators, unitedNations }: Pick<
    PopulationStatistics,
    "indicators" | "unitedNations"
  >,
  year: number,
): number {
  const known = indicators.flatMap(({ firstYear, netMigrantsThousands }) => {
    const before = unitedNations.get(firstYear);
    const after = unitedNations.get(firstYear + GROUP_YEARS);
    if (before === undefined || after === undefined) return [];
    const people = (populationTotal(before) + populationTotal(after)) / 2;
    return [{
      middle: firstYear + HALF_PERIOD,
      rate: netMigrantsThousands / GROUP_YEARS / people,
    }];
  });
  const after = known.findIndex(({ middle }) => middle >= year);
  const [from, to] = [known[after - 1], known[after]];
  if (from === undefined || to === undefined) {
    throw new RangeError(
      `Cannot give net migration: a year between the middles ${
        known.map(({ middle }) => middle).join(", ")
      } of the periods is wanted, got ${year}`,
    );
  }
  const share = (year - from.middle) / (to.middle - from.middle);
  return (1 - share) * from.rate + share * to.rate;
}
