import { DataError } from "@jkp/problem";
import { nextTurn } from "./next_turn.ts";
import { polars } from "./polars.ts";
import type { RowBatch, SpellFile } from "./spell_file.ts";

/** Rows read at once. */
const BATCH_ROWS = 1_000_000;

/**
 * Opens a Parquet file.
 * @throws {DataError} If it is no Parquet file.
 */
export function openParquetFile(path: string): Promise<SpellFile> {
  return Promise.resolve().then(() => {
    const columns = located(
      path,
      () => polars.scanParquet(path).limit(0).collectSync().columns,
    );
    return { path, columns, rows: (wanted) => readRows(path, wanted) };
  });
}

async function* readRows(
  path: string,
  wanted: readonly string[],
): AsyncGenerator<RowBatch> {
  for (let row = 0;; row += BATCH_ROWS) {
    const frame = located(
      path,
      () =>
        polars.scanParquet(path).slice(row, BATCH_ROWS).select(...wanted).collectSync(),
    );
    if (frame.height > 0) yield { frame, firstRow: row + 1, broken: [] };
    await nextTurn();
    if (frame.height < BATCH_ROWS) return;
  }
}

/** Turns errors of polars into a problem of the file. */
function located<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    const received = error instanceof Error ? error.message : String(error);
    throw new DataError([{ file: path, expected: "a Parquet file", received }]);
  }
}
