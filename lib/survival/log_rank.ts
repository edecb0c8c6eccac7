import { checkNumber, checkNumbers, checkOptions, valueInWords } from "@jkp/problem";
import { chiSquareUpperTail } from "@jkp/numeric";
import {
  checkLengths,
  checkObservations,
  OBSERVATION_COLUMNS,
  type Observations,
  studiedColumns,
} from "./observations.ts";

/** Durations that may be cut short, of two groups or more. */
export interface GroupedObservations extends Observations {
  /**
   * Group of each spell: its name, or its number: 0, 1, … without gaps, each with at least
   * one spell.
   */
  readonly group: ArrayLike<number | string>;
  /** Stratum of each spell: groups are compared within strata only. */
  readonly strata?: ArrayLike<number | string>;
}

/** Columns of {@link GroupedObservations}. */
const COLUMNS = [
  ...OBSERVATION_COLUMNS,
  "group",
  "strata",
] as const satisfies readonly (keyof GroupedObservations)[];

/** How groups are compared. */
export interface LogRankOptions {
  /**
   * Weight of a time: survival up to it to this power. 0 is the log-rank test, 1 Peto and
   * Peto's form of the Wilcoxon test, which looks at early times more.
   * @default {0}
   */
  readonly rho?: number;
}

/** Events of a group beside those expected if all groups were alike. */
export interface LogRankGroup {
  readonly group: number | string;
  /** Events, weighted with the times' weights. */
  readonly observed: number;
  readonly expected: number;
}

/** A test of whether groups have the same survival. */
export interface LogRankTest {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  /** Probability of so large a chi-square if the groups are alike. */
  readonly pValue: number;
  readonly groups: readonly LogRankGroup[];
  /** The conventions, in words. */
  readonly basis: string;
}

/** Events and spells at risk at one time, by group. */
interface Moment {
  readonly events: Float64Array;
  readonly atRisk: Float64Array;
}

/**
 * The log-rank test of two or more groups, and the family of Harrington and Fleming.
 *
 * Late entries are at risk after their entry. A weight is a number of spells.
 *
 * @param spells The spells, a column each; groups by name stand in the result as they first
 * appear.
 * @param options Weights of times.
 * @returns Chi-square with its probability, observed and expected events.
 * @throws {RangeError} If columns differ in length, or there are fewer than two groups, no
 * events, or no time at which some of two groups end and others do not.
 * @see Harrington and Fleming (1982), A class of rank test procedures for censored
 * survival data, Biometrika 69. Equal to R's `survdiff`. Freireich et al. (1963), Blood 21,
 * for the data of the example.
 *
 * @example Weeks in remission of leukaemia patients, on 6-MP (some censored) and placebo
 * ```ts
 * import { logRankTest } from "@jkp/survival";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const ended = [6, 6, 6, 7, 10, 13, 16, 22, 23];
 * const censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
 * const placebo =
 *   [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];
 * const treated = [...ended, ...censored];
 * const { chiSquare, groups } = logRankTest({
 *   durations: [...treated, ...placebo],
 *   eventObserved: [
 *     ...ended.map(() => 1),
 *     ...censored.map(() => 0),
 *     ...placebo.map(() => 1),
 *   ],
 *   group: [...treated.map(() => "6-MP"), ...placebo.map(() => "placebo")],
 * });
 * assertAlmostEquals(chiSquare, 16.79, 0.005);
 * assertAlmostEquals(groups[0]!.expected, 19.25, 0.005);
 * ```
 */
export function logRankTest(
  spells: GroupedObservations,
  options: LogRankOptions = {},
): LogRankTest {
  const doing = "compare groups";
  const required = ["durations", "eventObserved", "group"];
  const observations = studiedColumns(doing, spells, COLUMNS, required);
  checkOptions(doing, options, ["rho"]);
  const { rho = 0 } = options;
  checkNumber(doing, "a number as rho", rho);
  const { durations, eventObserved, strata } = observations;
  checkLengths(doing, "columns of one length", {
    durations,
    eventObserved,
    group: observations.group,
    strata,
  });
  checkLabels("group", observations.group);
  if (strata !== undefined) checkLabels("strata", strata);
  checkObservations(observations);
  const names = groupNames(observations.group);
  const groups = names.length;
  const codes = new Map(names.map((name, code) => [name, code]));
  const group = Uint32Array.from(
    { length: observations.group.length },
    (_, row) => codes.get(observations.group[row]!)!,
  );
  const observed = new Float64Array(groups);
  const expected = new Float64Array(groups);
  const variance = Array.from({ length: groups }, () => new Float64Array(groups));
  for (const rows of rowsByStratum(observations.durations.length, strata)) {
    let survival = 1;
    for (const moment of momentsOf(observations, group, groups, rows)) {
      const weight = survival ** rho;
      survival *= 1 - add(moment, weight, observed, expected, variance);
    }
  }
  if (observed.every((events) => events === 0)) {
    throw new RangeError("Cannot compare groups: an event is wanted, got none");
  }
  // Groups that were never at risk when a spell ended say nothing.
  const rest = [...expected.keys()].filter((g) => expected[g]! > 0).slice(1);
  const chiSquare = quadraticForm(
    rest.map((g) => Float64Array.from(rest, (h) => variance[g]![h]!)),
    Float64Array.from(rest, (g) => observed[g]! - expected[g]!),
  );
  const degreesOfFreedom = rest.length;
  if (!(degreesOfFreedom > 0 && chiSquare < Infinity)) {
    throw new RangeError(
      "Cannot compare groups: spells of two groups, at risk when some end and others do " +
        "not, are wanted",
    );
  }
  return {
    chiSquare,
    degreesOfFreedom,
    pValue: chiSquareUpperTail(chiSquare, degreesOfFreedom),
    groups: Array.from(observed, (events, g) => ({
      group: names[g]!,
      observed: events,
      expected: expected[g]!,
    })),
    basis:
      `${rho === 0 ? "log-rank" : `G-rho, rho ${rho}`}; events before censorings at ` +
      `the same time; variance of the hypergeometric distribution, spells independent, ` +
      `weights as numbers of spells` +
      (strata === undefined ? "" : "; within strata"),
  };
}

