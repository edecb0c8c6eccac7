import { END_REASONS, SEXES } from "@jkp/extract";
import { formatMonth, type Month } from "@jkp/month";
import type { DataFrame, Expr } from "nodejs-polars";
import { polars } from "../source/polars.ts";
import { NO_MONTH, NO_REASON } from "../spell_columns.ts";
import { carriedName, TEXT } from "./compact_rows.ts";

const { col, lit } = polars;

/** Months, sexes and reasons as a frame of spells holds them. */
const CODED = ["birth", "start", "last", "claim"] as const;

/**
 * Spells as a frame with the columns of the contract.
 *
 * @param spells `text` (the member's number), `sex`, `birth`, `start`, `last`, `reason`,
 * `claim`, `wage`, carried columns as codes; `weight` where there is any.
 */
export function contractFrame(
  spells: DataFrame,
  carried: ReadonlyMap<string, readonly string[]>,
): DataFrame {
  const month = (name: typeof CODED[number], as: string) => {
    const known = (spells.getColumn(name).unique().toArray() as number[])
      .filter((each) => each > NO_MONTH);
    return labels(name, [NO_MONTH, ...known], ["", ...known.map(monthText)]).alias(as);
  };
  const hasWeight = spells.columns.includes("weight");
  return spells.select(
    col(TEXT).alias("member_id"),
    labels("sex", [...SEXES.keys()], SEXES).alias("sex"),
    month("birth", "birth_month"),
    month("start", "start_month"),
    month("last", "last_month"),
    labels("reason", [NO_REASON, ...END_REASONS.keys().map((at) => at + 1)], [
      "",
      ...END_REASONS,
    ]).alias("end_reason"),
    month("claim", "claim_month"),
    col("wage").alias("monthly_wage_idr"),
    (hasWeight ? col("weight") : lit(1).cast(polars.Float64)).alias("weight"),
    ...[...carried].map(([name, texts]) =>
      labels(carriedName(name), [...texts.keys()], texts).alias(name)
    ),
  );
}

const MONTH_TEXTS = new Map<Month, string>();

/** A month as text, each made once. */
function monthText(month: Month): string {
  const known = MONTH_TEXTS.get(month) ?? formatMonth(month);
  MONTH_TEXTS.set(month, known);
  return known;
}

/** A column of codes as their labels; none where there are no labels. */
function labels(name: string, codes: readonly number[], texts: readonly string[]): Expr {
  if (codes.length === 0) return lit("").alias(name);
  return col(name).cast(polars.Int64)
    .replaceStrict([...codes], [...texts], lit(""), polars.Utf8);
}
