import { problemsIn, saidTogether, type Words, wordsOf } from "@jkp/language";
import { DataError, didYouMean, hasUnseen, type Problem, shownValue } from "@jkp/problem";
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
  readonly check?: (row: Partial<Row>, words: Words) => readonly RowProblem<Row>[];
}

/** The shape of one file: which column stands where. */
interface Layout {
  readonly file: string;
  /** In which its problems are said. */
  readonly words: Words;
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
  return tableIn(file, text, columns, rules, wordsOf("en"));
}

/** The table, with its problems in words of a language. */
function tableIn<const Of extends Columns>(
  file: string,
  text: string,
  columns: Of,
  rules: TableRules<RowOf<Of>>,
  words: Words,
): TableRead<RowOf<Of>> {
  const rows: LocatedRow<RowOf<Of>>[] = [];
  const read = scanIn(file, text, columns, rules, words, (row, line) => {
    rows.push({ line, row });
  });
  return { file, rows, ...read };
}

/**
 * Reads the text of a CSV table as {@link checkTable} does, and passes its good rows on one
 * by one: for millions of them.
 *
 * @param file Name of the file, for messages.
 * @param text Its text.
 * @param columns What the file must have.
 * @param rules What it must keep to besides.
 * @param take Gets each good row with its line.
 * @returns The file's columns, and every problem, row by row.
 *
 * @example
 * ```ts
 * import { cell, scanTable } from "@jkp/files";
 * import { assertEquals } from "@std/assert";
 *
 * let members = 0;
 * const columns = { members: ["members", cell.count] } as const;
 * const { problems } = scanTable("m.csv", "members\n2\n3\nx\n", columns, {}, (row) => {
 *   members += row.members;
 * });
 * assertEquals([members, problems.length], [5, 1]);
 * ```
 */
export function scanTable<const Of extends Columns>(
  file: string,
  text: string,
  columns: Of,
  rules: TableRules<RowOf<Of>>,
  take: (row: RowOf<Of>, line: number) => void,
): Pick<TableRead<RowOf<Of>>, "header" | "problems"> {
  return scanIn(file, text, columns, rules, wordsOf("en"), take);
}

function scanIn<const Of extends Columns>(
  file: string,
  text: string,
  columns: Of,
  rules: TableRules<RowOf<Of>>,
  words: Words,
  take: (row: RowOf<Of>, line: number) => void,
): Pick<TableRead<RowOf<Of>>, "header" | "problems"> {
  const records = csvRecords(file, text);
  let header: readonly string[];
  try {
    header = records.next().value?.cells ?? [];
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return { header: [], problems: problemsIn(error, words) };
  }
  const unfit = headerProblems(file, header, columns, words);
  if (unfit.length > 0) return { header, problems: unfit };
  const problems = rules.hasOnlyThese ? unknownColumns(file, header, columns, words) : [];
  const layout = {
    ...layoutOf(file, header, columns),
    words,
    mayHaveUnseen: hasUnseen(text.replace(/^\ufeff/, "")),
  };
  const lineByKey = new Map<string, number>();
  let hasRecords = false;
  for (const record of records) {
    hasRecords = true;
    const { row, problems: found } = readRow(record, layout, rules);
    problems.push(...found);
    if (found.length > 0) continue;
    problems.push(...keyAgain(record, layout, rules, lineByKey));
    take(row as RowOf<Of>, record.line);
  }
  if (rules.hasRows && !hasRecords) {
    const { table, none } = words.files;
    problems.push({ file, expected: table.oneRow, received: none });
  }
  return { header, problems };
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
  const read = (words: Words) => tableIn(file, text, columns, rules, words);
  const { rows, problems } = read(wordsOf("en"));
  if (problems.length > 0) throw saidTogether((words) => read(words).problems, problems);
  return rows;
}

