import { wordsOf } from "@jkp/language";
import { DataError, type Problem, shownValue, throwIfAny } from "@jkp/problem";
import { type ColumnKind, wantedInWords } from "@jkp/spells";
import { cellText, openSpellFile } from "@jkp/spells/read";
import type { DataFrame, Series } from "nodejs-polars";
import { CappedProblems } from "./capped_problems.ts";
import { type NumberedFrame, readCsvFrame, refuseMissing } from "./csv_frame.ts";
import { splitDurations } from "./split_durations.ts";
import type { DurationGroup } from "./survival_summary.ts";

/** Which columns of a file hold what. */
export interface DurationColumns {
  readonly duration: string;
  readonly event: string;
  readonly entry?: string | undefined;
  readonly weight?: string | undefined;
  /** Columns to split by. */
  readonly by: readonly string[];
}

/** Numbers from here on are slips: a double holds no more digits. */
const MOST = 1e15;

/**
 * Reads spells by group from a `.csv`, `.csv.gz` or `.parquet` file, groups in order of
 * their values.
 *
 * @throws {DataError} With everything that is wrong: the file, its columns, or cells by
 * row, column and value.
 *
 * @example
 * ```ts
 * import { readDurations } from "@jkp/study/read";
 * import { survivalSummary } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const path = await Deno.makeTempFile({ suffix: ".csv" });
 * await Deno.writeTextFile(path, "months,found,sex\n1,1,F\n2,0,F\n3,1,M\n");
 * const columns = { duration: "months", event: "found", by: ["sex"] };
 * const groups = await readDurations(path, columns);
 * assertEquals(groups.map(({ group }) => group.sex), ["F", "M"]);
 * assertEquals(survivalSummary(groups[0]!).rows[0]!.survival, 0.5);
 * ```
 */
export async function readDurations(
  path: string,
  columns: DurationColumns,
): Promise<DurationGroup[]> {
  const { frame, rowNumber } = await readFrame(path, columns);
  const { default: polars } = await import("nodejs-polars");
  const problems = new CappedProblems();
  const text = cellText(frame);
  const place = (row: number, column: string) =>
    `row ${rowNumber(row)}, column ${column}`;

  const numbers = (
    column: string,
    expected: string,
    isGood: (value: number) => boolean,
  ) => {
    const raw = frame.getColumn(column);
    const values = toNumbers(raw, () => raw.cast(polars.Float64, false));
    for (let row = 0; row < values.length; row++) {
      if (isGood(values[row]!)) continue;
      problems.add({
        file: path,
        place: place(row, column),
        expected: values[row]! >= MOST ? "a number of at most 15 digits" : expected,
        received: shownValue(text(row, column)) || "nothing",
      });
    }
    return values;
  };
  const isDuration = (value: number) => value >= 0 && value < MOST;
  const durations = numbers(columns.duration, "a number of 0 or more", isDuration);
  const eventObserved = numbers(
    columns.event,
    "0 or 1, true or false",
    (value) => value === 0 || value === 1,
  );
  const entry = columns.entry === undefined
    ? undefined
    : numbers(columns.entry, "a number of 0 or more", isDuration);
  const weights = columns.weight === undefined
    ? undefined
    : numbers(columns.weight, "a positive number", (value) => value > 0 && value < MOST);
  entry?.forEach((from, row) => {
    if (!(from >= durations[row]!)) return;
    problems.add({
      file: path,
      place: place(row, columns.entry!),
      expected: `less than the duration ${durations[row]}`,
      received: String(from),
    });
  });
  problems.throwIfAny(path);
  return await splitDurations(frame, columns.by, {
    durations,
    eventObserved,
    ...(entry === undefined ? {} : { entry }),
    ...(weights === undefined ? {} : { weights }),
  });
}

async function readFrame(path: string, columns: DurationColumns): Promise<NumberedFrame> {
  const { duration, event, entry, weight, by } = columns;
  const named = [duration, event, entry, weight, ...by];
  const wanted = [...new Set(named.filter((name) => name !== undefined))];
  const read = /\.csv(\.gz)?$/.test(path)
    ? await readCsvFrame(path, wanted)
    : await readParquetFrame(path, wanted, columns.by);
  if (read.frame.height === 0) {
    throw new DataError([{ file: path, expected: "at least one row", received: "none" }]);
  }
  return read;
}

/** What a Parquet file may hold in a column of numbers, and in one to split by. */
const NUMBER_KINDS: readonly ColumnKind[] = ["numbers", "text", "truth values"];
const GROUP_KINDS: readonly ColumnKind[] = [...NUMBER_KINDS, "dates", "timestamps"];

async function readParquetFrame(
  path: string,
  wanted: readonly string[],
  by: readonly string[],
): Promise<NumberedFrame> {
  if (!path.endsWith(".parquet")) {
    const expected = "a file ending in .csv or .parquet, or .csv.gz";
    throw new DataError([{ file: path, expected }]);
  }
  const file = await openSpellFile(path, { delimiter: ",", encoding: "utf-8" });
  refuseMissing(path, file.columns, wanted);
  throwIfAny(wanted.flatMap((name): Problem[] => {
    const kind = file.kinds?.get(name);
    const allowed = by.includes(name) ? GROUP_KINDS : NUMBER_KINDS;
    if (kind === undefined || allowed.includes(kind)) return [];
    const expected = `a column of ${by.includes(name) ? "text or " : ""}numbers`;
    return [{ file: path, place: `column ${name}`, expected, received: kind }];
  }));
  const { default: polars } = await import("nodejs-polars");
  const problems = new CappedProblems();
  const words = wordsOf("en").check.expected;
  const frames: DataFrame[] = [];
  for await (const { frame, broken } of file.rows(wanted)) {
    frames.push(frame);
    for (const { row, column, value, expected } of broken) {
      const place = `row ${row}, column ${column}`;
      problems.add({
        file: path,
        place,
        expected: wantedInWords(expected, words),
        received: shownValue(value),
      });
    }
  }
  problems.throwIfAny(path);
  const none = polars.DataFrame(Object.fromEntries(wanted.map((name) => [name, []])));
  const frame = frames.length > 1 ? polars.concat(frames) : frames[0] ?? none;
  return { frame, rowNumber: (row) => row + 1 };
}

/** A column of numbers, in whatever width. */
type NumberColumn = Float64Array | Float32Array | Int32Array | Int16Array | Int8Array;

/** 1 for `true` and 0 for `false`, however written; NaN for all else. */
function truthValue(cell: unknown): number {
  const text = String(cell ?? "").trim().toLowerCase();
  return text === "true" ? 1 : text === "false" ? 0 : NaN;
}

/** A column as numbers, NaN where a cell is none; `true` and `false` are 1 and 0. */
function toNumbers(raw: Series, toFloats: () => Series): NumberColumn {
  if (raw.nullCount() === 0 && raw.isNumeric()) {
    const values: unknown = raw.toTypedArray(); // as stored: small, and not copied
    const isSmall =
      !(values instanceof BigInt64Array || values instanceof BigUint64Array);
    if (isSmall) return values as NumberColumn;
  }
  const cast = toFloats();
  if (cast.nullCount() === 0) return new Float64Array(cast.toTypedArray());
  const values: ArrayLike<unknown> = cast.toArray();
  const texts: ArrayLike<unknown> = raw.isString() ? raw.toArray() : [];
  const numbers = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    numbers[row] = value === null ? truthValue(texts[row]) : Number(value);
  }
  return numbers;
}
