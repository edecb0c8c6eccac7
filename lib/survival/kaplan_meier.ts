import { checkArgument, checkOptions, checkWords } from "@jkp/problem";
import { type SurvivalCurve, survivalCurveFromPoints } from "./curve.ts";
import { INTERVAL_FORMULAS, type IntervalFormula, survivalInterval } from "./interval.ts";
import {
  countEvents,
  type EventCounts,
  OBSERVATION_COLUMNS,
  type Observations,
  studiedColumns,
} from "./observations.ts";

/** How {@link kaplanMeier} states its uncertainty. */
export interface KaplanMeierOptions {
  /**
   * Formula of the confidence interval.
   * @default {"log-log"}
   */
  readonly interval?: IntervalFormula;
  /**
   * Coverage of the confidence interval.
   * @default {0.95}
   */
  readonly level?: number;
}

/** The conventions that an estimate was made under. */
export interface KaplanMeierBasis {
  readonly estimator: "Kaplan–Meier";
  readonly ties: "events before censorings at the same time";
  readonly lateEntry: "none" | "at risk after entry, up to and including the duration";
  readonly weights: "none" | "case weights";
  readonly standardError: "Greenwood";
  readonly interval: IntervalFormula;
  readonly level: number;
  /** Rows read. */
  readonly records: number;
  /** Weighted events. */
  readonly events: number;
}

/** The product-limit estimate, a column each; rows are distinct times, increasing. */
export interface KaplanMeier extends EventCounts {
  /** Probability of lasting longer than the time. */
  readonly survival: Float64Array;
  /**
   * Greenwood's standard error of that; NaN once nobody is left. As in R it is 0 before
   * anything has ended, where only the interval tells how sure that is.
   */
  readonly stdError: Float64Array;
  /** Lower end of the confidence interval; NaN where its formula has none. */
  readonly lower: Float64Array;
  /** Upper end of the confidence interval; NaN where its formula has none. */
  readonly upper: Float64Array;
  readonly basis: KaplanMeierBasis;
}

/**
 * The Kaplan–Meier estimate of a survival function, with right censoring, late entry and
 * weights.
 *
 * Follows the conventions of `survfit` in R's survival package, with three exceptions: times
 * count as equal only if they are (`timefix = FALSE`); the standard error is Greenwood's
 * with fractional weights too (`robust = FALSE`); and before anything has ended, the
 * interval is the exact one, where R has none. Spells are taken as independent, a weight
 * for so many spells. Whole-number times up to
 * 65,536 are counted in one pass; others are sorted.
 *
 * @param spells The spells, a column each.
 * @param options Interval and level.
 * @returns The estimate at each distinct time.
 * @throws {RangeError} If the observations or the level cannot be used.
 * @see Kaplan and Meier (1958), Nonparametric estimation from incomplete observations,
 * J. Am. Stat. Assoc. 53; Greenwood (1926) for the standard error.
 *
 * @example Five spells, two of them censored
 * ```ts
 * import { kaplanMeier } from "@jkp/survival";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { survival } = kaplanMeier({
 *   durations: [1, 2, 2, 3, 4],
 *   eventObserved: [1, 1, 0, 1, 0],
 * });
 * assertAlmostEquals(survival[1]!, (4 / 5) * (3 / 4));
 * ```
 */
export function kaplanMeier(
  spells: Observations,
  options: KaplanMeierOptions = {},
): KaplanMeier {
  const observations = studiedColumns("estimate survival", spells, OBSERVATION_COLUMNS);
  const counts = countEvents(observations);
  checkOptions("estimate survival", options, ["interval", "level"]);
  const { interval = "log-log", level = 0.95 } = options;
  checkWords("estimate survival", "interval", interval, INTERVAL_FORMULAS);
  const size = counts.time.length;
  const survival = new Float64Array(size);
  const stdError = new Float64Array(size);
  const logStdError = new Float64Array(size);
  let [lasting, greenwood, eventTotal] = [1, 0, 0];
  for (let i = 0; i < size; i++) {
    const [atRisk, events] = [counts.atRisk[i]!, counts.events[i]!];
    if (events > 0) {
      lasting *= (atRisk - events) / atRisk;
      greenwood += events / (atRisk * (atRisk - events));
      eventTotal += events;
    }
    survival[i] = lasting;
    logStdError[i] = Math.sqrt(greenwood);
    stdError[i] = lasting * logStdError[i]!;
  }
  return {
    ...counts,
    survival,
    stdError,
    ...survivalInterval(survival, counts.atRisk, logStdError, interval, level),
    basis: {
      estimator: "Kaplan–Meier",
      ties: "events before censorings at the same time",
      lateEntry: observations.entry === undefined
        ? "none"
        : "at risk after entry, up to and including the duration",
      weights: observations.weights === undefined ? "none" : "case weights",
      standardError: "Greenwood",
      interval,
      level,
      records: observations.durations.length,
      events: eventTotal,
    },
  };
}

/**
 * The estimate as a survival curve: a step function from 1 at time 0.
 *
 * @param estimate The estimate.
 * @returns The curve.
 * @throws {RangeError} If the last time is 0, so that there is nothing to draw.
 *
 * @example
 * ```ts
 * import { kaplanMeier, kaplanMeierCurve, survivalAt } from "@jkp/survival";
 * import { assertEquals } from "@std/assert";
 *
 * const estimate = kaplanMeier({ durations: [2, 4], eventObserved: [1, 1] });
 * assertEquals(survivalAt(kaplanMeierCurve(estimate), 3), 0.5);
 * ```
 */
export function kaplanMeierCurve(estimate: KaplanMeier): SurvivalCurve {
  checkArgument("make a survival curve", "an estimate of kaplanMeier", estimate, [
    "time",
    "survival",
  ]);
  const { time, survival } = estimate;
  const start = time[0] === 0 ? [] : [{ time: 0, survival: 1 }];
  const points = Array.from(time, (t, i) => ({ time: t, survival: survival[i]! }));
  return survivalCurveFromPoints([...start, ...points], "step");
}

/**
 * The median survival time.
 *
 * Where the curve stands at exactly one half over an interval, its middle, as in R.
 *
 * @param estimate The estimate.
 * @returns The median, or `null` if the curve never falls to one half.
 * @see Freireich et al. (1963), Blood 21, for the data of the example.
 *
 * @example Weeks in remission of leukaemia patients on placebo
 * ```ts
 * import { kaplanMeier, medianSurvivalTime } from "@jkp/survival";
 * import { assertEquals } from "@std/assert";
 *
 * const weeks =
 *   [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
 * const estimate = kaplanMeier({ durations: weeks, eventObserved: weeks.map(() => 1) });
 * assertEquals(medianSurvivalTime(estimate), 8);
 * ```
 */
export function medianSurvivalTime(estimate: KaplanMeier): number | null {
  const { time, survival } = estimate;
  const isHalf = (value: number) => Math.abs(value - 0.5) < 1.5e-8;
  const first = survival.findIndex((value) => value < 0.5 || isHalf(value));
  if (first === -1) return null;
  if (!isHalf(survival[first]!)) return time[first]!;
  const next = survival.findIndex((value, i) => i > first && value < survival[first]!);
  // A curve that ends at one half has no other end of the interval than its last time.
  const end = next === -1 ? time.at(-1)! : time[next]!;
  return (time[first]! + end) / 2;
}
