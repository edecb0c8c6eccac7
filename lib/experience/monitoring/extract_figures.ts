import type { StatisticsExtract } from "@jkp/extract";
import { formatMonth, type Month } from "@jkp/month";
import { checkArgument } from "@jkp/problem";
import { claimsByMonth, membersByMonth, wagesByMonth } from "../sums_by_month.ts";
import type { MonthlyFigure } from "./monthly_figures.ts";

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
