import type { DataFrame, Expr } from "nodejs-polars";
import type { RuleName } from "../check/finding.ts";
import type { CarriedLabels } from "../decode/carried_labels.ts";
import { MISSING, UNREADABLE } from "../decode/decoded_rows.ts";
import { SUM_PATTERN } from "../decode/closing_rows.ts";
import { HASH_SEEDS, hashWords, numberOf, trimmed } from "../decode/encoded_frame.ts";
import type { LabelReading, NumberReading } from "../decode/spell_reading.ts";
import { countMarks, type MemberPart, rowsOfPart } from "../register/member_part.ts";
import { isReadable } from "../source/broken_lines.ts";
import { textOfDates } from "../source/parquet_columns.ts";
import { polars } from "../source/polars.ts";
import type { RowBatch } from "../source/spell_file.ts";
import type { Wanted } from "../source/wanted.ts";
import { type GroupedRows, groupSums, lastRows } from "./group_sums.ts";
import type { Field, TableReading } from "./table_reading.ts";

/** A cell that cannot be used, or that breaks a rule. */
export interface BadCell {
  /** The rule, if the cell can be read. */
  readonly rule?: RuleName;
  /** Index of the row in its batch. */
  readonly row: number;
  readonly source: string;
  readonly expected: Wanted;
}

/** Rows of a batch as numbers. */
export interface CompactRows {
  /**
   * The rows that can be used, a column for each field: 64-bit hashes of ids, months and
   * codes, amounts; and the codes of carried columns, as `carried NAME`.
   */
  readonly frame: DataFrame;
  /** Rows of the batch; of the members asked for, as those below. */
  readonly rows: number;
  /** Rows that are no records: nothing stands in them. */
  readonly blankRows: number;
  /** The same of all members. */
  readonly allBlankRows: number;
  /** Rows with a cell that cannot be used, and lines that are no records. */
  readonly unusableRows: number;
  readonly bad: readonly BadCell[];
  /** Rows that seem to be sums of others; they are among the blank ones. */
  readonly closing: readonly number[];
  /** Those of them that are what the rows above them come to. */
  readonly sums: ReadonlySet<number>;
  /** The last rows, beside which the next batch of the file is read. */
  readonly last: GroupedRows | undefined;
}

/** Name of an id as text among compact rows, where it is kept. */
export const TEXT = "text";

/** Name of a carried column among compact rows. */
export const carriedName = (name: string) => `carried ${name}`;

/** Names that compact rows get on the way. */
const ROW = "row", OWN = "own", EMPTY = "empty ", WORDLESS = "wordless", BAD = "bad ";
const RULE = "rule ";
const NAMELESS = { member: `${BAD}member`, employer: `${BAD}employer` };

/**
 * Turns rows of text into rows of numbers, in polars: each distinct text of a column is
 * read once. New labels of carried columns are added to `carried`.
 */
