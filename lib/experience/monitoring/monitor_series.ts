import { countInWords, firstInWords } from "@jkp/exhibit";
import { formatMonth, type Month } from "@jkp/month";
import { checkArgument, checkOptions } from "@jkp/problem";
import { sumSimple } from "simple-statistics";
import { CONTROL_LEVEL, controlLimits } from "./control_limits.ts";
import {
  cusum,
  CUSUM_DEFAULTS,
  type CusumOptions,
  cusumRunLength,
  type Shift,
} from "./cusum.ts";

/** A month of a series, or several months together, as recorded and as expected. */
export interface SeriesPoint {
  readonly from: Month;
  readonly to: Month;
  /** What is recorded so far. */
  readonly actual: number;
  /** What is expected when all is recorded. */
  readonly expected: number;
  /**
   * Relative standard error of what is expected, where it is an estimate.
   * @default {0}
   */
  readonly expectedError?: number;
  /**
   * Fraction of what the month will come to that is recorded; NaN if not known.
   * @default {1}
   */
  readonly reported?: number;
  /**
   * Relative standard error of that fraction.
   * @default {0}
   */
  readonly reportedError?: number;
}

/** A series of actual beside expected. */
export interface GivenSeries {
  /** Short, for files: `layoffs`. */
  readonly name: string;
  readonly title: string;
  /** Of actual and expected: "claims", "billion rupiah". */
  readonly unit: string;
  /** In order of time, without overlap. */
  readonly points: readonly SeriesPoint[];
  /** Variance as a multiple of the mean, in the unit of the values; NaN if not known. */
  readonly dispersion: number;
  /** Where the dispersion is from; if it is not known, why not. */
  readonly dispersionFrom: string;
}

/** Where the limits are, and how sums are set up. */
export interface MonitorOptions extends CusumOptions {
  /**
   * Coverage of the control limits.
   * @default {0.9973}
   */
  readonly level?: number;
}

/** A point beside its limits. */
export interface MonitoredPoint extends Required<SeriesPoint> {
  /** What the month comes to when all is recorded: actual over the fraction reported. */
  readonly completed: number;
  /** Limits of what it comes to; NaN if there are none. */
  readonly lower: number;
  readonly upper: number;
  /** In standard deviations; NaN where it is not normal enough, or not known. */
  readonly deviation: number;
  readonly state: "within" | "above" | "below" | "not judged";
  /** Sums of deviations above and below, after the month. */
  readonly cusumAbove: number;
  readonly cusumBelow: number;
}

/** What is to be said of a series. */
export interface Verdict {
  readonly state: "within limits" | "above" | "below" | "too few data";
  /** First month of what is above or below. */
  readonly since: Month | null;
  /** The same in words, with what was outside before. */
  readonly words: string;
}

/** A series beside its limits, with its verdict. */
export interface MonitoredSeries extends Omit<GivenSeries, "points"> {
  readonly points: readonly MonitoredPoint[];
  /**
   * Sums of what is recorded and expected by now, over the points of which it is known how
   * much is reported. If that is known of none: all that is recorded, and NaN.
   */
  readonly actual: number;
  readonly expectedByNow: number;
  /** Shifts that cumulative sums found; places are those of points. */
  readonly shifts: readonly Shift[];
  readonly verdict: Verdict;
  /** The conventions, in words. */
  readonly basis: readonly string[];
}

/** Fraction of a month below which too little is recorded of it for a verdict. */
const FEWEST_REPORTED = 0.5;

/**
 * Expected claims, divided by their dispersion, below which deviations are too skew to be
 * added up.
 */
const FEWEST_EXPECTED = 5;

