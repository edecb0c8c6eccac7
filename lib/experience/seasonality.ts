import { checkArgument, checkOptions } from "@jkp/problem";
import type { StatisticsExtract, TerminationReason } from "@jkp/extract";
import { checkMonth, formatMonth, type Month, yearOf } from "@jkp/month";
import { chiSquareUpperTail, weightedMean } from "@jkp/numeric";
import { sumSimple } from "simple-statistics";
import { bandedCholesky } from "./banded_matrix.ts";
import { poissonDeviance } from "./poisson_deviance.ts";
import { TooFewDataError } from "./too_few_data.ts";
import { type TwoWay, type TwoWayRates, twoWayRates } from "./two_way_rates.ts";

/** What {@link seasonality} looks at. */
export interface SeasonalityOptions {
  /**
   * Reason of the claims that are counted.
   * @default all reasons together
   */
  readonly reason?: TerminationReason;
  /**
   * First month of the study.
   * @default the extract's first month
   */
  readonly firstMonth?: Month;
  /**
   * Last month of the study.
   * @default the extract's last month
   */
  readonly lastMonth?: Month;
}

/** The effect of one calendar month on terminations. */
export interface SeasonalFactor {
  /** 1 for January to 12 for December. */
  readonly calendarMonth: number;
  /** Multiple of the year's rate; the mean of all, weighted with exposure, is 1. */
  readonly factor: number;
  /**
   * Poisson's standard error times the root of the dispersion, where that is above 1; NaN
   * if it is not known.
   */
  readonly standardError: number;
}

/** The course of terminations over the calendar year. */
export interface Seasonality {
  readonly reason?: TerminationReason;
  /** Twelve factors from January. */
  readonly factors: readonly SeasonalFactor[];
  /** Test of no seasonality: what calendar months explain beyond years. */
  readonly test: {
    /** Fall of the deviance when calendar months are let in. */
    readonly deviance: number;
    readonly degreesOfFreedom: number;
    /** Chance of such a fall without seasonality if claims are Poisson. */
    readonly pValue: number;
    /**
     * The same for the deviance divided by the dispersion, where that is above 1; NaN if
     * it is not known.
     */
    readonly dispersedPValue: number;
  };
  /**
   * Variance of claims as a multiple of their mean, beyond years and months; NaN if
   * there are less than two years of months.
   */
  readonly dispersion: number;
  /** The conventions, in words. */
  readonly basis: string;
}

/** Degrees of freedom that two years leave: with fewer no dispersion is estimated. */
const FEWEST_DEGREES_OF_FREEDOM = 11;

/**
 * Multiplicative factors of the calendar months on termination rates.
 *
 * Claims of a month have the mean members · year effect · calendar month effect and are
 * quasi-Poisson, with the dispersion that years and months leave. Standard errors come
 * from the information matrix with the years' effects eliminated, by the delta method for
 * the condition that the factors' mean is 1.
 *
 * @param extract The extract.
 * @param options Reason and study window.
 * @returns Twelve factors and the test of no seasonality.
 * @throws {TooFewDataError} If a calendar month has no claims in the window.
 * @see McCullagh and Nelder (1989), Generalized linear models, chapter 6 and section 4.5.
 *
 * @example Terminations of July are 1.85 times those of a mean month
 * ```ts
 * import { seasonality } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { factors } = seasonality(await readShippedExtract());
 * assertAlmostEquals(factors[6]!.factor, 1.85, 0.005);
 * ```
 */