export function compactRows(
  batch: RowBatch,
  reading: TableReading,
  carried: ReadonlyMap<string, CarriedLabels>,
  { part, before }: {
    /** Which members are taken in. */
    readonly part?: MemberPart | undefined;
    /** The last rows of the batch before, of the same file. */
    readonly before?: GroupedRows | undefined;
  } = {},
): CompactRows {
  const { frame } = batch;
  const fields = Object.entries(reading.fields);
  const values = fields.flatMap(([name, field]): Expr[] => {
    if (field.kind !== "id") return [valueOf(frame, field).alias(name)];
    const id = trimmed(frame, field.source);
    const isKept = name === "member" && reading.keepsMember === true;
    return [
      id.hash(...HASH_SEEDS).alias(name),
      id.eq(polars.lit("")).alias(BAD + name),
      ...(isKept ? [id.alias(TEXT)] : []),
    ];
  });
  const groups = [...carried].map(([name, labels]) => {
    const source = reading.carried[name];
    const code = source === undefined
      ? polars.lit(labels.code(""))
      : codesOf(frame, source, (text) => labels.code(text), polars.UInt16);
    return code.cast(polars.UInt16).alias(carriedName(name));
  });
  const flags = [
    ...fields.flatMap(([name, field]) =>
      field.kind === "id" ? [] : [isBad(frame, name, field).alias(BAD + name)]
    ),
    ...reading.rules.map(({ isBroken }, at) => isBroken().alias(RULE + at)),
  ];
  const compact: DataFrame = frame.lazy().select(...values, ...groups)
    .withColumns(...flags).collectSync(); // at once: what is between is let go at once
  const isOwn = part &&
    rowsOfPart(hashWords(compact.getColumn("member").toTypedArray()), part);
  const marks = compact.columns.filter((name) =>
    name.startsWith(BAD) || name.startsWith(RULE)
  );
  const anyBad = (compact.select(...marks.map((name) => polars.col(name).any()))
    .row(0) as unknown[]).includes(true);
  const lines = batch.broken.map(({ row }) => row - batch.firstRow);
  const read = !anyBad && lines.length === 0
    ? {
      frame: ofPart(compact, isOwn).drop([...marks]),
      rows: isOwn === undefined ? compact.height : countMarks(isOwn),
      blankRows: 0,
      allBlankRows: 0,
      unusableRows: 0,
      bad: [],
      closing: [],
      sums: new Set<number>(),
    }
    : withoutUnusable(batch, compact, marks, reading, new Set(lines), isOwn, before);
  const rupiah = fields
    .filter(([, field]) => field.kind === "rupiah" && !isWhole(frame, field.reading))
    .map(([name]) => polars.col(name).round(0).cast(polars.Int64).alias(name));
  const last = lastRows(compact, reading, NAMELESS);
  return rupiah.length === 0
    ? { ...read, last }
    : { ...read, last, frame: read.frame.withColumns(...rupiah) };
}

/** The rows that can be used, and what is wrong with the others. */
function withoutUnusable(
  { frame, broken, firstRow }: RowBatch,
  marked: DataFrame,
  marks: readonly string[],
  reading: TableReading,
  lines: ReadonlySet<number>,
  isOwn: Uint8Array | undefined,
  before: GroupedRows | undefined,
): Omit<CompactRows, "last"> {
  const fields = Object.entries(reading.fields);
  const unreadable = new Set(
    broken.filter((line) => !isReadable(line)).map(({ row }) => row - firstRow),
  );
  const empty = blankRows(frame, marked, fields);
  const sums = new Set(groupSums(marked, before, reading, NAMELESS));
  const blank = new Set([...empty.blank, ...sums]);
  const closing = [...new Set([...empty.closing, ...sums])].sort((a, b) => a - b);
  const told = new Set(
    broken.map(({ row, column }) => `${row - firstRow} ${column}`),
  );
  const bad = fields.flatMap(([name, field]) => {
    const source = sourceOf(field);
    if (source === undefined) return [];
    const expected: Wanted = field.kind === "id"
      ? field.expected
      : "expected" in field.reading
      ? field.reading.expected
      : ["number"];
    return rowsWhere(marked, polars.col(BAD + name))
      .filter((row) => !blank.has(row) && !unreadable.has(row))
      .map((row) => ({ row, source, expected }))
      .filter(({ row }) => !told.has(`${row} ${source}`));
  });
  const known = (row: number) => !blank.has(row) && !lines.has(row);
  const unread = new Set(bad.map(({ row }) => row));
  const against = reading.rules.flatMap(({ rule, field, expected }, at) =>
    rowsWhere(marked, polars.col(RULE + at))
      .filter((row) => known(row) && !unread.has(row))
      .map((row) => ({
        rule,
        row,
        source: sourceOf(reading.fields[field]!) ?? field,
        expected,
      }))
  );
  const isUnusable = marks.map((name) => polars.col(name))
    .reduce((any, one) => any.or(one));
  const left = new Set([...rowsWhere(marked, isUnusable), ...lines]);
  const rows = polars.DataFrame([
    polars.Series(ROW, Uint32Array.from(left)).cast(polars.UInt32),
  ]);
  const indexed: DataFrame = marked.drop([...marks]).withRowIndex(ROW);
  const usable = ofPart(indexed, isOwn).join(rows, { on: ROW, how: "anti" }).drop(ROW);
  const ownOf = (some: readonly number[]) =>
    isOwn === undefined ? some.length : some.filter((row) => isOwn[row] === 1).length;
  const blanks = [...blank].filter((row) => !unreadable.has(row));
  return {
    frame: usable,
    rows: isOwn === undefined ? marked.height : countMarks(isOwn),
    blankRows: ownOf(blanks),
    allBlankRows: blanks.length,
    unusableRows: ownOf([...left]) - ownOf(blanks),
    bad: [...bad, ...against],
    closing: closing.filter((row) => !unreadable.has(row)),
    sums,
  };
}