/**
 * Sets a series beside its control limits and cumulative sums, and says what they show.
 *
 * A month of which not all is recorded is judged on what is: the fraction that is reported
 * is expected by now. Its limits are wider, by the errors of this fraction and of the
 * expectation; they are shown, like the month, as what it comes to when all is recorded.
 *
 * @param series Actual beside expected, with the dispersion.
 * @param options Coverage of limits, and how sums are set up.
 * @returns Each point with its limits, and the verdict: `above since 2025-03` if a sum is
 * above its decision interval or the last months are above their limits; `too few data`
 * where nothing can be judged.
 * @throws {RangeError} If an expectation is no number of 0 or more, or an option is wrong.
 *
 * @example A year as expected, then three months a third too high
 * ```ts
 * import { monitorSeries } from "@jkp/experience";
 * import { monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [...Array(15).keys()].map((i) => ({
 *   from: monthOf(2024, 1) + i,
 *   to: monthOf(2024, 1) + i,
 *   actual: i < 12 ? 300 : 400,
 *   expected: 300,
 * }));
 * const { verdict } = monitorSeries({
 *   name: "claims",
 *   title: "Claims",
 *   unit: "claims",
 *   points,
 *   dispersion: 2,
 *   dispersionFrom: "assumed",
 * });
 * assertEquals(verdict.words, "above since 2025-01");
 * ```
 */
export function monitorSeries(
  series: GivenSeries,
  options: MonitorOptions = {},
): MonitoredSeries {
  const doing = "monitor a series";
  checkArgument(doing, "a series as { name, points, dispersion }", series, [
    "name",
    "points",
    "dispersion",
    "dispersionFrom",
  ]);
  checkOptions(doing, options, ["level", "k", "h", "winsorizedAt"]);
  const { level = CONTROL_LEVEL, ...ofSums } = options;
  const judged = series.points.map((point) => besideLimits(point, series, level));
  const { above, below, shifts } = cusum(
    judged.map(({ deviation }) => deviation),
    ofSums,
  );
  const points = judged.map((point, i) => ({
    ...point,
    cusumAbove: above[i]!,
    cusumBelow: below[i]!,
  }));
  const isUnknown = isReportedUnknown(points);
  const byNow = isUnknown ? points : points.filter(({ reported }) => reported > 0);
  return {
    ...series,
    points,
    actual: sumSimple(byNow.map(({ actual }) => actual)),
    expectedByNow: sumSimple(byNow.map(({ expected, reported }) => expected * reported)),
    shifts,
    verdict: verdictOf(points, shifts, series.dispersionFrom),
    basis: basisInWords(level, ofSums),
  };
}

type Judged = Omit<MonitoredPoint, "cusumAbove" | "cusumBelow">;

function besideLimits(
  point: SeriesPoint,
  { dispersion }: GivenSeries,
  level: number,
): Judged {
  const given = { expectedError: 0, reported: 1, reportedError: 0, ...point };
  const { actual, expected, reported, expectedError, reportedError } = given;
  const completed = actual / reported;
  const byNow = expected * reported;
  // The variance of what is expected and reported, as a multiple of the mean as well.
  const whole = dispersion + byNow * (expectedError ** 2 + reportedError ** 2);
  if (!(reported >= FEWEST_REPORTED) || Number.isNaN(whole) || !(expected > 0)) {
    const unknown = { lower: NaN, upper: NaN, deviation: NaN };
    return { ...given, completed, ...unknown, state: "not judged" };
  }
  const limits = controlLimits(byNow, { dispersion: whole, level });
  return {
    ...given,
    completed,
    lower: limits.lower / reported,
    upper: limits.upper / reported,
    deviation: byNow / whole < FEWEST_EXPECTED
      ? NaN
      : (actual - byNow) / Math.sqrt(whole * byNow),
    state: actual > limits.upper ? "above" : actual < limits.lower ? "below" : "within",
  };
}

/** Months outside limits that are named; the rest are counted. */
const MOST_NAMED = 3;