export function seasonality(
  extract: StatisticsExtract,
  options: SeasonalityOptions = {},
): Seasonality {
  const doing = "find seasonality";
  checkArgument(doing, "an extract, as readStatisticsExtract reads it,", extract, [
    "manifest",
    "active",
  ]);
  checkOptions(doing, options, ["reason", "firstMonth", "lastMonth"]);
  const {
    reason,
    firstMonth = extract.manifest.firstMonth,
    lastMonth = extract.manifest.lastMonth,
  } = options;
  checkMonth(doing, "firstMonth", firstMonth);
  checkMonth(doing, "lastMonth", lastMonth);
  const firstYear = yearOf(firstMonth);
  const byYear = (): number[][] =>
    Array.from(
      { length: Math.max(1, yearOf(lastMonth) - firstYear + 1) },
      () => new Array<number>(12).fill(0),
    );
  const [claims, exposure] = [byYear(), byYear()];
  const isInWindow = ({ month }: { readonly month: Month }) =>
    month >= firstMonth && month <= lastMonth;
  for (const row of extract.active.filter(isInWindow)) {
    exposure[yearOf(row.month) - firstYear]![row.month % 12]! += row.members;
  }
  for (const row of extract.withdrawals.filter(isInWindow)) {
    if (reason !== undefined && row.reason !== reason) continue;
    claims[yearOf(row.month) - firstYear]![row.month % 12]! += row.claims;
  }
  const empty = columnSums(claims).flatMap((sum, i) => sum === 0 ? [i + 1] : []);
  if (empty.length > 0) {
    throw new TooFewDataError(
      "Cannot find seasonal factors: claims in every calendar month are wanted, got " +
        `none in month ${empty.join(", ")}`,
    );
  }

  const fit = twoWayRates(claims, exposure);
  const deviance = Math.max(0, yearsDeviance(claims, exposure) - fit.deviance);
  const dispersion = fit.degreesOfFreedom < FEWEST_DEGREES_OF_FREEDOM
    ? NaN
    : fit.dispersion;
  const scale = Math.max(1, dispersion);
  const degreesOfFreedom = 11;
  return {
    ...(reason === undefined ? {} : { reason }),
    factors: seasonalFactors(fit, exposure, scale),
    test: {
      deviance,
      degreesOfFreedom,
      pValue: chiSquareUpperTail(deviance, degreesOfFreedom),
      dispersedPValue: Number.isNaN(scale)
        ? NaN
        : chiSquareUpperTail(deviance / scale, degreesOfFreedom),
    },
    dispersion,
    basis: `claims for ${reason ?? "layoff or resignation"} in the month of the claim, ` +
      "quasi-Poisson with mean members · year effect · calendar month effect; " +
      `${formatMonth(firstMonth)} to ${formatMonth(lastMonth)}; factors' mean weighted ` +
      "with exposure is 1; standard errors are Poisson's times the root of the dispersion",
  };
}

/** Deviance of a model of years alone. */
function yearsDeviance(claims: TwoWay, exposure: TwoWay): number {
  const expected = exposure.map((row, i) => {
    const rate = sumSimple(claims[i]!) / sumSimple(row);
    return row.map((members) => members === 0 ? 0 : members * rate);
  });
  return poissonDeviance(claims.flat(), expected.flat());
}

function seasonalFactors(
  { expected, columnEffects }: TwoWayRates,
  exposure: TwoWay,
  scale: number,
): SeasonalFactor[] {
  const exposed = columnSums(exposure);
  const mean = weightedMean(columnEffects, exposed);
  const factors = columnEffects.map((effect) => effect / mean);
  // d ln(factor i) / d effect j = (i = j) − shares[j]; the shares sum to 1, so that the
  // undetermined common level of the effects has no influence.
  const shares = factors.map((factor, j) => exposed[j]! * factor / sumSimple(exposed));
  const { solve } = bandedCholesky(informationOnMonths(expected));
  return factors.map((factor, i) => {
    const gradient = shares.map((share, j) => (i === j ? 1 : 0) - share);
    const solved = solve(gradient);
    const variance = sumSimple(gradient.map((each, j) => each * solved[j]!));
    return {
      calendarMonth: i + 1,
      factor,
      standardError: factor * Math.sqrt(scale * variance),
    };
  });
}

/**
 * Information on the logarithms of the months' effects, the years' eliminated. It says
 * nothing of their common level; a multiple of the matrix of ones stands in for that.
 */
function informationOnMonths(expected: TwoWay): Float64Array[] {
  const months = columnSums(expected);
  const level = sumSimple(months) / 144;
  return months.map((_, k) =>
    Float64Array.from(months, (month, i) => {
      if (i + k >= 12) return 0;
      const shared = sumSimple(
        expected.map((row) => {
          const year = sumSimple(row);
          return year === 0 ? 0 : row[i]! * row[i + k]! / year;
        }),
      );
      return (k === 0 ? month : 0) - shared + level;
    })
  );
}

function columnSums(rows: TwoWay): number[] {
  return rows[0]!.map((_, j) => sumSimple(rows.map((row) => row[j]!)));
}