/** The rows that are marked, or all. */
function ofPart(rows: DataFrame, isOwn: Uint8Array | undefined): DataFrame {
  if (isOwn === undefined) return rows;
  const mark = polars.Series(OWN, Array.from(isOwn, (own) => own === 1), polars.Bool);
  return rows.withColumn(mark).filter(polars.col(OWN)).drop(OWN);
}

/**
 * Rows in which nothing stands in any column that is read, or amounts alone: these are sums
 * of other rows, as are those with a word for it in place of a member. So are headers again.
 */
function blankRows(
  frame: DataFrame,
  marked: DataFrame,
  fields: readonly [string, Field][],
): { blank: ReadonlySet<number>; closing: readonly number[] } {
  const isAmount = (field: Field) => field.kind === "rupiah" || field.kind === "number";
  const sourcesOf = (some: readonly [string, Field][]) => [
    ...new Set(some.flatMap(([, field]) => sourceOf(field) ?? [])),
  ];
  const all = sourcesOf(fields);
  const amounts = sourcesOf(fields.filter(([, field]) => isAmount(field)));
  const member = sourcesOf(fields.filter(([name]) => name === "member"));
  const empty = frame.select(
    ...all.map((source) => {
      const text = trimmed(frame, source);
      const is = text.eq(polars.lit(""));
      const isNobody = member.includes(source)
        ? is.or(text.str.toLowerCase().str.contains(SUM_PATTERN))
        : is;
      return isNobody.alias(EMPTY + source);
    }),
    ...member.map((source) => trimmed(frame, source).eq(polars.lit("")).alias(WORDLESS)),
  );
  const every = (sources: readonly string[]) =>
    sources.map((source) => polars.col(EMPTY + source)).reduce((a, b) => a.and(b));
  const blank = rowsWhere(empty, every(all.filter((each) => !amounts.includes(each))));
  const isWordless = polars.col(WORDLESS);
  const whole = new Set(rowsWhere(empty, every(all).and(isWordless)));
  const again = headersAgain(frame, marked, fields);
  const closing = [...blank.filter((row) => !whole.has(row)), ...again];
  return { blank: new Set([...blank, ...again]), closing };
}

/** Rows that name their member's column, and of which nothing else can be read. */
function headersAgain(
  frame: DataFrame,
  marked: DataFrame,
  fields: readonly [string, Field][],
): number[] {
  const member = fields.find(([name]) => name === "member")?.[1];
  const column = member && sourceOf(member);
  if (column === undefined) return [];
  const name = polars.lit(column.trim().toLowerCase());
  const named = rowsWhere(frame, trimmed(frame, column).str.toLowerCase().eq(name));
  if (named.length === 0) return [];
  const unread = fields.flatMap(([name, field]) => {
    if (field.kind === "id" || !("source" in field.reading)) return [];
    if (field.kind !== "label") return [polars.col(BAD + name)];
    const value = polars.col(name);
    return [field.isOptional ? value.lt(0) : value.eq(polars.lit(UNREADABLE))];
  });
  const is = new Set(rowsWhere(marked, unread.reduce((all, one) => all.and(one))));
  return named.filter((row) => is.has(row));
}

