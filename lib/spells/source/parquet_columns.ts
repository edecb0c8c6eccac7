import type { DataFrame, Expr } from "nodejs-polars";
import { polars } from "./polars.ts";
import type { ColumnKind } from "./spell_file.ts";

/** A column of a Parquet file: what it holds, and how it is read. */
export interface ParquetColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Text or numbers of it. */
  readonly read: Expr;
  /** Which cells hold bytes that are no text; only of columns of bytes. */
  readonly isNoText?: Expr;
  /** The same with dates as dates, where it holds dates. */
  readonly asDates?: Expr;
  /** Whether it holds moments of a time zone. */
  readonly hasZone: boolean;
}

/** Kinds by the names that polars has for types; others are numbers or unknown. */
const KINDS: Readonly<Record<string, ColumnKind>> = {
  Utf8: "text",
  String: "text",
  Categorical: "text",
  Enum: "text",
  Binary: "text",
  Null: "text",
  Bool: "truth values",
  Date: "dates",
  Datetime: "timestamps",
  Time: "times of day",
  Duration: "durations",
  List: "lists",
  FixedSizeList: "lists",
  Array: "lists",
  Struct: "structures",
};

/** Types that stay as they are. */
const AS_THEY_ARE = /^(Utf8|String|U?Int\d+|Float\d+|Decimal)$/;

/**
 * How a column of a frame without rows is read: text and numbers as they are, and all else
 * that has a plain text as that text.
 */
export function parquetColumn(frame: DataFrame, name: string): ParquetColumn {
  const { type, unit, hasZone } = typeOf(frame, name);
  const kind = KINDS[type] ?? (AS_THEY_ARE.test(type) ? "numbers" : "unknown values");
  const column = polars.col(name);
  if (AS_THEY_ARE.test(type)) return { name, kind, read: column, hasZone };
  const day = A_DAY[unit];
  const read = day === undefined ? column.cast(polars.Utf8) : textOfDays(column, day);
  return {
    name,
    kind,
    read: read.alias(name),
    ...(type === "Date" ? { asDates: column } : {}),
    ...(type === "Binary" ? { isNoText: column.isNotNull().and(read.isNull()) } : {}),
    hasZone,
  };
}

/** Most days from 1970 that a date can be: to the end of the year 9999. */
const MOST_DAYS = 2_932_896;

/** What a day is in units of dates; nanoseconds reach no further than the year 2262. */
const A_DAY: Readonly<Record<string, number>> = {
  day: 1,
  ms: 86_400_000,
  us: 86_400_000_000,
};

/** Days as text, of a column of dates. */
export function textOfDates(column: Expr): Expr {
  return textOfDays(column, A_DAY.day!);
}

/** Dates as text; those past the year 9999 are none, and polars would stop at them. */
function textOfDays(column: Expr, day: number): Expr {
  const units = column.cast(polars.Int64);
  const most = polars.lit(MOST_DAYS * day);
  const isFar = units.gt(most).or(units.lt(polars.lit(-MOST_DAYS * day)));
  const near = polars.when(isFar).then(polars.lit(null)).otherwise(column);
  return polars.when(isFar).then(polars.lit("past the year 9999"))
    .otherwise(near.cast(polars.Utf8));
}

/** A column's type: its name, the unit of dates, and whether times have a zone. */
function typeOf(
  frame: DataFrame,
  name: string,
): { type: string; unit: string; hasZone: boolean } {
  try {
    const { dtype } = frame.getColumn(name);
    const type = dtype.variant;
    const [, unit = "", zone = ""] = /Datetime\((\w*),(.*)\)\)$/.exec(String(dtype)) ??
      [];
    return { type, unit: type === "Date" ? "day" : unit, hasZone: zone !== "" };
  } catch (error) { // polars says which type it has no word for: Binary among them
    const [, type = ""] = /DataType (\w+)/.exec(String(error)) ?? [];
    return { type, unit: "", hasZone: false };
  }
}
