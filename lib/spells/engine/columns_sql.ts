import {
  type CodedColumn,
  codeLookup,
  type Constant,
  CURRENCY_PATTERN,
  hasTwoDigitYears,
  isConstant,
  type LastMonthColumn,
  type MappingFormat,
  matchedText,
  MONTH_FORMS,
  MONTH_NUMBERS,
  type MonthColumn,
  type MonthPattern,
  NO_SEN_PATTERN,
  type NumberMarks,
  numberPattern,
  SIGNED_CURRENCY_PATTERN,
  type SourceColumn,
} from "@jkp/mapping";
import { EARLIEST_RECORDED, LATEST_RECORDED, type Month } from "@jkp/month";
import { didYouMean, type Problem } from "@jkp/problem";
import { MISSING, UNREADABLE } from "../decode/decoded_rows.ts";
import { cases, chosen, literal, named, type SqlDialect } from "./sql.ts";

/** A table of an engine, with what its columns hold. */
export interface EngineTable {
  /** Its name as it is written in SQL. */
  readonly name: string;
  /** What each column holds, by name: `varchar`, `bigint`, `date`, … */
  readonly columns: ReadonlyMap<string, string>;
}

/** Types of engines that hold numbers, and those of them that hold fractions. */
const NUMERIC =
  /^(tinyint|smallint|int|integer|bigint|hugeint|real|float|double|decimal)/i;
const FRACTIONAL = /^(real|float|double|decimal)/i;

/** What is put before the name of a column that stands in place of a member. */
const HEADER = "header: ";

/** Where a header stands again in place of a member. */
export const IS_HEADER_ID = `id like ${literal(`${HEADER}%`)}`;

/** How columns of a table are read, as expressions of SQL. */
export interface ColumnsSql {
  /** Whether the table has a column. */
  has(column: string): boolean;
  /** The number of a member or employer, as text. */
  id(source: SourceColumn): string;
  /** The same of a member; a header that stands again is told by `IS_HEADER_ID`. */
  member(source: SourceColumn): string;
  /** The number of a month, `MISSING` or `UNREADABLE`. */
  months(source: MonthColumn | Constant<"none">): string;
  /** The same of last months: the extract's last where a text says "still active". */
  lastMonths(source: LastMonthColumn, lastMonthOfExtract: Month): string;
  /** The number that `codeOf` has for a code, `MISSING` or `UNREADABLE`. */
  codes<Code extends string>(
    source: CodedColumn<Code> | Constant<Code>,
    codeOf: (code: Code) => number,
  ): string;
  /** A number of double precision, times a factor; null where there is none. */
  number(source: SourceColumn, factor: number): string;
  /** 1 where anything stands in a cell, else 0. */
  isWritten(source: SourceColumn): string;
}

/**
 * Readers of a table's columns. Each expression is of one column alone, so that engines
 * compute it once for each distinct value of a column that is stored by distinct values.
 *
 * @param problems Gets a problem for each column that lacks, and for forms of months that
 * engines cannot be asked for.
 */
export function columnsSql(
  table: EngineTable,
  format: MappingFormat,
  dialect: SqlDialect,
  problems: Problem[],
): ColumnsSql {
  const known = [...table.columns.keys()];
  const told = new Set<string>();
  const typeOf = (column: string) =>
    table.columns.get(known.find((name) => isSame(name, column)) ?? column);
  const wants = ({ column }: SourceColumn) => {
    if (known.some((name) => isSame(name, column)) || told.has(column)) return;
    told.add(column);
    problems.push({
      file: table.name,
      place: "columns",
      expected: `a column "${column}"${didYouMean(column, known)}`,
      received: known.join(", "),
    });
  };
  const text = (source: SourceColumn) => {
    wants(source);
    return dialect.trimmed(textOf(source.column, typeOf(source.column) ?? ""));
  };
  const id = (source: SourceColumn) => {
    wants(source);
    return `trim(${textOf(source.column, typeOf(source.column) ?? "")})`;
  };
  const member = (source: SourceColumn) => {
    const own = id(source);
    const name = source.column.trim().toLowerCase();
    return cases([[`lower(${own}) = ${literal(name)}`, literal(HEADER + name)]], own);
  };
  const label = (source: SourceColumn, value: string) =>
    cases(
      [[isEmpty(text(source), format), MISSING]],
      `coalesce(${value}, ${UNREADABLE})`,
    );
  const has = (column: string) => hasColumn(table, column);
  const months = (source: MonthColumn | Constant<"none">) => {
    if (isConstant(source)) return String(MISSING);
    const how: MonthPattern = MONTH_FORMS[source.form];
    if (how.kind === "serial") {
      problems.push({
        file: "mapping.toml",
        place: `columns, ${source.column}`,
        expected: "another form than days counted by Excel, which engines do not read",
        received: source.form,
      });
      return String(UNREADABLE);
    }
    const from = hasTwoDigitYears(source.form) ? format.twoDigitYearsFrom : undefined;
    return label(source, monthOfText(text(source), how, from, dialect));
  };
  const lastMonths = (source: LastMonthColumn, lastMonthOfExtract: Month) =>
    chosen(
      `lower(${text(source)})`,
      (source.active ?? []).map((said) => [matchedText(said), lastMonthOfExtract]),
      months(source),
    );
  const codes = <Code extends string>(
    source: CodedColumn<Code> | Constant<Code>,
    codeOf: (code: Code) => number,
  ) => {
    if (isConstant(source)) return String(codeOf(source.constant));
    const written = [...codeLookup(source.codes)]
      .map(([code, standard]) => [code, codeOf(standard)] as const);
    return label(source, chosen(`lower(${text(source)})`, written, "null"));
  };
  const number = (source: SourceColumn, factor: number) => {
    wants(source);
    const isNumber = NUMERIC.test(typeOf(source.column) ?? "");
    const value = isNumber
      ? `cast(${named(source.column)} as double)`
      : numberOfText(text(source), format, dialect);
    return factor === 1 ? value : `${value} * ${factor}`;
  };
  const isWritten = (source: SourceColumn) =>
    `case when ${text(source)} = '' then 0 else 1 end`;
  return { has, id, member, months, lastMonths, codes, number, isWritten };
}

