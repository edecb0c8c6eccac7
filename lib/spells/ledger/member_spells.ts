import type { DataFrame, Expr } from "nodejs-polars";
import { polars } from "../source/polars.ts";
import { NO_MONTH, NO_REASON } from "../spell_columns.ts";
import { DEATH, OTHER, PARTIAL } from "./claim_codes.ts";

const { col, lit } = polars;

/**
 * Unbroken runs of contributions: a month without one ends a run unless it is within a gap
 * that does not count.
 *
 * @param months A row a member and month, sorted by `at` and `month`.
 * @param gapMonths Months without contribution that do not end a run.
 * @returns `at`, `start`, `last`, and what else the last month of each run holds.
 */
export function runsOf(months: DataFrame, gapMonths: number): DataFrame {
  const month = col("month").cast(polars.Int32);
  const isNewMember = col("at").neq(col("at").shift(1));
  const isAfterGap = month.minus(month.shift(1)).gt(lit(1 + gapMonths));
  const marked = months.withColumn(
    isNewMember.or(isAfterGap).fillNull(lit(true)).alias("begins"),
  );
  const starts = marked.filter(col("begins"))
    .select(col("month").alias("start"));
  const lasts = marked
    .filter(col("begins").shift(-1).fillNull(lit(true)))
    .drop("begins").rename({ month: "last" });
  return polars.concat([starts, lasts], { how: "horizontal" });
}

/** Claims that close no spell. */
export interface OpenClaims {
  /** Partial ones, and others for an unknown reason with contributions going on. */
  readonly partial: number;
  /** Contributions go on after them. */
  readonly goingOn: number;
  /** No spell began in their month or before. */
  readonly early: number;
  /** Another claim closed the spell before. */
  readonly further: number;
}

/** What claims do to spells. */
export interface ClaimedSpells {
  /** The spells with `reason` and `claim` of what closed them. */
  readonly spells: DataFrame;
  readonly openClaims: OpenClaims;
  /** Claims for death that contributions follow: `at`, `month`. */
  readonly afterDeath: DataFrame;
}

/**
 * Closes spells by claims. A claim closes the last spell that began in its month or before,
 * if that spell's contributions do not go on after it; of several claims the first one. A
 * partial claim closes nothing, and neither does one with contributions going on.
 *
 * @param spells Sorted by `at` and `start`; with `last`.
 * @param claims `at`, `month`, `reason`.
 */
export function closeByClaims(spells: DataFrame, claims: DataFrame): ClaimedSpells {
  const whole = claims.filter(col("reason").neq(lit(PARTIAL)));
  const keyed = spells.withRowIndex("spell").withColumn(key("start"));
  const met = whole.withColumn(key("month")).sort("key").lazy()
    .joinAsof(
      keyed.select(
        col("key"),
        col("at").alias("owner"),
        col("last"),
        col("spell"),
      ).lazy(),
      { on: "key", strategy: "backward" },
    )
    .collectSync()
    .filter(col("owner").eq(col("at")));
  const after = met.filter(col("last").ltEq(col("month")));
  const going = met.filter(col("last").gt(col("month")));
  const goingOn = going.filter(col("reason").neq(lit(OTHER))).height;
  const closing = after
    .sort(["spell", "month", "reason"])
    .groupBy("spell")
    .agg(col("reason").first().alias("reason"), col("month").first().alias("claim"));
  const closed = keyed.join(closing, { on: "spell", how: "left" }).sort("spell")
    .withColumns(
      col("reason").fillNull(lit(NO_REASON)).alias("reason"),
      col("claim").fillNull(lit(NO_MONTH)).alias("claim"),
    )
    .drop("spell", "key");
  const ends = spells.groupBy("at").agg(col("last").max().alias("end"));
  const afterDeath = whole.filter(col("reason").eq(lit(DEATH)))
    .join(ends, { on: "at", how: "inner" })
    .filter(col("end").gt(col("month")))
    .select("at", "month").sort(["at", "month"]);
  const openClaims = {
    partial: claims.height - whole.height + going.height - goingOn,
    goingOn,
    early: whole.height - met.height,
    further: after.height - closing.height,
  };
  return { spells: closed, openClaims, afterDeath };
}

/** Member and month as one number, in which claims look for spells. */
function key(month: string): Expr {
  return col("at").cast(polars.Int64).mul(lit(65_536).cast(polars.Int64))
    .add(col(month).cast(polars.Int64)).alias("key");
}
