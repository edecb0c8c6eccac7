import {
  labelOfExtract,
  type StatisticsExtract,
  TERMINATION_REASONS,
  type TerminationReason,
} from "@jkp/extract";
import { formatMonth, type Month, monthRange } from "@jkp/month";
import { sumSimple } from "simple-statistics";
import { claimsByMonth, membersByMonth } from "../sums_by_month.ts";
import { bornhuetterFerguson } from "./bornhuetter_ferguson.ts";
import { chainLadder, developmentPattern } from "./chain_ladder.ts";
import type { DelayCurve } from "./delay_curve.ts";
import { type EdgeMonth, incompleteEdge } from "./incomplete_edge.ts";
import { mackErrorsOrNote } from "./mack.ts";
import { incrementalRows } from "./triangle.ts";
import { latestCounts, twoDiagonals } from "./two_extracts.ts";

/** Claims of one month as known at two times. */
export interface LateMonth extends EdgeMonth {
  /** Claims in the earlier extract; not given where it has not the month. */
  readonly earlier?: number;
  /** Claims that came after the earlier extract; negative if some were struck. */
  readonly late?: number;
  /** Factor of this age, from the earlier extract to the later. */
  readonly developmentFactor?: number;
  /**
   * Ultimate by Bornhuetter and Ferguson's method, from members and the rate of complete
   * months; NaN if not known.
   */
  readonly bornhuetterFerguson: number;
}

/** Late claims of one reason. */
export interface LateReportsGroup {
  readonly reason: TerminationReason;
  readonly months: readonly LateMonth[];
  /** What could not be found, and why. */
  readonly notes: readonly string[];
}

/** What is still to be reported of the months of an extract. */
export interface LateReports {
  readonly extractName: string;
  readonly isSynthetic: boolean;
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  readonly groups: readonly LateReportsGroup[];
  /** The conventions, in words. */
  readonly basis: readonly string[];
}

/** Complete months that a rate expected beforehand wants. */
const FEWEST_COMPLETE = 12;

/**
 * Late claims from two extracts of one register, by difference.
 *
 * Claims of each month in both make a run-off triangle with two diagonals: the age of a
 * month is the months from it to the extract. The factors of each age, chained in steps of
 * the months between the extracts, say what is still to come. Each has one link ratio, so
 * that there is no standard error.
 *
 * @param earlier The extract drawn first.
 * @param later The extract drawn later, whose months are judged.
 * @returns By reason and month: claims in both, development factor, expected ultimate, and
 * whether the month is complete; members and the rate of complete months give the ultimate
 * of Bornhuetter and Ferguson.
 * @throws {RangeError} If the second was not drawn later, or they have no month in common.
 *
 * @example An extract against itself as it would have been half a year before, with half of
 * the last months' claims
 * ```ts
 * import { lateReports } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const later = await readShippedExtract();
 * const { manifest, withdrawals } = later;
 * const lastMonth = manifest.lastMonth - 6;
 * const earlier = {
 *   ...later,
 *   manifest: { ...manifest, extractMonth: manifest.extractMonth - 6, lastMonth },
 *   withdrawals: withdrawals.filter(({ month }) => month <= lastMonth).map((row) => ({
 *     ...row,
 *     claims: row.month > lastMonth - 6 ? row.claims / 2 : row.claims,
 *   })),
 * };
 * const [layoffs] = lateReports(earlier, later).groups;
 * const { isComplete, latest, ultimate } = layoffs!.months.at(-1)!;
 * assertEquals(isComplete, false);
 * assertAlmostEquals(ultimate / latest, 2, 1e-9);
 * ```
 */
export function lateReports(
  earlier: StatisticsExtract,
  later: StatisticsExtract,
): LateReports {
  refuseUnlike(earlier, later);
  const [before, now] = [earlier.manifest, later.manifest];
  const labels = [now, before].map((manifest) => labelOfExtract(manifest));
  const step = now.extractMonth - before.extractMonth;
  const groups = TERMINATION_REASONS.map((reason): LateReportsGroup => {
    const [first, second] = [earlier, later].map((each) => claimsByMonth(each, reason));
    const months = monthRange(now.firstMonth, now.lastMonth);
    const isStruck = (month: Month) =>
      (first!.get(month) ?? 0) > (second!.get(month) ?? 0);
    const notes: string[] = [];
    const struck = months.filter(isStruck);
    if (struck.length > 0) {
      notes.push(
        "Struck from the register: the later extract has fewer claims of " +
          `${struck.map(formatMonth).join(", ")}; factors below 1 say so.`,
      );
    }
    const triangle = twoDiagonals([before, first!], [now, second!]);
    const ladder = chainLadder(triangle);
    notes.push(...mackErrorsOrNote(triangle, ladder).notes);
    const factors = new Map(ladder.factors.map((each) => [each.fromAge, each.factor]));
    const late = new Map(
      incrementalRows(triangle).map(({ origin, value }) => [origin, value]), // the latest
    );
    const edge = edgeOf(later, developmentPattern(ladder), second!);
    return {
      reason,
      months: edge.map((month) => {
        const known = first!.get(month.month);
        if (known === undefined) return month;
        return {
          ...month,
          earlier: known,
          late: late.get(month.month)!,
          developmentFactor: factors.get(month.age - step) ?? NaN,
        };
      }),
      notes,
    };
  });
  return {
    extractName: labels.map(({ extractName }) => extractName).join(", with "),
    isSynthetic: labels.some(({ isSynthetic }) => isSynthetic),
    firstMonth: now.firstMonth,
    lastMonth: now.lastMonth,
    groups,
    basis: [
      `Late claims: claims of each month in the extract of ` +
      `${formatMonth(now.extractMonth)} less those in that of ` +
      `${formatMonth(before.extractMonth)}.`,
      `Ultimates: chain ladder by exact age in months, a factor leading ${step} months on; ` +
      "each is that of one month. Nothing comes after the highest age.",
      EXPECTED_BASIS,
    ],
  };
}

