import type { DataFrame } from "nodejs-polars";
import { polars } from "../source/polars.ts";
import type { PaidContributions } from "./payment_delays.ts";

const { col, lit } = polars;

/**
 * When contributions were paid, by month. Of several payments for a month of a member the
 * first counts: more for the same month adds to its wage, not to the months. Where something
 * was taken back it is the last, with which what stands was put right.
 *
 * @param payments A row a payment: `at` (a number of the member), `month`, `paid` (below 0
 * where there is no date) and `wage`.
 * @param months The contributions that they come to: `at`, `month`, `wage`.
 */
export function paidContributions(
  payments: DataFrame,
  months: DataFrame,
): PaidContributions[] {
  const isPaid = col("wage").gt(lit(0));
  const paidOn = payments
    .select(
      col("at"),
      col("month"),
      polars.when(isPaid).then(col("paid")).otherwise(lit(null)).alias("paid"),
      col("wage").lt(lit(0)).alias("back"),
    )
    .groupBy(["at", "month"])
    .agg(
      col("paid").min().alias("first"),
      col("paid").max().alias("last"),
      col("back").max().alias("back"),
    )
    .select(
      col("at"),
      col("month"),
      polars.when(col("back")).then(col("last")).otherwise(col("first")).alias("paid"),
    );
  const counts = months.select("at", "month", "wage")
    .join(paidOn, { on: ["at", "month"], how: "inner" })
    .groupBy(["month", "paid"])
    .agg(polars.len().alias("months"), col("wage").sum().alias("wages"))
    .sort(["month", "paid"]);
  const column = (name: string) =>
    counts.getColumn(name).cast(polars.Float64).toArray() as number[];
  const [month, paid, memberMonths, wages] = ["month", "paid", "months", "wages"]
    .map(column) as [number[], number[], number[], number[]];
  return month.map((each, i) => ({
    month: each,
    paidOn: paid[i]! < 0 ? null : paid[i]!,
    memberMonths: memberMonths[i]!,
    wagesIdr: wages[i]!,
  }));
}