/** Columns that are missing or there twice: without them no row can be read. */
function headerProblems(
  file: string,
  header: readonly string[],
  columns: Columns,
  { files: { table, place }, problem }: Words,
): Problem[] {
  const missing = Object.values(columns)
    .filter(([name, , presence]) => presence !== "optional" && !header.includes(name));
  const again = header.filter((name, i) => header.indexOf(name) < i);
  return [
    ...missing.map(([name]) => ({
      file,
      place: place.header,
      expected: table.column(
        name,
        didYouMean(name, unknownTo(columns, header), problem),
      ),
      received: header.join(", ") || table.emptyFile,
    })),
    ...again.map((name) => ({
      file,
      place: place.header,
      expected: table.columnOnce,
      received: table.again(name),
    })),
  ];
}

function unknownColumns(
  file: string,
  header: readonly string[],
  columns: Columns,
  { files: { table, place }, problem }: Words,
): Problem[] {
  const known = Object.values(columns).map(([name]) => name);
  return unknownTo(columns, header).map((name) => ({
    file,
    place: place.header,
    expected: table.onlyColumns(known.join(", ")),
    received: `${name}${
      didYouMean(name, known.filter((each) => !header.includes(each)), problem)
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
): Omit<Layout, "mayHaveUnseen" | "words"> {
  const fields = Object.entries(columns)
    .map(([field, [name, reader]]) => ({ field, name, reader, at: header.indexOf(name) }))
    .filter(({ at }) => at >= 0);
  return { file, width: header.length, fields };
}

const NOTHING: readonly never[] = [];

/** The fields of a row that could be read, and what is wrong with the others. */
function readRow<Row>(
  { line, cells }: CsvRecord,
  { file, words, width, mayHaveUnseen, fields }: Layout,
  { check }: TableRules<Row>,
): { row: Partial<Row>; problems: readonly Problem[] } {
  if (cells.length !== width) {
    const { place, table } = words.files;
    const expected = table.cellsAsInHeader(width);
    const received = String(cells.length);
    return { row: {}, problems: [{ file, place: place.row(line), expected, received }] };
  }
  const values: Record<string, unknown> = {};
  for (const { field, reader, at } of fields) {
    const value = reader.read(cells[at]!);
    const isSeen = !mayHaveUnseen || !hasUnseen(cells[at]!);
    if (value !== undefined && isSeen) values[field] = value;
  }
  const row = values as Partial<Row>;
  const across = check?.(row, words) ?? NOTHING;
  if (across.length === 0 && Object.keys(values).length === fields.length) {
    return { row, problems: NOTHING };
  }
  const { place, table, nothing } = words.files;
  const problems = fields.flatMap(({ field, name, reader, at }): Problem[] => {
    const found = field in values
      ? across.filter(({ column }) => column === field)
      : hasUnseen(cells[at]!)
      ? [{ expected: table.seenCharacters }]
      : [{ expected: reader.said?.(words) ?? reader.expected }];
    return found.map(({ expected }) => ({
      file,
      place: place.cell(line, name),
      expected,
      received: shownValue(cells[at]!) || nothing,
    }));
  });
  return { row, problems };
}

/** The problem of a key that an earlier row has. */
function keyAgain<Row>(
  { line, cells }: CsvRecord,
  { file, words: { files: { place, table } }, fields }: Layout,
  { key }: TableRules<Row>,
  lineByKey: Map<string, number>,
): readonly Problem[] {
  if (key === undefined) return NOTHING;
  const own = fields.filter(({ field }) => key.includes(field as keyof Row));
  const values = own.map(({ at }) => cells[at]);
  const text = JSON.stringify(values);
  const earlier = lineByKey.get(text);
  lineByKey.set(text, line);
  if (earlier === undefined) return [];
  if (own.length === 0) {
    return [{ file, place: place.row(line), expected: table.noRowAfter(earlier) }];
  }
  return [{
    file,
    place: place.cell(line, own.map(({ name }) => name).join(", ")),
    expected: table.keyOnce(earlier),
    received: values.join(" "),
  }];
}