function verdictOf(
  points: readonly MonitoredPoint[],
  shifts: readonly Shift[],
  dispersionFrom: string,
): Verdict {
  const judged = points.filter(({ state }) => state !== "not judged");
  const last = judged.at(-1);
  if (last === undefined) {
    return {
      state: "too few data",
      since: null,
      words: `too few data: ${whyNotJudged(points, dispersionFrom)}`,
    };
  }
  const lasting = shifts.findLast(({ until }) => until === null);
  const shift = lasting === undefined ? undefined : {
    side: lasting.side,
    since: points[lasting.since]!.from,
  };
  // The last months outside their limits on one side, without one within between.
  const run = judged.slice(judged.findLastIndex(({ state }) => state !== last.state) + 1);
  const outside = last.state === "above" || last.state === "below"
    ? { side: last.state, since: run[0]!.from }
    : undefined;
  const found = outside !== undefined && outside.side !== shift?.side ? outside : shift;
  if (found !== undefined) {
    const { side, since } = found;
    return { state: side, since, words: `${side} since ${formatMonth(since)}` };
  }
  const before = [
    ...shifts.map(({ side, since, until }) =>
      `${side} from ${formatMonth(points[since]!.from)} to ` +
      formatMonth(points[until!]!.to)
    ),
    ...(["above", "below"] as const).flatMap((side) => {
      const months = judged.filter((point) =>
        point.state === side &&
        !shifts.some(({ since, until }) =>
          point.from >= points[since]!.from && point.to <= points[until!]!.to
        )
      ).map(({ from }) => formatMonth(from));
      return months.length === 0
        ? []
        : [`${side} in ${firstInWords(months, MOST_NAMED, ", ")}`];
    }),
  ];
  return {
    state: "within limits",
    since: null,
    words: before.length === 0
      ? "within limits"
      : `within limits at the end; ${before.join("; ")}`,
  };
}

/** Whether there are points, and of none it is known how much of it is reported. */
function isReportedUnknown(points: readonly MonitoredPoint[]): boolean {
  return points.length > 0 && points.every(({ reported }) => Number.isNaN(reported));
}

function whyNotJudged(points: readonly MonitoredPoint[], dispersionFrom: string): string {
  if (points.length === 0) return "no month has both sides";
  if (isReportedUnknown(points)) {
    return `of none of ${countInWords(points.length, "month")} is it known how much is ` +
      "reported";
  }
  if (points.every(({ reported }) => !(reported >= FEWEST_REPORTED))) {
    return `of none of ${countInWords(points.length, "month")} is ` +
      `${100 * FEWEST_REPORTED} % reported`;
  }
  if (points.every(({ expected }) => !(expected > 0))) return "nothing is expected";
  return dispersionFrom;
}

/** The conventions in words, with how often chance alone raises an alarm. */
function basisInWords(level: number, options: CusumOptions): readonly string[] {
  const { k, h, winsorizedAt } = { ...CUSUM_DEFAULTS, ...options };
  const months = (shift: number) => Math.round(cusumRunLength(shift, { k, h }));
  return [
    `Limits: those values of which the exact Poisson interval (Garwood), level ${level}, ` +
    "holds what is expected, with a variance that is a multiple of the mean, and the " +
    "errors of what is expected and reported; chance leaves them once in " +
    `${Math.round(1 / (1 - level))} months.`,
    `Cumulative sums (CUSUM): two-sided, of deviations in standard deviations, cut at ` +
    `${winsorizedAt}; reference value k = ${k}, decision interval h = ${h}. If deviations ` +
    `are normal, chance alone raises an alarm in ${
      months(0)
    } months on average, a shift ` +
    `of one standard deviation in ${months(1)}, of two in ${months(2)} (Siegmund's ` +
    "approximation; Montgomery, section 9.1: 465, 10.4 and 4.01 for k = 0.5, h = 5). A " +
    "shift began with the month in which its sum left 0.",
    `No verdict on months of which less than ${
      100 * FEWEST_REPORTED
    } % is reported; no ` +
    `sum of deviations where less than ${FEWEST_EXPECTED} is expected, divided by the ` +
    "dispersion.",
  ];
}