function rowsWhere(frame: DataFrame, is: Expr): number[] {
  return frame.withRowIndex(ROW).filter(is).getColumn(ROW).toArray() as number[];
}

/** Name of the column that a field is read from, if from any. */
function sourceOf(field: Field): string | undefined {
  const from = field.kind === "id" ? field : field.reading;
  return "source" in from ? from.source : undefined;
}

/** The values of a field that is no id. */
function valueOf(frame: DataFrame, field: Exclude<Field, { kind: "id" }>): Expr {
  if (field.kind === "rupiah" && isWhole(frame, field.reading)) {
    const rupiah = polars.col(field.reading.source).cast(polars.Int64);
    return field.reading.factor === 1
      ? rupiah
      : rupiah.mul(polars.lit(field.reading.factor).cast(polars.Int64));
  }
  if (!("source" in field.reading)) {
    return polars.lit(field.reading.constant)
      .cast(field.kind === "label" ? polars.Int16 : polars.Float64);
  }
  return field.kind === "label"
    ? labelValues(frame, field.reading)
    : numberOf(frame, field.reading);
}

/** Whether a column holds whole numbers, so that no fraction need be rounded. */
function isWhole(frame: DataFrame, { source }: NumberReading): boolean {
  return /^U?Int(8|16|32)$|^Int64$/.test(frame.getColumn(source).dtype.variant);
}

/** Whether a field has no usable value in a row. */
function isBad(frame: DataFrame, name: string, field: Field): Expr {
  const value = polars.col(name);
  if (field.kind === "rupiah" && isWhole(frame, field.reading)) return value.isNull();
  if (field.kind !== "label") return value.isNan().or(value.isInfinite());
  return value.lt(polars.lit(field.isOptional ? MISSING : 0));
}

/** The values of a column of months or codes. */
function labelValues(frame: DataFrame, { source, parse, blank }: LabelReading): Expr {
  const read = (text: string) => {
    const value = parse(text);
    return value === MISSING && blank !== undefined ? blank : value;
  };
  return codesOf(frame, source, read, polars.Int16);
}

/** A number for each cell of a column, by its trimmed text. */
function codesOf(
  frame: DataFrame,
  source: string,
  codeOf: (text: string) => number,
  type: typeof polars.Int16 | typeof polars.UInt16,
): Expr {
  const column = frame.getColumn(source);
  const unknown = polars.lit(UNREADABLE);
  if (column.dtype.variant === "Date") {
    const days = polars.DataFrame([column.unique().alias("day")]);
    const texts = days.select(textOfDates(polars.col("day")).alias("text"))
      .getColumn("text").toArray() as (string | null)[];
    const numbers = days.select(polars.col("day").cast(polars.Int32))
      .getColumn("day").toArray() as (number | null)[];
    const known = numbers.flatMap((day, i) => day === null ? [] : [[day, texts[i]!]]) as [
      number,
      string,
    ][];
    const day = polars.col(source).cast(polars.Int32);
    const value = known.length === 0 ? polars.lit(codeOf("")) : day.replaceStrict(
      known.map(([number]) => number),
      known.map(([, text]) => codeOf(text)),
      unknown,
      type,
    );
    return polars.when(day.isNull()).then(polars.lit(codeOf(""))).otherwise(value)
      .cast(type);
  }
  const text = column.isString()
    ? polars.col(source).fillNull(polars.lit(""))
    : trimmed(frame, source);
  const distinct = frame.select(text.unique().alias("text")).getColumn("text")
    .toArray() as string[];
  if (distinct.length === 0) return polars.lit(UNREADABLE).cast(type);
  return text.replaceStrict(
    distinct,
    distinct.map((each) => codeOf(each.trim())),
    unknown,
    type,
  );
}
