import { checkNumbers, type ColumnsOf, rowsOf } from "@jkp/problem";
import { sumSimple } from "simple-statistics";
import { type SurvivalCurve, survivalCurveFromPoints } from "./curve.ts";

/** What was counted in an interval of time. */
export interface LifeTableInterval {
  /** Start of the interval. */
  readonly from: number;
  /** End of the interval. */
  readonly to: number;
  /** Spells that ended in the interval. */
  readonly events: number;
  /** Spells lost from sight in the interval. */
  readonly censored: number;
}

/** An interval of a life table. */
export interface LifeTableRow extends LifeTableInterval {
  /** Spells that reached the start of the interval. */
  readonly entering: number;
  /** Entering less half of the censored: the actuarial exposure. */
  readonly exposed: number;
  /** Events over exposed. */
  readonly endingProbability: number;
  /** Survival to the end of the interval. */
  readonly survival: number;
  /** Greenwood's standard error of that; NaN where none or all have ended. */
  readonly standardError: number;
  /** Events over exposure time, at the middle of the interval. */
  readonly hazard: number;
}

const COLUMNS = ["from", "to", "events", "censored"] as const;

/** A life table with its curve. */
export interface LifeTable {
  readonly rows: readonly LifeTableRow[];
  /** Survival at the ends of the intervals, straight between them. */
  readonly curve: SurvivalCurve;
  /** The conventions, in words. */
  readonly basis: string;
}

/**
 * The actuarial life table from grouped durations.
 *
 * Those censored in an interval count as exposed for half of it.
 *
 * @param counts Counts by interval, from time 0 without gaps: a record each, or columns.
 * @returns The table; everybody counted enters the first interval.
 * @throws {RangeError} If intervals leave gaps, counts are negative, or there are none.
 * @see Cutler and Ederer (1958), Maximum utilization of the life table method in
 * analyzing survival, J. Chron. Dis. 8.
 *
 * @example Two years
 * ```ts
 * import { lifeTable } from "@jkp/survival";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { rows } = lifeTable([
 *   { from: 0, to: 1, events: 10, censored: 20 },
 *   { from: 1, to: 2, events: 7, censored: 63 },
 * ]);
 * assertAlmostEquals(rows[0]!.survival, 1 - 10 / 90);
 * ```
 */
export function lifeTable(
  counts: readonly LifeTableInterval[] | ColumnsOf<LifeTableInterval>,
): LifeTable {
  const doing = "make a life table";
  const wanted = "a list of intervals, or columns as { from, to, events, censored },";
  const intervals = rowsOf(doing, wanted, counts, COLUMNS);
  for (const name of COLUMNS) {
    checkNumbers(doing, name, intervals.map((each) => each[name]));
  }
  let end = 0;
  for (const { from, to, events, censored } of intervals) {
    if (from !== end || !(to > from) || !(events >= 0) || !(censored >= 0)) {
      throw new RangeError(
        `Cannot make a life table: an interval from ${end} with counts of 0 or more is ` +
          `wanted, got ${from} to ${to} with ${events} and ${censored}`,
      );
    }
    end = to;
  }
  let entering = sumSimple(intervals.map(({ events, censored }) => events + censored));
  if (!(entering > 0)) {
    throw new RangeError("Cannot make a life table: counted spells are wanted, got none");
  }
  let survival = 1;
  let greenwood = 0;
  const rows = intervals.map((interval): LifeTableRow => {
    const { from, to, events, censored } = interval;
    const exposed = entering - censored / 2;
    const endingProbability = exposed > 0 ? events / exposed : 0;
    survival *= 1 - endingProbability;
    greenwood += events > 0 ? endingProbability / (exposed - events) : 0;
    const row = {
      ...interval,
      entering,
      exposed,
      endingProbability,
      survival,
      standardError: survival === 0 || survival === 1
        ? NaN
        : survival * Math.sqrt(greenwood),
      hazard: endingProbability / ((to - from) * (1 - endingProbability / 2)),
    };
    entering -= events + censored;
    return row;
  });
  return {
    rows,
    curve: survivalCurveFromPoints([
      { time: 0, survival: 1 },
      ...rows.map((row) => ({ time: row.to, survival: row.survival })),
    ], "linear"),
    basis: "actuarial life table, censored exposed for half of their interval, " +
      "Greenwood standard error, spells independent",
  };
}
