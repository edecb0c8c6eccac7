import {
  checkArgument,
  checkNumber,
  checkNumbers,
  checkOptions,
  type ColumnsOf,
  rowsOf,
} from "@jkp/problem";
import type { Month } from "@jkp/month";
import { type DelayCurve, reportedAt } from "./delay_curve.ts";

/** The latest count of a month. */
export interface LatestCount {
  readonly month: Month;
  /** Months from then to the count. */
  readonly age: number;
  readonly latest: number;
}

const COLUMNS = [
  "month",
  "age",
  "latest",
] as const satisfies readonly (keyof LatestCount)[];

/** A month's count, and what it may come to. */
export interface EdgeMonth extends LatestCount {
  /** Whether as good as all is reported; if not, the count is not to be read as a fall. */
  readonly isComplete: boolean;
  /** Fraction reported; NaN if not known. */
  readonly reported: number;
  /** Expected count when all is reported; NaN if not known. */
  readonly ultimate: number;
  /** Ultimate less latest; NaN if not known. */
  readonly stillToReport: number;
  /** Range of the ultimate; NaN if none is known. */
  readonly lowest: number;
  readonly highest: number;
}

/** Fraction reported from which a month counts as complete, if nothing else is stated. */
export const COMPLETE_FROM = 0.99;

/**
 * Counts of months with what is still to come: the last ones are incomplete, however low
 * they are, and not to be read as a fall.
 *
 * @param counts The latest count of each month.
 * @param curve Fraction reported by months since the event.
 * @param options Fraction reported, the lowest of its range, from which a month is complete:
 * 0.99 if nothing is stated.
 * @returns The months in their order, each with its ultimate and range; NaN, "not known",
 * where the curve knows nothing of so young a month.
 *
 * @example A count after two months, of which between a third and half are known
 * ```ts
 * import { incompleteEdge } from "@jkp/experience";
 * import { monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const curve = {
 *   points: [
 *     { age: 2, reported: 0.4, lowest: 0.32, highest: 0.5 },
 *     { age: 9, reported: 1 },
 *   ],
 *   basis: "Stated.",
 * };
 * const [january] = incompleteEdge(
 *   [{ month: monthOf(2026, 1), age: 2, latest: 800 }],
 *   curve,
 * );
 * const { isComplete, ultimate, lowest, highest } = january!;
 * assertEquals([isComplete, ultimate, lowest, highest], [false, 2000, 1600, 2500]);
 * ```
 */
export function incompleteEdge(
  counts: readonly LatestCount[] | ColumnsOf<LatestCount>,
  curve: DelayCurve,
  options: { readonly completeFrom?: number } = {},
): EdgeMonth[] {
  const doing = "read the incomplete edge";
  const months = rowsOf(
    doing,
    "a list of { month, age, latest }, or these as columns,",
    counts,
    COLUMNS,
  );
  for (const name of COLUMNS) {
    checkNumbers(doing, name, months.map((each) => each[name]));
  }
  checkArgument(doing, "a delay curve", curve, ["points"]);
  checkOptions(doing, options, ["completeFrom"]);
  const { completeFrom = COMPLETE_FROM } = options;
  checkNumber(doing, "a number as completeFrom", completeFrom);
  return months.toSorted((a, b) => a.month - b.month).map((count) => {
    const { reported, lowest, highest } = reportedAt(curve, count.age);
    const all = (fraction = NaN) => fraction > 0 ? count.latest / fraction : NaN;
    return {
      ...count,
      isComplete: Math.min(reported, lowest ?? reported) >= completeFrom,
      reported,
      ultimate: all(reported),
      stillToReport: all(reported) - count.latest,
      lowest: all(highest),
      highest: all(lowest),
    };
  });
}
