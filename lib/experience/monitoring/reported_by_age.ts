import type { StatisticsExtract } from "@jkp/extract";
import type { Month } from "@jkp/month";
import { chainLadder, developmentPattern } from "../development/chain_ladder.ts";
import { incompleteEdge } from "../development/incomplete_edge.ts";
import { latestCounts, twoDiagonals } from "../development/two_extracts.ts";

/** How much of a month two extracts have recorded. */
export interface ReportedMonth {
  /** Fraction of all that the later extract has; NaN if not known. */
  readonly reported: number;
  /** Fraction of all that the earlier extract had; NaN if not known. */
  readonly reportedBefore: number;
}

/**
 * How much of each month of a later extract is recorded, by what came since an earlier one:
 * chain ladder on their two diagonals, as `lateReports` does it with claims. Where a good
 * part of what the earlier one had is not in the later one, no fraction is known.
 *
 * @param valueOf What of an extract by month.
 * @returns The later extract's months.
 */
export function reportedByAge(
  earlier: StatisticsExtract,
  later: StatisticsExtract,
  valueOf: (extract: StatisticsExtract) => ReadonlyMap<Month, number>,
): ReadonlyMap<Month, ReportedMonth> {
  const [before, now] = [valueOf(earlier), valueOf(later)];
  if (lossInWords(before, now) !== undefined) {
    const unknown = { reported: NaN, reportedBefore: NaN };
    return new Map([...now.keys()].map((month) => [month, unknown]));
  }
  const triangle = twoDiagonals([earlier.manifest, before], [later.manifest, now]);
  const edge = incompleteEdge(
    latestCounts(later.manifest, now),
    developmentPattern(chainLadder(triangle)),
  );
  return new Map(edge.map(({ month, reported, ultimate }) => [month, {
    reported: finiteOrNaN(reported),
    reportedBefore: finiteOrNaN((before.get(month) ?? NaN) / ultimate),
  }]));
}

/**
 * Of what an earlier extract had of the months in common, the part that a later one must have
 * for the difference to be a matter of reporting: chain ladder would carry the loss on.
 */
const LEAST_KEPT = 2 / 3;

/** Says that a later extract lost too much of the months in common; nothing if it did not. */
export function lossInWords(
  before: ReadonlyMap<Month, number>,
  now: ReadonlyMap<Month, number>,
): string | undefined {
  let [had, has] = [0, 0];
  for (const [month, value] of before) {
    const kept = now.get(month);
    if (kept === undefined) continue;
    had += value;
    has += kept;
  }
  if (has >= LEAST_KEPT * had) return undefined;
  return `of the months in common the later extract has ${
    (100 * has / had).toFixed(0)
  } % of what the earlier one had, so that they were not counted alike; how much of a month ` +
    "is reported is not known.";
}

function finiteOrNaN(fraction: number): number {
  return Number.isFinite(fraction) ? fraction : NaN;
}
