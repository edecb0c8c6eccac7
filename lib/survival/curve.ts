import {
  checkArgument,
  checkNumber,
  checkNumbers,
  checkWords,
  type ColumnsOf,
  rowsOf,
} from "@jkp/problem";
import { findRoot, monotoneCubic } from "@jkp/numeric";

/** A point of a survival function. */
export interface SurvivalPoint {
  /** Time in months (or whatever unit the durations were in), 0 or more. */
  readonly time: number;
  /** Probability of lasting longer than that. */
  readonly survival: number;
}

/**
 * How a curve runs between its points: `step` holds the value until the next point, as
 * Kaplan–Meier does; `linear` and `monotone_cubic` pass through them.
 */
export type SurvivalRule = "step" | "linear" | "monotone_cubic";

const RULES: readonly SurvivalRule[] = ["step", "linear", "monotone_cubic"];

/** A survival function: plain data, read by the functions of this module. */
export interface SurvivalCurve {
  /** Points by increasing time; the first at time 0. */
  readonly points: readonly SurvivalPoint[];
  readonly rule: SurvivalRule;
}

/**
 * Makes a survival curve from points.
 *
 * @param given Points by increasing time, the first at 0, with survival from 1 to 0 that
 * never rises: a record each, or columns.
 * @param rule How the curve runs between them.
 * @returns The curve. After the last point it stays at the last survival.
 * @throws {RangeError} If the points are no survival function.
 *
 * @example The report's inactive contributors
 * ```ts
 * import { survivalAt, survivalCurveFromPoints } from "@jkp/survival";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const curve = survivalCurveFromPoints([
 *   { time: 0, survival: 1 },
 *   { time: 6, survival: 0.81 },
 *   { time: 12, survival: 0.69 },
 * ], "linear");
 * assertAlmostEquals(survivalAt(curve, 9), 0.75);
 * ```
 */
export function survivalCurveFromPoints(
  given: readonly SurvivalPoint[] | ColumnsOf<SurvivalPoint>,
  rule: SurvivalRule,
): SurvivalCurve {
  const doing = "make a survival curve";
  const wanted = "a list of points, or columns as { time, survival },";
  const points = rowsOf(doing, wanted, given, ["time", "survival"]);
  checkNumbers(doing, "time", points.map(({ time }) => time));
  checkNumbers(doing, "survival", points.map(({ survival }) => survival));
  checkWords(doing, "rule", rule, RULES);
  if (points.length < 2 || points[0]!.time !== 0) {
    throw new RangeError(
      "Cannot make a survival curve: two or more points from time 0 are wanted, got " +
        `${points.length} from ${points[0]?.time}`,
    );
  }
  points.forEach(({ time, survival }, i) => {
    const before = points[i - 1] ?? { time: -1, survival: 1 };
    if (!(time > before.time && survival <= before.survival && survival >= 0)) {
      throw new RangeError(
        "Cannot make a survival curve: increasing times and survival that never rises " +
          `are wanted, got ${survival} at ${time} after ${before.survival} at ${before.time}`,
      );
    }
  });
  return { points, rule };
}

/**
 * The probability of lasting longer than a time.
 *
 * @param curve The curve.
 * @param time Time, 0 or more, in the unit of the curve.
 * @returns The survival function; its last value beyond the last point.
 * @throws {RangeError} If the time is negative or no number.
 *
 * @example A step curve holds its value
 * ```ts
 * import { survivalAt, survivalCurveFromPoints } from "@jkp/survival";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [{ time: 0, survival: 1 }, { time: 2, survival: 0.5 }];
 * const curve = survivalCurveFromPoints(points, "step");
 * assertEquals([survivalAt(curve, 1.9), survivalAt(curve, 2)], [1, 0.5]);
 * ```
 */
export function survivalAt(curve: SurvivalCurve, time: number): number {
  checkCurve("read survival", curve);
  checkNumber("read survival", "a time of 0 or more", time, isFromZero);
  const { points, rule } = curve;
  if (rule === "monotone_cubic") {
    return monotoneCubic(
      points.map((point) => point.time),
      points.map((point) => point.survival),
    )(time);
  }
  const index = lastIndexUpTo(points, time);
  const left = points[index]!;
  const right = points[index + 1];
  if (rule === "step" || right === undefined) return left.survival;
  const share = (time - left.time) / (right.time - left.time);
  return left.survival + (right.survival - left.survival) * share;
}

/**
 * Probability of ending within an interval, given survival to its start: 1 − S(to) /
 * S(from).
 * @throws {RangeError} If nobody lasts to the start.
 */
export function endingProbability(
  curve: SurvivalCurve,
  from: number,
  to: number,
): number {
  const atStart = survivalAt(curve, from);
  if (!(atStart > 0)) {
    throw new RangeError(
      `Cannot find a probability of ending: survivors at ${from} are wanted, got none`,
    );
  }
  return 1 - survivalAt(curve, to) / atStart;
}

