import { type ActualExpected, ratioOfActual } from "./actual_expected.ts";
import {
  dispersedInterval,
  dispersionOfClaims,
  type MonthOfClaims,
  sumByMonth,
  sumOfClaims,
} from "./claim_dispersion.ts";
import { type FullCredibility, limitedFluctuationFactor } from "./credibility.ts";
import type { RateGraduation } from "./graduate_rates.ts";
import type { CellCounts } from "./study_cells.ts";
import type { TerminationGroup } from "./termination.ts";
import { twoWayRates } from "./two_way_rates.ts";

/** The rates of one cell: claims per member and month. */
export interface StudyCell extends TerminationGroup {
  readonly claims: number;
  /** Member-months of exposure. */
  readonly exposureMonths: number;
  /** Claims by exposure; NaN, as its error and interval, without exposure. */
  readonly crudeRate: number;
  /**
   * Variance of claims as a multiple of their mean, at least 1, as taken in the crude
   * rate's error, interval and limited-fluctuation credibility; these are NaN if it is,
   * for want of months to find it from.
   */
  readonly dispersion: number;
  /** Standard error of the crude rate; NaN without claims, when only `upper` tells. */
  readonly standardError: number;
  /** Ends of the crude rate's interval. */
  readonly lower: number;
  readonly upper: number;
  /** Limited-fluctuation credibility, from 0 to 1. */
  readonly limitedFluctuation: number;
  /** Bühlmann–Straub credibility against all cells of the reason, from 0 to 1. */
  readonly credibility?: number;
  /** Credibility · crude rate + (1 − credibility) · collective rate. */
  readonly credibleRate?: number;
  readonly graduatedRate?: number;
  /** Error of the curve's level and, by the graduation, of its shape. */
  readonly graduatedStandardError?: number;
  /** Claims against those the graduated rate expects, with the cell's dispersion. */
  readonly actualToGraduated?: ActualExpected;
}

/** How rates are given an error. */
export interface RateErrors {
  readonly dispersion?: "observed" | "poisson";
  readonly level?: number;
  readonly fullCredibility?: FullCredibility;
}

/**
 * Variance of claims as a multiple of their mean, at least 1, around rates that rise and
 * fall together: what smoothing over age has to see through. NaN without claims, with one
 * period or one cell, or if some period has claims and no exposure.
 */
export function shapeDispersion(
  cells: readonly CellCounts[],
  { dispersion }: RateErrors,
): number {
  if (dispersion === "poisson") return 1;
  const periods = cells.flatMap((cell) => cell.periods);
  const isUsable = periods.some(({ claims }) => claims > 0) &&
    periods.every(({ claims, exposureMonths }) => claims === 0 || exposureMonths > 0);
  if (!isUsable) return NaN;
  const found = twoWayRates(
    cells.map((cell) => cell.periods.map(({ claims }) => claims)),
    cells.map((cell) => cell.periods.map(({ exposureMonths }) => exposureMonths)),
  );
  return Math.max(1, found.dispersion);
}

/**
 * The crude rate of a cell with error, interval and limited-fluctuation credibility; NaN
 * without exposure.
 */
export function crudeCell(counts: CellCounts, errors: RateErrors): StudyCell {
  const { group, claims, exposureMonths } = counts;
  const dispersion = dispersionOf(monthsOf(counts, 1), errors);
  const { lower, upper } = dispersedInterval(claims, dispersion, errors.level);
  const perMonth = (value: number) => exposureMonths === 0 ? NaN : value / exposureMonths;
  return {
    ...group,
    claims,
    exposureMonths,
    crudeRate: perMonth(claims),
    dispersion,
    standardError: claims === 0 ? NaN : perMonth(Math.sqrt(dispersion * claims)),
    lower: perMonth(lower),
    upper: perMonth(upper),
    limitedFluctuation: Number.isNaN(dispersion)
      ? NaN
      : limitedFluctuationFactor(claims / dispersion, errors.fullCredibility),
  };
}

/** A graduated curve: its cells, and their claims against those it expects. */
export interface GraduatedCells {
  readonly cells: readonly StudyCell[];
  readonly actualToGraduated: ActualExpected;
  /** Claims of each month beside those expected. */
  readonly months: readonly MonthOfClaims[];
}

/**
 * Adds the graduated rates of a curve, and the claims against what these rates expect.
 *
 * The squares of two relative errors are added: that of the level of the whole curve, from
 * its months and years, and that of its shape, by the graduation. The first is NaN if there are
 * too few months, the second if `isShapeKnown` is not.
 */
export function graduatedCells(
  crude: readonly StudyCell[],
  counts: readonly CellCounts[],
  graduation: RateGraduation,
  isShapeKnown: boolean,
  errors: RateErrors,
): GraduatedCells {
  const byCell = counts.flatMap((cell, i) => monthsOf(cell, graduation.rates[i]!));
  const months = sumByMonth(byCell);
  const actualToGraduated = againstGraduated(months, errors);
  const { actual, dispersion } = actualToGraduated;
  const levelVariance = dispersion / actual;
  const cells = crude.map((cell, i): StudyCell => {
    const graduatedRate = graduation.rates[i]!;
    const shapeError = isShapeKnown ? graduation.standardErrors[i]! : NaN;
    return {
      ...cell,
      graduatedRate,
      graduatedStandardError: Math.hypot(
        shapeError,
        graduatedRate * Math.sqrt(levelVariance),
      ),
      actualToGraduated: ratioOfActual(
        { actual: cell.claims, expected: cell.exposureMonths * graduatedRate },
        cell.dispersion,
        errors.level,
      ),
    };
  });
  return { cells, actualToGraduated, months };
}

/** Claims of all months against what graduated rates expect. */
export function againstGraduated(
  months: readonly MonthOfClaims[],
  errors: RateErrors,
): ActualExpected {
  return ratioOfActual(
    sumOfClaims(months),
    dispersionOf(months, errors),
    errors.level,
  );
}

function dispersionOf(months: readonly MonthOfClaims[], { dispersion }: RateErrors) {
  return dispersion === "poisson" ? 1 : dispersionOfClaims(months);
}

function monthsOf({ months }: CellCounts, ratePerMonth: number): MonthOfClaims[] {
  return months.map(({ month, claims, exposureMonths }) => ({
    month,
    actual: claims,
    expected: exposureMonths * ratePerMonth,
  }));
}
