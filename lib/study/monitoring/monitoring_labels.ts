import { unitThatShows } from "@jkp/exhibit";
import type { MonitoredSeries } from "@jkp/experience";
import { formatMonth, type Month } from "@jkp/month";

/** Series beside what was expected of them, and where both are from. */
export interface Monitoring {
  readonly series: readonly MonitoredSeries[];
  /** Where actual and expected are from; says so when data are synthetic. */
  readonly source: string;
  readonly isSynthetic: boolean;
  /** How what is expected was come by. */
  readonly basis: readonly string[];
  /** What could not be found, and why. */
  readonly notes: readonly string[];
}

/** The months of a point: `2025-03`, or `2025-01 to 2025-03`. */
export function monthsInWords(
  { from, to }: { readonly from: Month; readonly to: Month },
): string {
  return from === to ? formatMonth(from) : `${formatMonth(from)} to ${formatMonth(to)}`;
}

/** How values of a series are shown: rupiah in the largest unit with two digits. */
export function shownUnit(
  { unit, points }: Pick<MonitoredSeries, "unit" | "points">,
): { readonly unit: string; readonly size: number; readonly decimals: number } {
  if (unit !== "rupiah") return { unit, size: 1, decimals: 0 };
  const values = points.flatMap(({ actual, expected }) => [actual, expected]);
  const shown = unitThatShows("rupiah", values, 1);
  return { unit: `${shown.unit} rupiah`, size: shown.size, decimals: 1 };
}
