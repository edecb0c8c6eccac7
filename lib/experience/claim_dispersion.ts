import { type Month, yearOf } from "@jkp/month";
import { sumSimple } from "simple-statistics";
import { type Interval, poissonInterval } from "./poisson_interval.ts";

/** Claims beside those expected, or beside the exposure. */
export interface ClaimSides {
  readonly actual: number;
  readonly expected: number;
}

/** The same of one month. */
export interface MonthOfClaims extends ClaimSides {
  readonly month: Month;
}

/**
 * Months below which no dispersion is estimated: in less than a year the course of the
 * year cannot be told from chance.
 */
export const FEWEST_MONTHS = 12;

/** Calendar years below which these are not looked at. */
const FEWEST_YEARS = 3;

/**
 * Variance of claims as a multiple of their mean: Pearson's chi-square around the group's
 * own ratio of actual to expected by degree of freedom, of months or of calendar years,
 * whichever is larger, and 1 at least. Of months it is the dispersion of R's
 * `glm(actual ~ 1, quasipoisson, offset = log(expected))`.
 *
 * What moves all members together is in it, which the members of a single month would not
 * show. Months show it best, as there are many; they count the course of the year as
 * chance unless expected claims follow it. Years show what lasts: of few claims it is
 * hidden among the chances of single months, but adds up.
 *
 * Where a record stands for many persons, the spread that is found holds its weight; what
 * is not found, 1, does not.
 *
 * @param months The months; those in which nothing was expected or happened are left out.
 * @returns The dispersion; 1 without claims, which have the exact limit of Poisson claims;
 * NaN if fewer than {@link FEWEST_MONTHS} are left or one of them has claims alone.
 * @see McCullagh and Nelder (1989), Generalized linear models, section 6.2.3.
 */
export function dispersionOfClaims(months: readonly MonthOfClaims[]): number {
  const used = usedMonths(months);
  const ofMonths = dispersionOfMonths(months);
  if (Number.isNaN(ofMonths) || used.every(({ actual }) => actual === 0)) return ofMonths;
  const years = [...Map.groupBy(used, ({ month }) => yearOf(month)).values()]
    .map(sumOfClaims);
  const ofYears = years.length < FEWEST_YEARS ? 1 : pearsonDispersion(years);
  return Math.max(ofMonths, ofYears);
}

/**
 * The same of months alone: what a single month is apart from its expectation, which is all
 * that limits of single months have to hold.
 *
 * @param fitted How many numbers the expectation was fitted with: what is left of the months
 * are degrees of freedom.
 * @default {fitted: 1, the level}
 */
export function dispersionOfMonths(
  months: readonly MonthOfClaims[],
  fitted: number = 1,
): number {
  const used = usedMonths(months);
  if (used.every(({ actual }) => actual === 0)) return 1;
  const isTooFew = used.length < Math.max(FEWEST_MONTHS, fitted + 1);
  if (isTooFew || used.some(({ expected }) => !(expected > 0))) return NaN;
  return Math.max(1, pearsonDispersion(used, fitted));
}

function usedMonths(months: readonly MonthOfClaims[]): readonly MonthOfClaims[] {
  return months.filter(({ actual, expected }) => actual > 0 || expected > 0);
}

function pearsonDispersion(parts: readonly ClaimSides[], fitted: number = 1): number {
  const { actual, expected } = sumOfClaims(parts);
  const chiSquare = sumSimple(parts.map((part) => {
    const mean = actual / expected * part.expected;
    return (part.actual - mean) ** 2 / mean;
  }));
  return chiSquare / (parts.length - fitted);
}

/** Claims of several months or groups together. */
export function sumOfClaims(parts: readonly ClaimSides[]): ClaimSides {
  return {
    actual: sumSimple(parts.map(({ actual }) => actual)),
    expected: sumSimple(parts.map(({ expected }) => expected)),
  };
}

/** Claims of several groups month by month. */
export function sumByMonth(groups: Iterable<MonthOfClaims>): MonthOfClaims[] {
  return [...Map.groupBy(groups, ({ month }) => month)]
    .map(([month, parts]) => ({ month, ...sumOfClaims(parts) }));
}

/**
 * The interval of a mean number of claims: Garwood's of the claims divided by their
 * dispersion, times the dispersion; NaN if that is not known.
 */
export function dispersedInterval(
  claims: number,
  dispersion: number,
  level?: number,
): Interval {
  const scale = Number.isNaN(dispersion) ? 1 : dispersion;
  const { lower, upper } = poissonInterval(claims / scale, level);
  return { lower: dispersion * lower, upper: dispersion * upper };
}

/** Where a dispersion and the intervals with it come from, in words. */
export function dispersionInWords(level = 0.95): string {
  const percent = 100 * level;
  return `${percent} % intervals: Garwood's for Poisson claims, with a variance that is a ` +
    "multiple of the mean, at least 1, found for each group around its own rate from " +
    "months or calendar years, whichever show more (quasi-Poisson); the course of the " +
    "year counts as chance unless expected claims follow it; no claims: the upper limit " +
    `of Poisson claims, each of one person; fewer than ${FEWEST_MONTHS} months: no interval`;
}
