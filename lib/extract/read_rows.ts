import { type CsvRow, parseCsv } from "@jkp/files";
import { DataError, type Problem } from "@jkp/problem";
import { columnsOf, type FileSpec } from "./file_spec.ts";

/** A row with the line of the file it stands on. */
export interface LocatedRow<Row> {
  readonly line: number;
  readonly row: Row;
}

/** The rows of a file, or what is wrong with it. */
export interface RowsRead<Row> {
  /** Path of the file, for messages. */
  readonly file: string;
  /** Rows whose cells are all well-formed. */
  readonly rows: readonly LocatedRow<Row>[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the cells of a file and finds keys that stand twice.
 *
 * @param file Path of the file, for messages.
 * @param text Its text.
 * @param spec What the file must look like.
 * @returns The rows and every problem, in the order of the file.
 *
 * @example A negative count
 * ```ts
 * import { INACTIVE_FILE } from "./file_spec.ts";
 * import { readRows } from "./read_rows.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const text = "months_since_last_contribution,members\n0,-5\n";
 * const { problems } = readRows("inactive.csv", text, INACTIVE_FILE);
 * assertEquals(problems[0]!.place, "row 2, column members");
 * ```
 */
export function readRows<Row>(
  file: string,
  text: string,
  spec: FileSpec<Row>,
): RowsRead<Row> {
  const names = columnsOf(spec).map(({ column }) => column.name);
  let csvRows: CsvRow[];
  try {
    csvRows = parseCsv(file, text, names);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return { file, rows: [], problems: error.problems };
  }
  const rows: LocatedRow<Row>[] = [];
  const problems: Problem[] = [];
  const lineByKey = new Map<string, number>();
  const keyNames = spec.key.map((field) => spec.columns[field].name);
  for (const csvRow of csvRows) {
    const { row, problems: badCells } = parseRow(file, csvRow, spec);
    problems.push(...badCells);
    if (row === undefined) continue;
    const { line, cells } = csvRow;
    const key = keyNames.map((name) => cells[name]).join(" ");
    const earlier = lineByKey.get(key);
    if (earlier !== undefined) {
      problems.push({
        file,
        place: `row ${line}, column ${keyNames.join(", ")}`,
        expected: `a key that stands once (it stands in row ${earlier})`,
        received: key,
      });
    }
    lineByKey.set(key, line);
    rows.push({ line, row });
  }
  return { file, rows, problems };
}

/** The values of a row, or a problem for each cell that is not accepted. */
function parseRow<Row>(
  file: string,
  { line, cells }: CsvRow,
  spec: FileSpec<Row>,
): { row?: Row; problems: Problem[] } {
  const row: Partial<Row> = {};
  const problems: Problem[] = [];
  for (const { field, column } of columnsOf(spec)) {
    const cell = cells[column.name]!;
    const value = column.kind.parse(cell);
    if (value === undefined) {
      problems.push({
        file,
        place: `row ${line}, column ${column.name}`,
        expected: column.kind.expected,
        received: cell === "" ? "nothing" : cell,
      });
    } else row[field] = value;
  }
  return problems.length > 0 ? { problems } : { row: row as Row, problems };
}
