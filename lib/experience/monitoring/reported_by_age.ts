import type { StatisticsExtract } from "@jkp/extract";
import { type Month, monthRange } from "@jkp/month";
import { chainLadder, developmentPattern } from "../development/chain_ladder.ts";
import { incompleteEdge } from "../development/incomplete_edge.ts";
import { type DevelopmentRow, runOffTriangle } from "../development/triangle.ts";

/** What is recorded of a month in two extracts, and how much of all that is. */
export interface ReportedMonth {
  /** In the later extract. */
  readonly latest: number;
  /** Fraction of all that the later extract has; NaN if not known. */
  readonly reported: number;
  /** Fraction of all that the earlier extract had; NaN if not known. */
  readonly reportedBefore: number;
}

/**
 * How much of each month of a later extract is recorded, by what came since an earlier one:
 * chain ladder on their two diagonals, as `lateReports` does it with claims.
 *
 * @param valueOf What of an extract by month.
 * @returns The later extract's months.
 */
export function reportedByAge(
  earlier: StatisticsExtract,
  later: StatisticsExtract,
  valueOf: (extract: StatisticsExtract) => ReadonlyMap<Month, number>,
): ReadonlyMap<Month, ReportedMonth> {
  const { firstMonth, lastMonth, extractMonth } = later.manifest;
  const step = extractMonth - earlier.manifest.extractMonth;
  const [before, now] = [valueOf(earlier), valueOf(later)];
  const months = monthRange(firstMonth, lastMonth);
  const triangle = runOffTriangle(
    months.flatMap((month): DevelopmentRow[] => {
      const age = extractMonth - month;
      const [known, value] = [before.get(month), now.get(month) ?? 0];
      if (known === undefined) return [{ origin: month, age, value }];
      const note = value < known ? { note: "struck from the register" } : {};
      return [
        { origin: month, age, value, ...note },
        { origin: month, age: age - step, value: known },
      ];
    }),
    { unit: "month", step },
  );
  const counts = months.map((month) => ({
    month,
    age: extractMonth - month,
    latest: now.get(month) ?? 0,
  }));
  const edge = incompleteEdge(counts, developmentPattern(chainLadder(triangle)));
  return new Map(edge.map(({ month, latest, reported, ultimate }) => [month, {
    latest,
    reported,
    reportedBefore: (before.get(month) ?? NaN) / ultimate,
  }]));
}
