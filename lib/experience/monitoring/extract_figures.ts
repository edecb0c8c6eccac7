import type { StatisticsExtract, TerminationReason } from "@jkp/extract";
import { formatMonth, type Month } from "@jkp/month";
import { checkArgument } from "@jkp/problem";
import type { MonthlyFigure } from "./monthly_figures.ts";

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

/**
 * Figures by month of an extract: members, their wages, layoffs and resignations.
 *
 * @param extract The extract.
 * @returns A figure a quantity and month; persons and rupiah.
 * @throws {RangeError} If it is no extract.
 *
 * @example Members of December 2019
 * ```ts
 * import { monthlyFiguresOfExtract } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { assertEquals } from "@std/assert";
 *
 * const figures = monthlyFiguresOfExtract(await readShippedExtract());
 * assertEquals(figures.findLast(({ quantity }) => quantity === "members")!.value, 15_833_952);
 * ```
 */
export function monthlyFiguresOfExtract(extract: StatisticsExtract): MonthlyFigure[] {
  checkArgument(
    "find figures by month",
    "an extract, as readStatisticsExtract reads it,",
    extract,
    ["manifest", "active", "withdrawals"],
  );
  const { name, extractMonth } = extract.manifest;
  const source = `${name}, drawn in ${formatMonth(extractMonth)}`;
  const of = (quantity: MonthlyFigure["quantity"], sums: ReadonlyMap<Month, number>) =>
    [...sums].sort(([one], [other]) => one - other)
      .map(([month, value]) => ({ from: month, to: month, quantity, value, source }));
  return [
    ...of("members", membersByMonth(extract)),
    ...of("insured_wages_idr", wagesByMonth(extract)),
    ...of("layoffs", claimsByMonth(extract, "layoff")),
    ...of("resignations", claimsByMonth(extract, "resignation")),
  ];
}
