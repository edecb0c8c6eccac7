import type { StatisticsExtract } from "@jkp/extract";
import { type Month, monthRange } from "@jkp/month";
import type { LatestCount } from "./incomplete_edge.ts";
import { type DevelopmentRow, type RunOffTriangle, runOffTriangle } from "./triangle.ts";

type Manifest = StatisticsExtract["manifest"];

/** What an extract has of each of its months, with the months from then to the extract. */
export function latestCounts(
  { firstMonth, lastMonth, extractMonth }: Manifest,
  values: ReadonlyMap<Month, number>,
): LatestCount[] {
  return monthRange(firstMonth, lastMonth).map((month) => ({
    month,
    age: extractMonth - month,
    latest: values.get(month) ?? 0,
  }));
}

/**
 * The months of a later extract as a run-off triangle of two diagonals: what it has of each
 * month, and what an earlier one had, if it had the month.
 */
export function twoDiagonals(
  [earlier, before]: readonly [Manifest, ReadonlyMap<Month, number>],
  [later, now]: readonly [Manifest, ReadonlyMap<Month, number>],
): RunOffTriangle {
  const step = later.extractMonth - earlier.extractMonth;
  return runOffTriangle(
    latestCounts(later, now).flatMap(({ month, age, latest }): DevelopmentRow[] => {
      const cell = { origin: month, age, value: latest };
      const known = before.get(month);
      if (known === undefined) return [cell];
      const note = known > latest ? { note: "struck from the register" } : {};
      return [{ ...cell, ...note }, { ...cell, age: age - step, value: known }];
    }),
    { unit: "month", step },
  );
}
