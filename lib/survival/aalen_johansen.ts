import {
  checkArgument,
  checkNumber,
  checkNumbers,
  checkOptions,
  valueInWords,
} from "@jkp/problem";
import normalQuantile from "@stdlib/normal-quantile";
import { sumSimple } from "simple-statistics";
import { checkLevel, lowerEndWithoutEvents } from "./interval.ts";
import { countEvents, type Observations, studiedColumns } from "./observations.ts";

/** Durations of which one of several ends was seen, or none. */
export interface CompetingObservations extends Omit<Observations, "eventObserved"> {
  /** Which end was seen: 1 for the first cause, 2 for the second, …; 0 for none. */
  readonly cause: ArrayLike<number>;
}

/** Columns of {@link CompetingObservations}. */
const COLUMNS = [
  "durations",
  "cause",
  "entry",
  "weights",
] as const satisfies readonly (keyof CompetingObservations)[];

/** Level of the confidence intervals. */
export interface AalenJohansenOptions {
  /**
   * Coverage of the confidence intervals.
   * @default {0.95}
   */
  readonly level?: number;
}

/** The probability of having ended by one cause, by time. */
export interface CumulativeIncidence {
  readonly cause: string;
  /** Ends by this cause at each time. */
  readonly events: Float64Array;
  /** Fraction ended by this cause up to each time. */
  readonly incidence: Float64Array;
  readonly stdError: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Cumulative incidences of competing ends, with the survival that they leave. */
export interface AalenJohansen {
  /** Distinct times at which spells ended or were censored, increasing. */
  readonly time: Float64Array;
  /** Spells under observation just before the time. */
  readonly atRisk: Float64Array;
  /** Fraction not yet ended by any cause. */
  readonly survival: Float64Array;
  readonly incidences: readonly CumulativeIncidence[];
  /** The conventions, in words. */
  readonly basis: string;
}

/**
 * The Aalen–Johansen estimator, for spells that can end in several ways: by time, the
 * fraction that has ended in each way.
 *
 * Kaplan–Meier would count the other ends as censorings. It answers what would be if there
 * were no other ends; this answers what happens. Incidences and survival sum to 1.
 *
 * Events come before censorings at the same time; a spell is at risk after its entry. A
 * weight is a number of spells, which are taken as independent. Standard errors are those
 * of the infinitesimal jackknife; intervals are symmetric on the scale of the incidence's
 * logarithm, as in R, and exact where nothing has ended by the cause.
 *
 * @param spells The spells, a column each.
 * @param causes Names of the causes, in the order of their codes.
 * @param options Level of the intervals.
 * @returns Incidences of every cause.
 * @throws {RangeError} If columns differ in length, or a value cannot be used.
 * @see Aalen and Johansen (1978), An empirical transition matrix for non-homogeneous
 * Markov chains, Scand. J. Statist. 5. Equal to R's `survfit(Surv(time, factor(cause)))`.
 *
 * @example Two causes
 * ```ts
 * import { aalenJohansen } from "@jkp/survival";
 * import { assertEquals } from "@std/assert";
 *
 * const { survival, incidences } = aalenJohansen(
 *   { durations: [1, 2, 3, 4], cause: [1, 2, 0, 1] },
 *   ["return", "retirement"],
 * );
 * assertEquals([...survival], [0.75, 0.5, 0.5, 0]);
 * assertEquals([...incidences[0]!.incidence], [0.25, 0.25, 0.25, 0.75]);
 * ```
 */
export function aalenJohansen(
  spells: CompetingObservations,
  causes: readonly string[],
  options: AalenJohansenOptions = {},
): AalenJohansen {
  const doing = "estimate incidence";
  const observations = studiedColumns(doing, spells, COLUMNS);
  checkOptions(doing, options, ["level"]);
  const { level = 0.95 } = options;
  if (!Array.isArray(causes)) {
    throw new RangeError(
      `Cannot ${doing}: a list of the causes' names is wanted, got ${
        valueInWords(causes)
      }`,
    );
  }
  const { cause, durations, entry, weights } = observations;
  checkNumbers(doing, "cause", cause);
  checkCauses(cause, causes);
  checkLevel(level);
  const counted = causes.map((_, k) =>
    countEvents({
      durations,
      ...(entry === undefined ? {} : { entry }),
      ...(weights === undefined ? {} : { weights }),
      eventObserved: Uint8Array.from(cause, (code) => code === k + 1 ? 1 : 0),
    })
  );
  const { time, atRisk } = counted[0]!;
  const survival = new Float64Array(time.length);
  const incidence = causes.map(() => new Float64Array(time.length));
  let still = 1;
  const reached = causes.map(() => 0);
  for (let i = 0; i < time.length; i++) {
    let hazard = 0;
    causes.forEach((_, k) => {
      const own = counted[k]!.events[i]! / atRisk[i]!;
      hazard += own;
      incidence[k]![i] = reached[k]! += still * own;
    });
    survival[i] = still *= 1 - hazard;
  }
  const variances = jackknifeVariances(
    observations,
    causes.length,
    time,
    atRisk,
    counted,
  );
  return {
    time,
    atRisk,
    survival,
    incidences: causes.map((name, k) => ({
      cause: name,
      events: counted[k]!.events,
      incidence: incidence[k]!,
      stdError: variances[k]!.map(Math.sqrt),
      ...logInterval(incidence[k]!, variances[k]!, atRisk, level),
    })),
    basis:
      "Aalen–Johansen; events before censorings at the same time; standard error by " +
      "infinitesimal jackknife, spells independent, weights as numbers of spells; log " +
      `interval, without ends by a cause the exact one, level ${level}`,
  };
}

/**
 * The incidence of a cause at a time.
 *
 * @param estimate The estimate.
 * @param cause Name of the cause.
 * @param time The time.
 * @returns Fraction ended by this cause up to the time.
 * @throws {RangeError} If there is no such cause.
 *
 * @example
 * ```ts
 * import { aalenJohansen, incidenceAt } from "@jkp/survival";
 * import { assertEquals } from "@std/assert";
 *
 * const estimate = aalenJohansen({ durations: [1, 2], cause: [1, 0] }, ["return"]);
 * assertEquals(incidenceAt(estimate, "return", 1.5), 0.5);
 * ```
 */
export function incidenceAt(
  estimate: AalenJohansen,
  cause: string,
  time: number,
): number {
  const doing = "find the incidence";
  checkArgument(doing, "an estimate of aalenJohansen", estimate, ["incidences", "time"]);
  checkNumber(doing, "a number as time", time);
  const own = estimate.incidences.find((each) => each.cause === cause);
  if (own === undefined) {
    const known = estimate.incidences.map((each) => each.cause).join(", ");
    throw new RangeError(`Cannot ${doing}: ${known} is wanted, got ${cause}`);
  }
  const at = estimate.time.findLastIndex((each) => each <= time);
  return at === -1 ? 0 : own.incidence[at]!;
}

function checkCauses(
  cause: ArrayLike<number>,
  causes: readonly string[],
): void {
  for (let row = 0; row < cause.length; row++) {
    const code = cause[row]!;
    if (Number.isInteger(code) && code >= 0 && code <= causes.length) continue;
    throw new RangeError(
      `Cannot estimate incidence: a cause from 0 to ${causes.length} is wanted, got ` +
        `${code} in row ${row}`,
    );
  }
}

/**
 * Interval on the scale of the logarithm, cut to fractions; where nothing has ended by the
 * cause, the exact upper end of those still at risk.
 */
function logInterval(
  incidence: Float64Array,
  variance: Float64Array,
  atRisk: Float64Array,
  level: number,
) {
  const z = normalQuantile((1 + level) / 2, 0, 1);
  const width = (i: number) => Math.exp((z * Math.sqrt(variance[i]!)) / incidence[i]!);
  return {
    lower: incidence.map((value, i) => value === 0 ? 0 : value / width(i)),
    upper: incidence.map((value, i) =>
      value === 0
        ? 1 - lowerEndWithoutEvents(atRisk[i]!, level)
        : Math.min(1, value * width(i))
    ),
  };
}

/**
 * How far the estimate moves with one spell, kept by entry. Spells still at risk all move
 * it alike; of ended spells only sums of squares and products are kept.
 */
interface EntryInfluence {
  /** Spells that ended or were censored, by time and cause (0 for censored). */
  readonly ends: Map<number, number[]>;
  readonly entry: number;
  atRisk: number;
  onSurvival: number;
  readonly onIncidence: number[];
}

/** Variances of incidences: sums of the squared influences of all spells. */
function jackknifeVariances(
  { durations, cause, entry, weights }: CompetingObservations,
  causes: number,
  time: Float64Array,
  atRisk: Float64Array,
  counted: readonly { readonly events: Float64Array }[],
): Float64Array[] {
  const groups = influencesByEntry(durations, cause, entry, weights, causes);
  const variances = Array.from({ length: causes }, () => new Float64Array(time.length));
  let gone = {
    squared: 0,
    product: new Float64Array(causes),
    own: new Float64Array(causes),
  };
  let still = 1;
  for (let i = 0; i < time.length; i++) {
    const now = time[i]!;
    const hazards = counted.map(({ events }) => events[i]! / atRisk[i]!);
    const hazard = sumSimple(hazards);
    gone = {
      own: gone.own.map((own, k) =>
        own + 2 * hazards[k]! * gone.product[k]! + hazards[k]! ** 2 * gone.squared
      ),
      product: gone.product.map((product, k) =>
        (product + hazards[k]! * gone.squared) * (1 - hazard)
      ),
      squared: gone.squared * (1 - hazard) ** 2,
    };
    const staying = new Float64Array(causes);
    for (const group of groups) {
      if (group.entry >= now || group.atRisk === 0) continue;
      const step = still / atRisk[i]!;
      const before = group.onSurvival;
      const survivalOf = (ends: number) => before * (1 - hazard) + step * (hazard - ends);
      const incidenceOf = (k: number, ends: number) =>
        group.onIncidence[k]! + before * hazards[k]! + step * (ends - hazards[k]!);
      const ends = group.ends.get(now);
      ends?.forEach((count, code) => {
        if (count === 0) return;
        const onSurvival = survivalOf(code === 0 ? 0 : 1);
        gone.squared += count * onSurvival ** 2;
        for (let k = 0; k < causes; k++) {
          const onIncidence = incidenceOf(k, code === k + 1 ? 1 : 0);
          gone.product[k]! += count * onSurvival * onIncidence;
          gone.own[k]! += count * onIncidence ** 2;
        }
        group.atRisk -= count;
      });
      const onIncidence = group.onIncidence.map((_, k) => incidenceOf(k, 0));
      group.onSurvival = survivalOf(0);
      onIncidence.forEach((value, k) => {
        group.onIncidence[k] = value;
        staying[k]! += Math.max(0, group.atRisk) * value ** 2;
      });
    }
    still *= 1 - hazard;
    for (let k = 0; k < causes; k++) variances[k]![i] = gone.own[k]! + staying[k]!;
  }
  return variances;
}

function influencesByEntry(
  durations: ArrayLike<number>,
  cause: ArrayLike<number>,
  entry: ArrayLike<number> | undefined,
  weights: ArrayLike<number> | undefined,
  causes: number,
): EntryInfluence[] {
  const groups = new Map<number, EntryInfluence>();
  for (let row = 0; row < durations.length; row++) {
    const from = entry === undefined ? -1 : entry[row]!;
    const weight = weights === undefined ? 1 : weights[row]!;
    const group = groups.get(from) ?? {
      ends: new Map<number, number[]>(),
      entry: from,
      atRisk: 0,
      onSurvival: 0,
      onIncidence: new Array<number>(causes).fill(0),
    };
    groups.set(from, group);
    group.atRisk += weight;
    const ends = group.ends.get(durations[row]!) ?? new Array<number>(causes + 1).fill(0);
    group.ends.set(durations[row]!, ends);
    ends[cause[row]!]! += weight;
  }
  return [...groups.values()];
}