/** Adds a time to the sums; gives the hazard of all groups together. */
function add(
  { events, atRisk }: Moment,
  weight: number,
  observed: Float64Array,
  expected: Float64Array,
  variance: readonly Float64Array[],
): number {
  const ended = events.reduce((a, b) => a + b, 0);
  const all = atRisk.reduce((a, b) => a + b, 0);
  const tied = all > 1 ? (weight ** 2 * ended * (all - ended)) / (all - 1) : 0;
  for (let g = 0; g < events.length; g++) {
    const share = atRisk[g]! / all;
    observed[g]! += weight * events[g]!;
    expected[g]! += weight * ended * share;
    for (let h = 0; h < events.length; h++) {
      variance[g]![h]! += tied * share * ((g === h ? 1 : 0) - atRisk[h]! / all);
    }
  }
  return ended / all;
}

/** Times with events of some rows, in order. */
function momentsOf(
  { durations, eventObserved, entry, weights }: Observations,
  group: ArrayLike<number>,
  groups: number,
  rows: readonly number[],
): Moment[] {
  const times = Float64Array.from(
    new Set(rows.filter((row) => eventObserved[row]).map((row) => durations[row]!)),
  ).sort();
  const moments = Array.from(times, () => ({
    events: new Float64Array(groups),
    atRisk: new Float64Array(groups),
  }));
  for (const row of rows) {
    const [own, weight] = [group[row]!, weights === undefined ? 1 : weights[row]!];
    const first = entry === undefined ? 0 : firstAfter(times, entry[row]!);
    const last = firstAfter(times, durations[row]!) - 1;
    if (first <= last) {
      moments[first]!.atRisk[own]! += weight;
      if (last + 1 < moments.length) moments[last + 1]!.atRisk[own]! -= weight;
    }
    if (eventObserved[row]) moments[last]!.events[own]! += weight;
  }
  for (let i = 1; i < moments.length; i++) {
    for (let g = 0; g < groups; g++) {
      moments[i]!.atRisk[g]! += moments[i - 1]!.atRisk[g]!;
    }
  }
  return moments;
}

/** Index of the first time after a given one. */
function firstAfter(times: Float64Array, time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rowsByStratum(
  length: number,
  strata: GroupedObservations["strata"],
): Iterable<readonly number[]> {
  const rows = new Map<number | string, number[]>();
  for (let row = 0; row < length; row++) {
    const stratum = strata === undefined ? 0 : strata[row]!;
    const own = rows.get(stratum);
    if (own === undefined) rows.set(stratum, [row]);
    else own.push(row);
  }
  return rows.values();
}

/** Refuses labels that are neither all names nor all numbers: a gap would be one, too. */
function checkLabels(column: string, given: ArrayLike<number | string>): void {
  const doing = "compare groups";
  const labels = Array.from(given);
  if (!labels.some((label) => typeof label === "string")) {
    return checkNumbers(doing, column, given);
  }
  const row = labels.findIndex((label) => typeof label !== "string" || label === "");
  if (row === -1) return;
  throw new RangeError(
    `Cannot ${doing}: names are wanted in ${column}, got ${
      valueInWords(labels[row])
    } in row ${row}`,
  );
}

/** Groups that there are: numbers in order, names as they first appear. */
function groupNames(group: GroupedObservations["group"]): readonly (number | string)[] {
  const names = [...new Set(Array.from(group))];
  const isNamed = names.every((name) => typeof name === "string");
  const isNumbered = names.every((code) =>
    typeof code === "number" && Number.isInteger(code) && code >= 0 && code < names.length
  );
  if (names.length >= 2 && (isNamed || isNumbered)) {
    return isNamed ? names : [...names.keys()];
  }
  throw new RangeError(
    "Cannot compare groups: two or more, by name or numbered from 0 without gaps, are " +
      `wanted, got ${
        names.sort().slice(0, 10).map((name) =>
          typeof name === "number" ? String(name) : valueInWords(name)
        ).join(", ")
      }`,
  );
}

/** x' A^-1 x of a symmetric positive definite matrix, by its Cholesky factor. */
function quadraticForm(matrix: readonly Float64Array[], x: Float64Array): number {
  const size = x.length;
  const factor = matrix.map((row) => Float64Array.from(row));
  const solved = Float64Array.from(x);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = factor[i]![j]!;
      for (let k = 0; k < j; k++) sum -= factor[i]![k]! * factor[j]![k]!;
      factor[i]![j] = i === j ? Math.sqrt(sum) : sum / factor[j]![j]!;
    }
    for (let k = 0; k < i; k++) solved[i]! -= factor[i]![k]! * solved[k]!;
    solved[i]! /= factor[i]![i]!;
  }
  return solved.reduce((sum, value) => sum + value * value, 0);
}
