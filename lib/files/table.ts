import {
  DataError,
  didYouMean,
  hasUnseen,
  type Problem,
  shownValue,
  throwIfAny,
} from "@jkp/problem";
import type { CellReader } from "./cell.ts";
import { type CsvRecord, csvRecords } from "./csv_records.ts";

/** A column: its name in the file, how its cells are read, whether it may be missing. */
type Column<Value = unknown> = readonly [
  name: string,
  reader: CellReader<Value>,
  presence?: "optional",
];

/** The columns of a table, by the names that the code uses. */
export type Columns = Readonly<Record<string, Column>>;

type ValueIn<Of> = Of extends readonly [string, CellReader<infer Value>, ...unknown[]]
  ? Value
  : never;
type OptionalIn<Of extends Columns> = {
  [Name in keyof Of]: Of[Name] extends readonly [string, unknown, "optional"] ? Name
    : never;
}[keyof Of];

/** A row of a table; without those fields whose column the file does not have. */
export type RowOf<Of extends Columns> =
  & { readonly [Name in Exclude<keyof Of, OptionalIn<Of>>]: ValueIn<Of[Name]> }
  & { readonly [Name in OptionalIn<Of>]?: ValueIn<Of[Name]> };

/** A row with the line of the file on which it begins. */
export interface LocatedRow<Row> {
  readonly line: number;
  readonly row: Row;
}

/** The rows of a table, and everything that is wrong with it. */
export interface TableRead<Row> {
  /** Name of the file, for messages. */
  readonly file: string;
  /** Names of the file's columns, in its order. */
  readonly header: readonly string[];
  /** The rows of which every cell was accepted. */
  readonly rows: readonly LocatedRow<Row>[];
  readonly problems: readonly Problem[];
}

/** What is wrong with a row whose cells are right one by one. */
export interface RowProblem<Row> {
  readonly column: keyof Row;
  readonly expected: string;
}

/** What a table must keep to, beyond its columns. */
export interface TableRules<Row> {
  /**
   * Whether columns that are not described are refused. Otherwise they are passed over.
   * @default {false}
   */
  readonly hasOnlyThese?: boolean;
  /**
   * Whether a table without rows is refused.
   * @default {false}
   */
  readonly hasRows?: boolean;
  /** Fields that together stand once; an empty list if there may be one row only. */
  readonly key?: readonly (keyof Row)[];
  /**
   * Finds parts of a row that contradict each other; it gets the fields that could be
   * read.
   */
  readonly check?: (row: Partial<Row>) => readonly RowProblem<Row>[];
}

/** The shape of one file: which column stands where. */
interface Layout {
  readonly file: string;
  readonly width: number;
  /** Whether some cell of the file may hold a character that nobody sees. */
  readonly mayHaveUnseen: boolean;
  /** Described columns that the file has, with their place in its rows. */
  readonly fields: readonly {
    readonly field: string;
    readonly name: string;
    readonly reader: CellReader<unknown>;
    readonly at: number;
  }[];
}

/**
 * Reads the text of a CSV table and gathers everything that is wrong with it.
 *
 * Blanks around a cell do not count. Rows are known by the line on which they begin, empty
 * lines and line breaks in quotes counted.
 *
 * @param file Name of the file, for messages.
 * @param text Its text.
 * @param columns What the file must have.
 * @param rules What it must keep to besides.
 * @returns Its good rows, and every problem, row by row.
 *
 * @example Two problems and a good row
 * ```ts
 * import { cell, checkTable } from "@jkp/files";
 * import { DataError } from "@jkp/problem";
 * import { assertEquals } from "@std/assert";
 *
 * const columns = { year: ["year", cell.year], members: ["members", cell.count] } as const;
 * const text = "year,members\n2019,25897396\n19,x\n";
 * const { rows, problems } = checkTable("members.csv", text, columns);
 * assertEquals(rows, [{ line: 2, row: { year: 2019, members: 25_897_396 } }]);
 * assertEquals(
 *   new DataError(problems).message,
 *   "members.csv: row 3, column year: expected a year of four digits, got 19\n" +
 *     "members.csv: row 3, column members: expected a whole number of 0 or more, got x",
 * );
 * ```
 */
export function checkTable<const Of extends Columns>(
  file: string,
  text: string,
  columns: Of,
  rules: TableRules<RowOf<Of>> = {},
): TableRead<RowOf<Of>> {
  let records: Iterator<CsvRecord>;
  try {
    records = csvRecords(file, text)[Symbol.iterator]();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return { file, header: [], rows: [], problems: error.problems };
  }
  const header = (records.next().value as CsvRecord | undefined)?.cells ?? [];
  const unfit = headerProblems(file, header, columns);
  if (unfit.length > 0) return { file, header, rows: [], problems: unfit };
  const problems = rules.hasOnlyThese ? unknownColumns(file, header, columns) : [];
  const layout = {
    ...layoutOf(file, header, columns),
    mayHaveUnseen: hasUnseen(text.replace(/^\ufeff/, "")),
  };
  const rows: LocatedRow<RowOf<Of>>[] = [];
  const lineByKey = new Map<string, number>();
  let count = 0;
  for (let next = records.next(); !next.done; next = records.next()) {
    const record = next.value;
    count++;
    const { row, problems: found } = readRow(record, layout, rules);
    problems.push(...found);
    if (found.length > 0) continue;
    const { line } = record;
    problems.push(...keyAgain(record, layout, rules, lineByKey));
    rows.push({ line, row: row as RowOf<Of> });
  }
  if (rules.hasRows && count === 0) {
    problems.push({ file, expected: "at least one row", received: "none" });
  }
  return { file, header, rows, problems };
}

