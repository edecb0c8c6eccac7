import type { StatisticsExtract, TerminationReason } from "@jkp/extract";
import type { Month } from "@jkp/month";

/** Claims of one reason by month. */
export function claimsByMonth(
  { withdrawals }: StatisticsExtract,
  reason: TerminationReason,
): Map<Month, number> {
  const rows = withdrawals.filter((row) => row.reason === reason);
  return sumsByMonth(rows, ({ claims }) => claims);
}

/** Members by month. */
export function membersByMonth({ active }: StatisticsExtract): Map<Month, number> {
  return sumsByMonth(active, ({ members }) => members);
}

/** Wages of members by month, rupiah. */
export function wagesByMonth({ active }: StatisticsExtract): Map<Month, number> {
  return sumsByMonth(
    active.filter(({ members }) => members > 0),
    ({ members, meanWageIdr }) => members * meanWageIdr,
  );
}

function sumsByMonth<Row extends { readonly month: Month }>(
  rows: readonly Row[],
  valueOf: (row: Row) => number,
): Map<Month, number> {
  const sums = new Map<Month, number>();
  for (const row of rows) {
    sums.set(row.month, (sums.get(row.month) ?? 0) + valueOf(row));
  }
  return sums;
}
