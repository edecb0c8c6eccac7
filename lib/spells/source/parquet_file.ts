import { saidError } from "@jkp/language";
import type { DataError } from "@jkp/problem";
import type { DataFrame, LazyDataFrame } from "nodejs-polars";
import type { BrokenLine } from "./broken_lines.ts";
import { nextTurn } from "./next_turn.ts";
import { type ParquetColumn, parquetColumn } from "./parquet_columns.ts";
import { isWholeParquet } from "./parquet_structure.ts";
import { polars } from "./polars.ts";
import type { RowBatch, SpellFile } from "./spell_file.ts";

/** Rows read at once. */
const BATCH_ROWS = 1_000_000;

/** From here on numbers with a fraction leave whole numbers out. */
const MOST_WHOLE = 2 ** 53;

/** What is said of Parquet files, which say all else themselves. */
export interface ParquetFormat {
  /** Zone whose clock says on which day a moment was; without it moments are refused. */
  readonly timeZone?: string;
}

/**
 * Opens a Parquet file. Its name is taken as it is, whatever stands in it.
 * @throws {DataError} If it is no Parquet file.
 */
export function openParquetFile(
  path: string,
  { timeZone }: ParquetFormat = {},
): Promise<SpellFile> {
  return Promise.resolve().then(() => {
    if (!isWholeParquet(path)) throw damaged(path);
    const empty = located(path, () => scan(path).limit(0).collectSync());
    const columns = new Map(
      empty.columns.map((name) => [name, parquetColumn(empty, name)]),
    );
    return {
      path,
      columns: empty.columns,
      kinds: new Map(columns.values().map(({ name, kind }) => [name, kind])),
      rows: (wanted, { keepsDates = false } = {}) =>
        readRows(path, wanted.map((name) => columns.get(name)!), {
          keepsDates,
          takesZones: timeZone !== undefined,
        }),
    };
  });
}

function scan(path: string): LazyDataFrame {
  return polars.scanParquet(path, { glob: false, hivePartitioning: false });
}

async function* readRows(
  path: string,
  wanted: readonly ParquetColumn[],
  { keepsDates, takesZones }: {
    readonly keepsDates: boolean;
    readonly takesZones: boolean;
  },
): AsyncGenerator<RowBatch> {
  const marks = wanted.flatMap(({ isNoText }, at) =>
    isNoText === undefined ? [] : [isNoText.alias(`no text ${at}`)]
  );
  const columns = wanted.map(({ read, asDates }) => keepsDates ? asDates ?? read : read);
  for (let row = 0;; row += BATCH_ROWS) {
    const all = located(
      path,
      () =>
        scan(path).slice(row, BATCH_ROWS)
          .select(...columns, ...marks).collectSync(),
    );
    const frame = marks.length === 0
      ? all
      : all.select(...wanted.map(({ name }) => name));
    if (!takesZones) refuseZones(path, frame, wanted, row + 1);
    if (frame.height > 0) {
      const broken = wanted.flatMap((column, at) =>
        brokenCells(all, column, at, row + 1)
      );
      yield { frame, firstRow: row + 1, broken };
    }
    await nextTurn();
    if (frame.height < BATCH_ROWS) return;
  }
}

/**
 * Refuses moments of a time zone: on which day one was depends on whose clock is read, and
 * the zone that a program wrote need not be the one in which the day was meant.
 * @throws {DataError} With the first one, and all columns that hold such: the program that
 * wrote the file is the one cause.
 */
function refuseZones(
  path: string,
  frame: DataFrame,
  wanted: readonly ParquetColumn[],
  firstRow: number,
): void {
  const moments = wanted.filter(({ hasZone }) => hasZone).flatMap(({ name }) => {
    const cells = frame.getColumn(name).toArray() as (string | null)[];
    const row = cells.findIndex((cell) => cell !== null);
    return row === -1 ? [] : [{ name, row, cell: cells[row]! }];
  });
  const [first] = moments.toSorted((a, b) => a.row - b.row);
  if (first === undefined) return;
  const columns = moments.map(({ name }) => name).join(", ");
  throw saidError([({ files, extract }) => ({
    file: path,
    place: files.place.cell(firstRow + first.row, first.name),
    expected: extract.source.withoutZone(columns),
    received: first.cell,
  })]);
}

/** Cells of a column that hold bytes which are no text, or numbers that lost their end. */
function brokenCells(
  frame: DataFrame,
  { name, isNoText }: ParquetColumn,
  at: number,
  firstRow: number,
): BrokenLine[] {
  if (isNoText !== undefined) {
    const marks = frame.getColumn(`no text ${at}`).toArray() as (boolean | null)[];
    return marks.flatMap((isWrong, row) =>
      isWrong === true
        ? [{
          row: firstRow + row,
          column: name,
          value: "",
          what: "otherBytes",
          expected: ["utf8"],
          fault: "unfit cell",
        }]
        : []
    );
  }
  const column = frame.getColumn(name);
  if (!column.isFloat() || !(Number(column.max()) >= MOST_WHOLE)) return [];
  const values = column.toArray() as (number | null)[];
  return values.map((value, row) => ({ value, row }))
    .filter(({ value }) => value !== null && value >= MOST_WHOLE && value < Infinity)
    .map(({ value, row }) => ({
      row: firstRow + row,
      column: name,
      value: String(value),
      expected: ["fifteenDigitsKept"],
      fault: "unfit cell",
    }));
}

/** Turns errors of polars into a problem of the file. */
function located<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const isFault = /panic|unwrap|assertion|out of (range|bounds)/i.test(reason);
    throw isFault ? damaged(path) : saidError([({ extract }) => ({
      file: path,
      expected: extract.source.parquet,
      received: reason,
    })]);
  }
}

function damaged(path: string): DataError {
  return saidError([({ extract: { source } }) => ({
    file: path,
    expected: source.parquet,
    received: source.damaged,
  })]);
}
