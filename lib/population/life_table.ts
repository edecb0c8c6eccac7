import { checkNumbers, checkWords, columnValues } from "@jkp/problem";
import { LIFE_TABLE_AGES } from "./ages.ts";
import { SEX_KEYS, type SexKey } from "@jkp/extract";
import { sumSimple } from "simple-statistics";

/** A row of a life table of a period: what happens between two ages. */
export interface PeriodLifeTableRow {
  /** First age of the row. */
  readonly age: number;
  /** Years to the next row; infinite for the last. */
  readonly years: number;
  /** nMx: deaths a person-year. */
  readonly deathRate: number;
  /** nax: years lived in the row by a person who dies in it. */
  readonly yearsOfDying: number;
  /** nqx: probability to die before the next row; 1 in the last. */
  readonly deathProbability: number;
  /** lx: survivors of one birth at the age. */
  readonly survivors: number;
  /** ndx: deaths of one birth in the row. */
  readonly deaths: number;
  /** nLx: years lived in the row by one birth. */
  readonly personYears: number;
  /** ex: mean years still to live at the age. */
  readonly expectancy: number;
}

/** A life table of a period, of one sex. */
export interface PeriodLifeTable {
  readonly rows: readonly PeriodLifeTableRow[];
  /** e0: life expectancy at birth, in years. */
  readonly expectancyAtBirth: number;
  /** The conventions, in words. */
  readonly basis: string;
}

const BASIS =
  "abridged life table of a period; years lived by those who die: Coale and " +
  "Demeny (West) below age 5, half the interval at ages 5 to 14, Greville above; last " +
  "row closed by the inverse of its rate";

/**
 * The life table of a period from central death rates.
 *
 * Years lived in the interval of death follow the United Nations' practice, so that the
 * life expectancies of World Population Prospects 2019 come out to their last digit.
 *
 * @param rates Deaths a person-year at ages 0, 1–4, 5–9, 10–14 … 95–99 and 100 and
 * over, 22 in all.
 * @param sex Whose rates; it matters below age 5.
 * @returns The table, for one birth.
 * @throws {RangeError} If there is another number of rates, one is negative or no number,
 * or the last is not above 0.
 * @see Preston, Heuveline and Guillot (2001), Demography, chapter 3; United Nations
 * (1988), MortPak, LIFTB; Greville (1943), Short methods of constructing abridged life
 * tables.
 *
 * @example One death in 50 person-years at every age: 50 years to live
 * ```ts
 * import { periodLifeTable } from "@jkp/population";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const deathRates = Array<number>(22).fill(1 / 50);
 * const { rows } = periodLifeTable(deathRates, "male");
 * assertEquals(rows.at(-1)!.expectancy, 50); // at 100
 * assertAlmostEquals(rows[2]!.expectancy, 50, 0.02); // at 5
 * ```
 */
export function periodLifeTable(
  rates: ArrayLike<number>,
  sex: SexKey,
): PeriodLifeTable {
  const doing = "make a life table";
  const column = columnValues(rates);
  checkNumbers(doing, "deathRates", column);
  checkWords(doing, "sex", sex, SEX_KEYS);
  const deathRates = Array.from(column);
  checkRates(deathRates);
  const last = deathRates.length - 1;
  let survivors = 1;
  const partial = deathRates.map((deathRate, i) => {
    const age = LIFE_TABLE_AGES[i]!;
    const years = i === last ? Infinity : LIFE_TABLE_AGES[i + 1]! - age;
    const yearsOfDying = i === last ? 1 / deathRate : yearsLived(deathRates, i, sex);
    const deathProbability = i === last ? 1 : Math.min(
      1,
      years * deathRate / (1 + (years - yearsOfDying) * deathRate),
    );
    const deaths = survivors * deathProbability;
    const reaching = survivors - deaths;
    const row = {
      age,
      years,
      deathRate,
      yearsOfDying,
      deathProbability,
      survivors,
      deaths,
      personYears: (reaching === 0 ? 0 : years * reaching) + yearsOfDying * deaths,
    };
    survivors = reaching;
    return row;
  });
  const rows = partial.map((row, i) => {
    const yearsToLive = sumSimple(partial.slice(i).map(({ personYears }) => personYears));
    return { ...row, expectancy: row.survivors > 0 ? yearsToLive / row.survivors : 0 };
  });
  return { rows, expectancyAtBirth: rows[0]!.expectancy, basis: BASIS };
}

/** Deaths a person-year at most: more are deaths a hundred or a thousand. */
const HIGHEST_RATE = 5;

function checkRates(deathRates: readonly number[]): void {
  const wanted = LIFE_TABLE_AGES.length;
  const isRate = (rate: number) => rate >= 0 && rate <= HIGHEST_RATE;
  if (
    deathRates.length !== wanted || !deathRates.every(isRate) || deathRates.at(-1) === 0
  ) {
    throw new RangeError(
      `Cannot make a life table: ${wanted} death rates, deaths a person-year from 0 to ` +
        `${HIGHEST_RATE}, the last above 0, are wanted, got ${deathRates.length}: ${
          deathRates.join(", ")
        }`,
    );
  }
}

/** Below this age deaths come early in their interval: infancy. */
const GREVILLE_FROM_AGE = 15;
const HIGH_INFANT_RATE = 0.107;

/** nax by Coale and Demeny for infants and children, by Greville from age 15. */
function yearsLived(deathRates: readonly number[], i: number, sex: SexKey): number {
  const infant = deathRates[0]!;
  const isHigh = infant >= HIGH_INFANT_RATE;
  if (i === 0) {
    if (sex === "male") return isHigh ? 0.33 : 0.045 + 2.684 * infant;
    return isHigh ? 0.35 : 0.053 + 2.8 * infant;
  }
  if (i === 1) {
    if (sex === "male") return isHigh ? 1.352 : 1.651 - 2.816 * infant;
    return isHigh ? 1.361 : 1.522 - 1.518 * infant;
  }
  const years = 5;
  const [before, own, after] = [deathRates[i - 1]!, deathRates[i]!, deathRates[i + 1]!];
  if (LIFE_TABLE_AGES[i]! < GREVILLE_FROM_AGE || !(before > 0 && after > 0)) {
    return years / 2;
  }
  const rise = Math.log(after / before) / (2 * years);
  const lived = years / 2 - years ** 2 / 12 * (own - rise);
  return Math.min(years, Math.max(0, lived));
}

/** Survival over five years, as fractions. */
export interface SurvivalRatios {
  /** From the births of five years to the group 0–4 at their end. */
  readonly births: number;
  /**
   * From each age group to the next. Those of 95–99 and of 100 and over both go to the
   * open-ended group.
   */
  readonly groups: readonly number[];
}

/**
 * Shares of births and age groups that are alive five years later: nLx over nLx, and T100
 * over T95 in the open-ended group; ages within a group as in the stationary population.
 */
export function survivalRatios(table: PeriodLifeTable): SurvivalRatios {
  const [infants, children, ...older] = table.rows.map((row) => row.personYears);
  const years = [infants! + children!, ...older];
  const last = years.length - 1;
  const ratio = (over: number, under: number) => under > 0 ? over / under : 0;
  const closed = years.slice(1, last).map((lived, i) => ratio(lived, years[i]!));
  const open = ratio(years[last]!, years[last - 1]! + years[last]!);
  return { births: years[0]! / 5, groups: [...closed, open, open] };
}