/**
 * What is still to be reported of the months of one extract, under a stated delay curve.
 *
 * @param extract The extract; the age of a month is the months from it to the extract.
 * @param curve Fraction of claims reported by months since the event, of all reasons.
 * @returns By reason and month: claims, expected ultimate and whether the month is complete.
 *
 * @example Nine tenths known after one month, all after twelve
 * ```ts
 * import { reportsUnderDelay } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { formatMonth } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [{ age: 0, reported: 0.9 }, { age: 12, reported: 1 }];
 * const extract = await readShippedExtract();
 * const { groups } = reportsUnderDelay(extract, { points, basis: "Stated." });
 * const young = groups[0]!.months.filter(({ isComplete }) => !isComplete);
 * assertEquals(formatMonth(young[0]!.month), "2019-03");
 * ```
 */
export function reportsUnderDelay(
  extract: StatisticsExtract,
  curve: DelayCurve,
): LateReports {
  const { firstMonth, lastMonth } = extract.manifest;
  return {
    ...labelOfExtract(extract.manifest),
    firstMonth,
    lastMonth,
    groups: TERMINATION_REASONS.map((reason) => ({
      reason,
      months: edgeOf(extract, curve, claimsByMonth(extract, reason)),
      notes: [],
    })),
    basis: [
      `Ultimates: claims over the fraction reported. ${curve.basis}`,
      EXPECTED_BASIS,
    ],
  };
}

const EXPECTED_BASIS =
  "Bornhuetter–Ferguson (B–F): claims, and the unreported fraction of members times the mean " +
  `rate of complete months, of which ${FEWEST_COMPLETE} are wanted; no season is taken ` +
  "into account.";

/** Every month with its ultimates; a month of few claims has that of its members too. */
function edgeOf(
  extract: StatisticsExtract,
  curve: DelayCurve,
  claims: ReadonlyMap<Month, number>,
): LateMonth[] {
  const edge = incompleteEdge(latestCounts(extract.manifest, claims), curve);
  const members = membersByMonth(extract);
  const complete = edge.filter(({ isComplete }) => isComplete);
  const exposure = sumSimple(complete.map(({ month }) => members.get(month) ?? 0));
  const rate = sumSimple(complete.map(({ ultimate }) => ultimate)) / exposure;
  const isKnown = complete.length >= FEWEST_COMPLETE && exposure > 0;
  const { origins } = bornhuetterFerguson(
    edge.map(({ month, age, latest }) => ({
      origin: month,
      age,
      latest,
      expectedUltimate: isKnown ? rate * (members.get(month) ?? 0) : 0,
    })),
    curve,
  );
  return edge.map((month, i) => ({
    ...month,
    bornhuetterFerguson: isKnown ? origins[i]!.ultimate : NaN,
  }));
}

function refuseUnlike(earlier: StatisticsExtract, later: StatisticsExtract): void {
  const [before, now] = [earlier.manifest, later.manifest];
  const window = ({ firstMonth, lastMonth }: typeof now) =>
    `${formatMonth(firstMonth)} to ${formatMonth(lastMonth)}`;
  const problems: string[] = [];
  if (now.extractMonth <= before.extractMonth) {
    problems.push(
      "the second is to be drawn after the first, got extracts of " +
        `${formatMonth(before.extractMonth)} and ${formatMonth(now.extractMonth)}`,
    );
  }
  if (before.lastMonth < now.firstMonth || now.lastMonth < before.firstMonth) {
    problems.push(
      `months in common are wanted, got ${window(before)} and ${window(now)}`,
    );
  }
  if (problems.length > 0) {
    throw new RangeError(`Cannot find late claims: ${problems.join("; ")}`);
  }
}
