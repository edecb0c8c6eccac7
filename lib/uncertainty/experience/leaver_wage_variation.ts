import type { StatisticsExtract } from "@jkp/extract";
import { yearOf } from "@jkp/month";
import { sumSimple } from "simple-statistics";
import { recordsIn, recordsOf } from "./records.ts";

/** Degrees of freedom below which months do not tell how far wages spread. */
const FEWEST = 12;

/**
 * The coefficient of variation of single claimants' wages within a sex, age and reason, as
 * the means of a year's months show it: the variance of a mean times its records.
 *
 * @returns `null` if there are too few claims to tell.
 */
export function leaverWageVariation(
  { withdrawals }: Pick<StatisticsExtract, "withdrawals">,
  year: number,
): number | null {
  const rows = withdrawals.filter((row) => row.claims > 0 && yearOf(row.month) === year);
  const cells = Map.groupBy(
    rows,
    ({ sex, ageGroup, reason }) => `${sex}|${ageGroup}|${reason}`,
  );
  let [squares, freedom] = [0, 0];
  for (const months of cells.values()) {
    if (months.length < 2) continue;
    const wages = sumSimple(months.map((row) => recordsOf(row) * row.meanWageIdr));
    const mean = wages / recordsIn(months);
    for (const row of months) {
      squares += recordsOf(row) * (row.meanWageIdr / mean - 1) ** 2;
    }
    freedom += months.length - 1;
  }
  return freedom < FEWEST ? null : Math.sqrt(squares / freedom);
}