/** The text of a cell; whole numbers stored with a fraction are written without it. */
function textOf(column: string, type: string): string {
  const cell = named(column);
  const text = FRACTIONAL.test(type)
    ? `regexp_replace(cast(cast(${cell} as decimal(38, 6)) as varchar), '\\.0+$', '')`
    : `cast(${cell} as varchar)`;
  return `coalesce(${text}, '')`;
}

/** Whether a table has a column. */
export function hasColumn({ columns }: EngineTable, column: string): boolean {
  return columns.keys().some((name) => isSame(name, column));
}

/** Engines tell columns apart by letters, not by capitals. */
function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function isEmpty(text: string, { emptyMarks }: MappingFormat): string {
  const marks = ["", ...emptyMarks.map((mark) => mark.trim().toLowerCase())];
  return `lower(${text}) in (${marks.map(literal).join(", ")})`;
}

/** The number of a month, null where the text is not of the form. */
export function monthOfText(
  text: string,
  how: Exclude<MonthPattern, { kind: "serial" }>,
  twoDigitYearsFrom: number | undefined,
  dialect: SqlDialect,
): string {
  const group = (at: number) => `regexp_extract(${text}, ${literal(how.pattern)}, ${at})`;
  const digits = (at: number) => `try_cast(${group(at)} as integer)`;
  const written = digits(how.yearGroup);
  const from = twoDigitYearsFrom;
  const year = from === undefined
    ? written
    : `(${from} + mod(mod(${written} - ${from}, 100) + 100, 100))`;
  const month = how.kind === "digits"
    ? digits(how.monthGroup)
    : chosen(`lower(${group(how.monthGroup)})`, MONTH_NUMBERS, "null");
  const value = `${year} * 12 + ${month} - 1`;
  const isDay = how.dayGroup === undefined
    ? "1 = 1"
    : `${digits(how.dayGroup)} <= ${daysInSql(year, month)}`;
  const isRecorded = `${value} between ${EARLIEST_RECORDED} and ${LATEST_RECORDED}`;
  return cases(
    [[`${dialect.matches(text, how.pattern)} and ${isRecorded} and ${isDay}`, value]],
    "null",
  );
}

/** Days of a calendar month. */
function daysInSql(year: string, month: string): string {
  const isLeap =
    `mod(${year}, 4) = 0 and (mod(${year}, 100) <> 0 or mod(${year}, 400) = 0)`;
  return cases([
    [`${month} = 2`, cases([[isLeap, 29]], 28)],
    [`${month} in (4, 6, 9, 11)`, 30],
  ], 31);
}

/** A number of double precision, null where the text is none: as local files are read. */
export function numberOfText(
  text: string,
  marks: NumberMarks,
  dialect: SqlDialect,
): string {
  const { without, matches } = dialect;
  const unsigned = `concat('-', ${without(text, SIGNED_CURRENCY_PATTERN)})`;
  const amount = cases(
    [[matches(text, SIGNED_CURRENCY_PATTERN), unsigned]],
    without(text, CURRENCY_PATTERN),
  );
  const plain = without(amount, NO_SEN_PATTERN);
  const { decimalMark, thousandsSeparator } = marks;
  const ungrouped = thousandsSeparator === ""
    ? plain
    : `replace(${plain}, ${literal(thousandsSeparator)}, '')`;
  const pointed = decimalMark === "," ? `replace(${ungrouped}, ',', '.')` : ungrouped;
  return cases(
    [[matches(plain, numberPattern(marks)), `try_cast(${pointed} as double)`]],
    "null",
  );
}