/**
 * Reads the text of a CSV table, all of which must be right.
 *
 * @param file Name of the file, for messages.
 * @param text Its text.
 * @param columns What the file must have.
 * @param rules What it must keep to besides.
 * @returns Its rows in order, each with its line.
 * @throws {DataError} With every problem that {@link checkTable} finds.
 *
 * @example
 * ```ts
 * import { cell, parseTable } from "@jkp/files";
 * import { DataError } from "@jkp/problem";
 * import { assertThrows } from "@std/assert";
 *
 * const columns = { year: ["year", cell.year] } as const;
 * const read = () => parseTable("a.csv", "years\n2019\n", columns);
 * assertThrows(read, DataError, 'expected a column "year" (did you mean years?), got years');
 * ```
 */
export function parseTable<const Of extends Columns>(
  file: string,
  text: string,
  columns: Of,
  rules: TableRules<RowOf<Of>> = {},
): readonly LocatedRow<RowOf<Of>>[] {
  const { rows, problems } = checkTable(file, text, columns, rules);
  throwIfAny(problems);
  return rows;
}

/** Columns that are missing or there twice: without them no row can be read. */
function headerProblems(
  file: string,
  header: readonly string[],
  columns: Columns,
): Problem[] {
  const missing = Object.values(columns)
    .filter(([name, , presence]) => presence !== "optional" && !header.includes(name));
  const again = header.filter((name, i) => header.indexOf(name) < i);
  return [
    ...missing.map(([name]) => ({
      file,
      place: "header",
      expected: `a column "${name}"${didYouMean(name, unknownTo(columns, header))}`,
      received: header.join(", ") || "an empty file",
    })),
    ...again.map((name) => ({
      file,
      place: "header",
      expected: "each column once",
      received: `"${name}" again`,
    })),
  ];
}

function unknownColumns(
  file: string,
  header: readonly string[],
  columns: Columns,
): Problem[] {
  const known = Object.values(columns).map(([name]) => name);
  return unknownTo(columns, header).map((name) => ({
    file,
    place: "header",
    expected: `only columns of ${known.join(", ")}`,
    received: `${name}${
      didYouMean(name, known.filter((each) => !header.includes(each)))
    }`,
  }));
}

/** Columns of a file that are not described. */
function unknownTo(columns: Columns, header: readonly string[]): string[] {
  const known = new Set(Object.values(columns).map(([name]) => name));
  return header.filter((name) => !known.has(name));
}

function layoutOf(
  file: string,
  header: readonly string[],
  columns: Columns,
): Omit<Layout, "mayHaveUnseen"> {
  const fields = Object.entries(columns)
    .map(([field, [name, reader]]) => ({ field, name, reader, at: header.indexOf(name) }))
    .filter(({ at }) => at >= 0);
  return { file, width: header.length, fields };
}

/** The fields of a row that could be read, and what is wrong with the others. */
function readRow<Row>(
  { line, cells }: CsvRecord,
  { file, width, mayHaveUnseen, fields }: Layout,
  { check = () => [] }: TableRules<Row>,
): { row: Partial<Row>; problems: readonly Problem[] } {
  const row: Partial<Row> = {};
  if (cells.length !== width) {
    const expected = `${width} cells, as in the header`;
    const received = String(cells.length);
    return { row, problems: [{ file, place: `row ${line}`, expected, received }] };
  }
  const values: Record<string, unknown> = {};
  for (const { field, reader, at } of fields) {
    const value = reader.read(cells[at]!);
    const isSeen = !mayHaveUnseen || !hasUnseen(cells[at]!);
    if (value !== undefined && isSeen) values[field] = value;
  }
  Object.assign(row, values);
  const across = check(row);
  const problems = fields.flatMap(({ field, name, reader, at }): Problem[] => {
    const found = field in values
      ? across.filter(({ column }) => column === field)
      : hasUnseen(cells[at]!)
      ? [{ expected: "a text without characters that are not seen" }]
      : [reader];
    return found.map(({ expected }) => ({
      file,
      place: `row ${line}, column ${name}`,
      expected,
      received: shownValue(cells[at]!) || "nothing",
    }));
  });
  return { row, problems };
}

/** The problem of a key that an earlier row has. */
function keyAgain<Row>(
  { line, cells }: CsvRecord,
  { file, fields }: Layout,
  { key }: TableRules<Row>,
  lineByKey: Map<string, number>,
): Problem[] {
  if (key === undefined) return [];
  const own = fields.filter(({ field }) => key.includes(field as keyof Row));
  const values = own.map(({ at }) => cells[at]);
  const text = JSON.stringify(values);
  const earlier = lineByKey.get(text);
  lineByKey.set(text, line);
  if (earlier === undefined) return [];
  if (own.length === 0) {
    return [{ file, place: `row ${line}`, expected: `no row after row ${earlier}` }];
  }
  return [{
    file,
    place: `row ${line}, column ${own.map(({ name }) => name).join(", ")}`,
    expected: `a key that stands once (it stands in row ${earlier})`,
    received: values.join(" "),
  }];
}
