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
  const { type, hasZone } = typeOf(frame, name);
  const kind = KINDS[type] ?? (AS_THEY_ARE.test(type) ? "numbers" : "unknown values");
  const column = polars.col(name);
  if (AS_THEY_ARE.test(type)) return { name, kind, read: column, hasZone };
  const read = column.cast(polars.Utf8);
  return {
    name,
    kind,
    read: read.alias(name),
    ...(type === "Binary" ? { isNoText: column.isNotNull().and(read.isNull()) } : {}),
    hasZone,
  };
}

/** Name of a column's type, and whether its times have a zone. */
function typeOf(frame: DataFrame, name: string): { type: string; hasZone: boolean } {
  try {
    const type = frame.getColumn(name).dtype;
    return { type: type.variant, hasZone: /Datetime\([^,]*,.+\)\)$/.test(String(type)) };
  } catch (error) { // polars says which type it has no word for: Binary among them
    const [, type = ""] = /DataType (\w+)/.exec(String(error)) ?? [];
    return { type, hasZone: false };
  }
}
