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
 * chain ladder on their two diagonals, as `lateReports` does it with claims. Where all that the
 * earlier one had was struck from the later one, no fraction is known.
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

function finiteOrNaN(fraction: number): number {
  return Number.isFinite(fraction) ? fraction : NaN;
}