/**
 * The earliest time by which a fraction has ended.
 *
 * @param curve The curve.
 * @param fraction Fraction that has ended: 0.5 for the median.
 * @returns The time, or `null` if the curve never falls so low.
 * @throws {RangeError} If the fraction is not between 0 and 1.
 *
 * @example The median
 * ```ts
 * import { survivalCurveFromPoints, survivalQuantile } from "@jkp/survival";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const points = [{ time: 0, survival: 1 }, { time: 20, survival: 0 }];
 * const curve = survivalCurveFromPoints(points, "linear");
 * assertAlmostEquals(survivalQuantile(curve, 0.5)!, 10);
 * ```
 */
export function survivalQuantile(
  curve: SurvivalCurve,
  fraction: number,
): number | null {
  checkCurve("find a quantile", curve);
  const isInside = (value: number) => value > 0 && value < 1;
  checkNumber("find a quantile", "a fraction between 0 and 1", fraction, isInside);
  const level = 1 - fraction;
  const index = curve.points.findIndex(({ survival }) => survival <= level);
  if (index === -1) return null;
  const right = curve.points[index]!;
  const left = curve.points[index - 1];
  if (curve.rule === "step" || left === undefined) return right.time;
  return findRoot((time) => survivalAt(curve, time) - level, {
    lower: left.time,
    upper: right.time,
    purpose: `the time by which ${fraction} have ended`,
  }).root;
}

/**
 * The mean time up to a limit: the area under the curve.
 *
 * @param curve The curve.
 * @param limit Where to stop.
 * @returns The mean of the smaller of duration and limit.
 * @throws {RangeError} If the limit is negative or no number.
 *
 * @example Half end at once, half never
 * ```ts
 * import { restrictedMean, survivalCurveFromPoints } from "@jkp/survival";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const points = [{ time: 0, survival: 0.5 }, { time: 1, survival: 0.5 }];
 * assertAlmostEquals(restrictedMean(survivalCurveFromPoints(points, "step"), 10), 5);
 * ```
 */
export function restrictedMean(curve: SurvivalCurve, limit: number): number {
  const doing = "find a restricted mean";
  checkCurve(doing, curve);
  checkNumber(doing, "a limit of 0 or more", limit, isFromZero);
  const times = [
    ...curve.points.map(({ time }) => time).filter((time) => time < limit),
    limit,
  ];
  let area = 0;
  for (let i = 1; i < times.length; i++) {
    const [from, to] = [times[i - 1]!, times[i]!];
    area += (to - from) * meanBetween(curve, from, to);
  }
  return area;
}

/** Mean of the curve between two neighbouring points: exact for every rule. */
function meanBetween(curve: SurvivalCurve, from: number, to: number): number {
  const atStart = survivalAt(curve, from);
  if (curve.rule === "step") return atStart;
  // Simpson's rule integrates straight lines and cubics without error.
  const inMiddle = survivalAt(curve, (from + to) / 2);
  return (atStart + 4 * inMiddle + survivalAt(curve, to)) / 6;
}

/**
 * A curve on which nobody lasts to a limit or beyond.
 *
 * @param curve The curve.
 * @param limit Time at which everybody left ends.
 * @returns The curve up to the limit, and 0 from there on.
 * @throws {RangeError} If the limit is not positive.
 *
 * @example Cut at 60 months
 * ```ts
 * import { survivalAt, survivalCurveFromPoints, truncateAt } from "@jkp/survival";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [{ time: 0, survival: 1 }, { time: 100, survival: 0.5 }];
 * const curve = truncateAt(survivalCurveFromPoints(points, "step"), 60);
 * assertEquals([survivalAt(curve, 59), survivalAt(curve, 60)], [1, 0]);
 * ```
 */
export function truncateAt(curve: SurvivalCurve, limit: number): SurvivalCurve {
  checkCurve("truncate", curve);
  checkNumber("truncate", "a positive limit", limit, (value) => value > 0);
  const before = curve.points.filter(({ time }) => time < limit);
  return survivalCurveFromPoints([...before, { time: limit, survival: 0 }], curve.rule);
}

function isFromZero(value: number): boolean {
  return value >= 0;
}

/** Refuses an estimate or spells in place of a curve. */
function checkCurve(doing: string, curve: SurvivalCurve): void {
  const wanted = "a survival curve, as kaplanMeierCurve or lifeTable give it,";
  checkArgument(doing, wanted, curve, ["points", "rule"]);
}

/** Index of the last point not later than a time, by bisection. */
function lastIndexUpTo(points: readonly SurvivalPoint[], time: number): number {
  let [low, high] = [0, points.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (points[middle]!.time <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}
