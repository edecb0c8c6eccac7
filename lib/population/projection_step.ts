import {
  FIRST_FERTILE_GROUP,
  FIVE_YEAR_AGES,
  GROUP_YEARS,
  type Population,
} from "./ages.ts";
import { type BySex, bySex, SEX_KEYS } from "@jkp/extract";
import { sumSimple } from "simple-statistics";
import type { SurvivalRatios } from "./life_table.ts";

/** The open-ended group, by its place among `FIVE_YEAR_AGES`. */
const OLDEST = FIVE_YEAR_AGES.length - 1;

/** What moves a population over five years. */
export interface StepRates {
  readonly survival: BySex<SurvivalRatios>;
  /** Births a year and woman in each of `FERTILE_AGE_GROUPS`. */
  readonly fertility: readonly number[];
  readonly malesPerFemaleBirth: number;
  /** Net migrants of the five years, by age group at their end, in the population's unit. */
  readonly netMigrants: Population;
}

/** A population after five years, and what happened in them. */
export interface ProjectionStep {
  readonly population: Population;
  readonly births: BySex<number>;
  readonly deaths: BySex<number>;
  readonly netMigrants: BySex<number>;
}

/**
 * Moves a population five years on, by cohorts and components; any unit of people.
 *
 * Half of the migrants move at the start and then live as everyone does; half move at the
 * end, and so do all those born in the five years. Women bear children for five years at
 * the mean of their numbers at start and end. So births less deaths plus net migrants are
 * the change, exactly.
 *
 * @throws {RangeError} If more leave an age group than are there.
 * @see Preston, Heuveline and Guillot (2001), Demography, chapter 6.
 */
export function projectFiveYears(
  population: Population,
  rates: StepRates,
): ProjectionStep {
  const { survival, netMigrants } = rates;
  const atStart = bySex((sex) => {
    const early = atTheirStart(netMigrants[sex]);
    return population[sex].map((people, i) => people + early[i]! / 2);
  });
  const aged = bySex((sex) =>
    movedOn(atStart[sex], survival[sex].groups)
      .map((people, i) => people + netMigrants[sex][i]! / (i === 0 ? 1 : 2))
  );
  const births = birthsOf(population.female, aged.female, rates);
  const moved = bySex((sex) => {
    const [movedIn, ...older] = aged[sex];
    return [births[sex] * survival[sex].births + movedIn!, ...older];
  });
  checkPeople([atStart, moved]);
  return {
    population: moved,
    births,
    deaths: bySex((sex) =>
      births[sex] * (1 - survival[sex].births) +
      sumSimple(atStart[sex].map((people, i) => people * (1 - survival[sex].groups[i]!)))
    ),
    netMigrants: bySex((sex) => sumSimple(netMigrants[sex])),
  };
}

/** Migrants by their age group five years before; the open-ended group stays. */
function atTheirStart(netMigrants: readonly number[]): readonly number[] {
  return [...netMigrants.slice(1, OLDEST), 0, netMigrants[OLDEST]!];
}

function checkPeople(populations: readonly Population[]): void {
  for (const population of populations) {
    for (const sex of SEX_KEYS) {
      const empty = population[sex].findIndex((people) => people < 0);
      if (empty < 0) continue;
      throw new RangeError(
        `Cannot move a population on: no more people leaving than there are is wanted, ` +
          `got ${population[sex][empty]} left (${sex}, ${FIVE_YEAR_AGES[empty]})`,
      );
    }
  }
}

/** Each group's survivors, one group on; the last two meet in the open-ended one. */
export function movedOn(
  people: readonly number[],
  survival: readonly number[],
): number[] {
  const last = people.length - 1;
  const moved = new Array<number>(people.length).fill(0);
  people.forEach((each, i) => {
    moved[Math.min(i + 1, last)]! += each * survival[i]!;
  });
  return moved;
}

function birthsOf(
  before: readonly number[],
  after: readonly number[],
  { fertility, malesPerFemaleBirth }: StepRates,
): BySex<number> {
  const births = GROUP_YEARS * sumSimple(fertility.map((rate, i) => {
    const group = FIRST_FERTILE_GROUP + i;
    return rate * (before[group]! + after[group]!) / 2;
  }));
  const female = births / (1 + malesPerFemaleBirth);
  return { male: births - female, female };
}

/**
 * Births a year and woman of each of `FERTILE_AGE_GROUPS`, from total fertility and the
 * share of each group in it.
 */
export function fertilityByAge(
  totalFertility: number,
  shares: readonly number[],
): readonly number[] {
  return shares.map((share) => totalFertility * share / GROUP_YEARS);
}
