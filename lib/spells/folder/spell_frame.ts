import { END_REASONS, SEXES } from "@jkp/extract";
import { formatMonth, type Month, monthRange } from "@jkp/month";
import type { DataFrame } from "nodejs-polars";
import { polars } from "../source/polars.ts";
import { NO_MONTH, NO_REASON, type SpellColumns } from "../spell_columns.ts";

/** Digits of a made member id. */
const ID_DIGITS = 8;

/**
 * Spells as a frame with the columns of the contract; ids are `S` with the number of the
 * member.
 */
export function spellFrame(spells: SpellColumns): DataFrame {
  const { carried } = spells;
  const numbers = polars.DataFrame([
    polars.Series("member_id", spells.member),
    polars.Series("sex", spells.sex),
    polars.Series("birth_month", spells.birthMonth),
    polars.Series("start_month", spells.startMonth),
    polars.Series("last_month", spells.lastMonth),
    polars.Series("end_reason", spells.endReason),
    polars.Series("claim_month", spells.claimMonth),
    polars.Series("monthly_wage_idr", spells.monthlyWageIdr),
    polars.Series("weight", spells.weight),
    ...Object.entries(carried).map(([name, { codes }]) =>
      polars.Series(name, Uint32Array.from(codes))
    ),
  ]);
  return numbers.select(
    memberIds("member_id"),
    labels("sex", [...SEXES.keys()], [...SEXES]),
    monthTexts("birth_month", spells.birthMonth),
    monthTexts("start_month", spells.startMonth),
    monthTexts("last_month", spells.lastMonth),
    labels("end_reason", [NO_REASON, ...END_REASONS.keys().map((at) => at + 1)], [
      "",
      ...END_REASONS,
    ]),
    monthTexts("claim_month", spells.claimMonth),
    polars.col("monthly_wage_idr").cast(polars.Int64),
    polars.col("weight"),
    ...Object.entries(carried).map(([name, { labels: texts }]) =>
      labels(name, [...texts.keys()], texts)
    ),
  );
}

/** Numbers of members as ids. */
export function memberIds(name: string) {
  return polars.concatString([
    polars.lit("S"),
    polars.col(name).cast(polars.Int64).cast(polars.Utf8).str.zFill(ID_DIGITS),
  ], "").alias(name);
}

/** A column of months as texts; `column` holds all that may be among them. */
export function monthTexts(name: string, column: Int16Array) {
  return labels(name, ...monthLabels(column));
}

/** A column of codes as their labels. */
function labels(name: string, codes: readonly number[], texts: readonly string[]) {
  return polars.col(name).cast(polars.Int64)
    .replaceStrict([...codes], [...texts], undefined, polars.Utf8).alias(name);
}

/** The months from a column's first to its last with their texts, and none. */
function monthLabels(column: Int16Array): [months: number[], texts: string[]] {
  const [first, last] = bounds(column);
  const months = monthRange(first, last);
  return [[NO_MONTH, ...months], ["", ...months.map(formatMonth)]];
}

/** First and last month of a column; nothing to range over if it has none. */
function bounds(column: Int16Array): [first: Month, last: Month] {
  let [first, last] = [Infinity, -Infinity];
  for (const month of column) {
    if (month === NO_MONTH) continue;
    if (month < first) first = month;
    if (month > last) last = month;
  }
  return first <= last ? [first, last] : [1, 0];
}
