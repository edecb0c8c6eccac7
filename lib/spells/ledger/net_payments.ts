import type { LedgerRules } from "@jkp/extract";
import type { DataFrame, Expr } from "nodejs-polars";
import { polars } from "../source/polars.ts";

const { col, lit } = polars;

/** Payments of some members as contributions by month, and what is odd among them. */
export interface NettedPayments {
  /**
   * One row a member and month with a contribution, sorted by both: `at`, `month`, `wage`,
   * and the carried columns.
   */
  readonly months: DataFrame;
  /** Member, employer and month that net below nothing: `at`, `month`, `wage`. */
  readonly negative: DataFrame;
  /** Payments that stand twice: `at`, `month`, `wage`, `times`. */
  readonly twice: DataFrame;
  /** How many payments stand again, and the sum of their wages. */
  readonly again: { readonly payments: number; readonly wagesIdr: number };
}

/**
 * Nets payments by member, employer and month: a payment and its reversal are nothing, and
 * what nets to nothing is no contribution. Of several employers in a month the wages are
 * added, or the highest is taken. Payments that stand repeatedly are added, or count once.
 *
 * What is carried is that of the month's main employer, of its latest payment; where that
 * does not tell, the last in the order of the carried codes, so that the order of rows tells
 * nothing.
 *
 * @param payments A row a payment: `at` (a number of the member), `employer`, `month`,
 * `paid`, `wage` in rupiah, and the carried columns.
 */
export function netPayments(
  payments: DataFrame,
  { employers, repeats = "add" }: LedgerRules,
  carried: readonly string[],
): NettedPayments {
  const isAs = (rows: number) =>
    col("key").eq(col("key").shift(rows)).fillNull(lit(false));
  const sorted: DataFrame = payments.lazy()
    .withColumns(memberMonth().alias("key")).sort("key")
    .withColumns(isAs(1).alias("again"), isAs(1).or(isAs(-1)).alias("several"))
    .collectSync();
  const several = sorted.filter(col("several"));
  const { twice, again } = paymentsTwice(several);
  const ofEmployers = netOfEmployers(
    several,
    carried,
    repeats === "once" ? again : undefined,
  );
  const ofMonths = ofEmployers.filter(col("wage").gt(lit(0)))
    .sort(["key", "wage", ...carried])
    .groupBy("key")
    .agg(
      (employers === "sum" ? col("wage").sum() : col("wage").max()).alias("net"),
      ...carried.map((name) => col(name).last().alias(`net ${name}`)),
    );
  const netted = (name: string, of = name) =>
    polars.when(col("several")).then(col(`net${of}`)).otherwise(col(name)).alias(name);
  const months: DataFrame = sorted.lazy().filter(col("again").not())
    .select("key", "at", "month", "wage", ...carried, "several")
    .join(ofMonths.lazy(), { on: "key", how: "left", maintainOrder: "left" })
    .select(
      col("at"),
      col("month"),
      netted("wage", ""),
      ...carried.map((name) => netted(name, ` ${name}`)),
    )
    .filter(col("wage").gt(lit(0))) // without a net there is no wage
    .collectSync();
  const below = (rows: DataFrame) =>
    rows.filter(col("wage").lt(lit(0))).select("at", "month", "wage");
  return {
    months,
    negative: polars.concat([
      below(sorted.filter(col("several").not().and(col("wage").lt(lit(0))))),
      below(ofEmployers),
    ]).sort(["at", "month", "wage"]),
    twice,
    again: {
      payments: Number(again.getColumn("again").sum()),
      wagesIdr: Number(
        again.select(col("again").mul(col("amount")).alias("wages")).getColumn("wages")
          .sum(),
      ),
    },
  };
}

/** Member and month as one number, for one column sorts faster than two. */
function memberMonth(): Expr {
  return col("at").cast(polars.Int64).mul(lit(65_536).cast(polars.Int64))
    .add(col("month").cast(polars.Int64));
}

/** What the payments of one employer for a month are told apart by. */
const OF_EMPLOYER = ["key", "at", "month", "employer"];

/**
 * Net wage of each member, month and employer, with what the latest payment carries; without
 * payments that stand again, if these are given.
 */
function netOfEmployers(
  payments: DataFrame,
  carried: readonly string[],
  again?: DataFrame,
): DataFrame {
  const added = payments.groupBy(OF_EMPLOYER).agg(col("wage").sum().alias("wage"));
  const nets: DataFrame = again === undefined || again.height === 0 ? added : added
    .join(
      again.groupBy(OF_EMPLOYER)
        .agg(col("again").mul(col("amount")).sum().alias("repeated")),
      { on: OF_EMPLOYER, how: "left" },
    )
    .withColumn(
      col("wage").minus(col("repeated").fillNull(lit(0)).cast(polars.Int64)).alias(
        "wage",
      ),
    )
    .drop("repeated");
  if (carried.length === 0) return nets;
  const latest = payments.filter(col("wage").gt(lit(0)))
    .sort([...OF_EMPLOYER, "paid", "wage", ...carried])
    .groupBy(OF_EMPLOYER)
    .agg(...carried.map((name) => col(name).last().alias(name)));
  return nets.join(latest, { on: OF_EMPLOYER, how: "left" });
}

/**
 * Payments of one employer, month, month of payment and wage that stand more than once, and
 * are not taken back: `twice`. And by employer, month and `amount`, how many of these stand
 * `again`: all but one of each month of payment, as far as something is left of what was not
 * taken back.
 */
function paymentsTwice(payments: DataFrame): { twice: DataFrame; again: DataFrame } {
  const keys = [...OF_EMPLOYER, "amount"];
  const amounts = payments.filter(col("wage").neq(lit(0)))
    .withColumn(col("wage").abs().alias("amount"));
  const net = amounts.groupBy(keys).agg(
    col("wage").gt(lit(0)).cast(polars.Int64).sum()
      .minus(col("wage").lt(lit(0)).cast(polars.Int64).sum()).alias("net"),
  );
  const repeated = amounts.filter(col("wage").gt(lit(0)))
    .groupBy([...keys, "paid"]).agg(polars.len().cast(polars.Int64).alias("times"))
    .filter(col("times").gt(lit(1)))
    .join(net.filter(col("net").gt(lit(1))), { on: keys, how: "inner" });
  const least = (a: Expr, b: Expr) => polars.when(a.lt(b)).then(a).otherwise(b);
  return {
    twice: repeated.select(
      col("at"),
      col("month"),
      col("amount").alias("wage"),
      least(col("times"), col("net")).alias("times"),
    ).sort(["at", "month", "wage"]),
    again: repeated.groupBy(keys)
      .agg(
        col("times").minus(lit(1)).sum().alias("others"),
        col("net").first().alias("net"),
      )
      .withColumn(
        least(col("others"), col("net").minus(lit(1))).cast(polars.Int64).alias("again"),
      )
      .drop("others", "net"),
  };
}
