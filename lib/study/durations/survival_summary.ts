import {
  type KaplanMeier,
  kaplanMeier,
  kaplanMeierCurve,
  lowerEndWithoutEvents,
  medianSurvivalTime,
  type Observations,
  restrictedMean,
} from "@jkp/survival";

/** The durations of one group. */
export interface DurationGroup {
  /** Values of what durations are split by; none if they are not split. */
  readonly group: Readonly<Record<string, string>>;
  readonly observations: Observations;
}

/** A survival curve at one time. */
export interface SurvivalRow {
  readonly time: number;
  readonly atRisk: number;
  /** Events since the time before. */
  readonly events: number;
  readonly survival: number;
  /** `null` where nothing has ended yet, or nobody is at risk any more. */
  readonly stdError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A group's survival curve at chosen times, with its median and mean. */
export interface SurvivalSummary {
  readonly group: DurationGroup["group"];
  /** How the curve was estimated. */
  readonly basis: KaplanMeier["basis"];
  readonly rows: readonly SurvivalRow[];
  /** `null` if more than half are left at the end. */
  readonly median: number | null;
  /** Mean time up to the last one. */
  readonly restrictedMean: number;
  /** The last time. */
  readonly restrictedMeanTo: number;
}

/**
 * Estimates how long a group lasts (Kaplan–Meier), and reports it at some times.
 *
 * @param group The group.
 * @param options `times`: increasing times to report, those of events by default;
 * `mostTimes`: how many of these at most, evenly chosen, all by default.
 * @returns The curve at these times, as R's `summary(fit, times, extend = TRUE)`; before
 * anything has ended there is an exact interval, and no standard error.
 * @throws {RangeError} If the observations cannot be used.
 *
 * @example Of four, one is still out of work when last seen
 * ```ts
 * import { survivalSummary } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const { rows, median } = survivalSummary({
 *   group: {},
 *   observations: { durations: [1, 2, 3, 3], eventObserved: [1, 1, 1, 0] },
 * });
 * assertEquals(rows.map(({ survival }) => survival), [0.75, 0.5, 0.25]);
 * assertEquals(median, 2.5);
 * ```
 */
export function survivalSummary(
  { group, observations }: DurationGroup,
  options: {
    readonly times?: readonly number[] | undefined;
    readonly mostTimes?: number;
  } = {},
): SurvivalSummary {
  const { times, mostTimes = Infinity } = options;
  const estimate = kaplanMeier(observations);
  const end = estimate.time.at(-1)!;
  return {
    group,
    basis: estimate.basis,
    rows: rowsAt(estimate, times ?? thin(eventTimes(estimate), mostTimes)),
    median: medianSurvivalTime(estimate),
    restrictedMean: end === 0 ? 0 : restrictedMean(kaplanMeierCurve(estimate), end),
    restrictedMeanTo: end,
  };
}

function eventTimes({ time, events }: KaplanMeier): readonly number[] {
  return [...time.filter((_, i) => events[i]! > 0)];
}

/** At most so many of the values, evenly chosen, the last one among them. */
function thin(values: readonly number[], most: number): readonly number[] {
  const step = Math.max(1, Math.ceil(values.length / most));
  return values.filter((_, i) => (values.length - 1 - i) % step === 0);
}

/** The estimate at chosen increasing times, as R's `summary(fit, times, extend)`. */
function rowsAt(estimate: KaplanMeier, times: readonly number[]): SurvivalRow[] {
  let [next, eventsBefore, eventsSoFar] = [0, 0, 0];
  return times.map((time) => {
    let row = next - 1;
    while (next < estimate.time.length && estimate.time[next]! <= time) {
      eventsSoFar += estimate.events[next]!;
      row = next++;
    }
    const events = eventsSoFar - eventsBefore;
    eventsBefore = eventsSoFar;
    const isOnTime = row >= 0 && estimate.time[row] === time;
    const atRisk = estimate.atRisk[isOnTime ? row : next] ?? 0;
    const common = { time, atRisk, events };
    if (row < 0) {
      const lower = lowerEndWithoutEvents(atRisk, estimate.basis.level);
      return { ...common, survival: 1, stdError: null, lower, upper: 1 };
    }
    const survival = estimate.survival[row]!;
    return {
      ...common,
      survival,
      stdError: survival === 1 ? null : orNull(estimate.stdError[row]!),
      lower: orNull(estimate.lower[row]!),
      upper: orNull(estimate.upper[row]!),
    };
  });
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
