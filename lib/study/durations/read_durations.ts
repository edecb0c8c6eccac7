import {
  DataError,
  furtherProblems,
  type Problem,
  shownValue,
  throwIfAny,
} from "@jkp/problem";
import type { ColumnKind } from "@jkp/spells";
import { cellText, openSpellFile } from "@jkp/spells/read";
import type { Observations } from "@jkp/survival";
import type { DataFrame, Series } from "nodejs-polars";
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

/** Problems that are worded; the rest are counted. */
const MOST_WORDED = 20;

/**
 * Reads spells by group from a `.csv` or `.parquet` file, groups in order of their
 * values.
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
  const problems = new CappedProblems();
  const { frame, rowOf } = await readFrame(path, columns, problems);
  const { default: polars } = await import("nodejs-polars");
  const text = cellText(frame);

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
        place: `row ${rowOf(row)}, column ${column}`,
        expected,
        received: shownValue(text(row, column)) || "nothing",
      });
    }
    return values;
  };
  const isDuration = (value: number) => value >= 0 && value < Infinity;
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
    : numbers(columns.weight, "a positive number", (value) =>
      value > 0 && value < Infinity);
  entry?.forEach((from, row) => {
    if (!(from >= durations[row]!)) return;
    problems.add({
      file: path,
      place: `row ${rowOf(row)}, column ${columns.entry!}`,
      expected: `less than the duration ${durations[row]}`,
      received: String(from),
    });
  });
  problems.throwIfAny(path);
  const toText = (column: Series) => column.cast(polars.Utf8);
  return split(frame, columns.by, toText, {
    durations,
    eventObserved,
    ...(entry === undefined ? {} : { entry }),
    ...(weights === undefined ? {} : { weights }),
  });
}

/** A file read whole, with the number of each row as a person would count. */
interface FrameRead {
  readonly frame: DataFrame;
  readonly rowOf: (row: number) => number;
}

/** Name of a column for the numbers of rows, which no file has. */
const ROW = "\0row";

async function readFrame(
  path: string,
  columns: DurationColumns,
  problems: CappedProblems,
): Promise<FrameRead> {
  if (!/\.(csv|parquet)$/i.test(path)) {
    throw new DataError([{ file: path, expected: "a file ending in .csv or .parquet" }]);
  }
  const file = await openSpellFile(path);
  const numeric = [columns.duration, columns.event, columns.entry, columns.weight]
    .filter((name) => name !== undefined);
  const wanted = [...new Set([...numeric, ...columns.by])];
  throwIfAny(wanted.flatMap((name): Problem[] => {
    if (!file.columns.includes(name)) {
      const received = file.columns.join(", ");
      return [{ file: path, place: "header", expected: `a column "${name}"`, received }];
    }
    const kind = file.kinds?.get(name);
    const mayBe = numeric.includes(name) ? NUMBER_KINDS : GROUP_KINDS;
    if (kind === undefined || mayBe.includes(kind)) return [];
    const expected = `a column of ${
      numeric.includes(name) ? "numbers" : "text or numbers"
    }`;
    return [{ file: path, place: `column ${name}`, expected, received: kind }];
  }));
  const { default: polars } = await import("nodejs-polars");
  const isFilled = polars.anyHorizontal(
    wanted.map((name) =>
      polars.col(name).cast(polars.Utf8).fillNull(polars.lit("")).neq(polars.lit(""))
    ),
  );
  const frames: DataFrame[] = [];
  for await (const { frame, firstRow, broken } of file.rows(wanted)) {
    for (const { row, column, value, expected } of broken) {
      const place = column === undefined ? `row ${row}` : `row ${row}, column ${column}`;
      problems.add({ file: path, place, expected, received: shownValue(value) });
    }
    const rows = Float64Array.from({ length: frame.height }, (_, i) => firstRow + i);
    const numbered = frame.withColumn(polars.Series(ROW, rows));
    // an empty line of a text file is no row
    frames.push(file.kinds === undefined ? numbered.filter(isFilled) : numbered);
  }
  const [first] = frames;
  const frame = first === undefined || frames.length === 1
    ? first
    : polars.concat(frames);
  if (frame === undefined || frame.height === 0) {
    problems.throwIfAny(path);
    throw new DataError([{ file: path, expected: "at least one row", received: "none" }]);
  }
  const rows = frame.getColumn(ROW).toTypedArray() as Float64Array;
  return { frame, rowOf: (row) => rows[row]! };
}

/** What a file may say of a column that is read as numbers, and of one to split by. */
const NUMBER_KINDS: readonly ColumnKind[] = ["numbers", "text", "truth values"];
const GROUP_KINDS: readonly ColumnKind[] = [...NUMBER_KINDS, "dates", "timestamps"];

/** A column of numbers, in whatever width. */
type NumberColumn = Float64Array | Float32Array | Int32Array | Int16Array | Int8Array;

/** A column as numbers, NaN where a cell is none; `true` and `false` are 1 and 0. */
function toNumbers(raw: Series, toFloats: () => Series): NumberColumn {
  if (raw.nullCount() === 0 && raw.isNumeric()) {
    const values: unknown = raw.toTypedArray(); // as stored: small, and not copied
    const isSmall =
      !(values instanceof BigInt64Array || values instanceof BigUint64Array);
    if (isSmall) return values as NumberColumn;
  }
  const cast = toFloats();
  if (cast.nullCount() === 0) return Float64Array.from(cast.toTypedArray());
  const values: ArrayLike<unknown> = cast.toArray();
  const isText = raw.isString();
  return Float64Array.from(values, (value, row) => {
    if (value !== null) return Number(value);
    const text = isText ? String(raw.get(row) ?? "").trim().toLowerCase() : "";
    return text === "true" ? 1 : text === "false" ? 0 : NaN;
  });
}

/** Problems: the first are kept, the rest only counted. */
class CappedProblems {
  readonly #worded: Problem[] = [];
  #more = 0;

  add(problem: Problem): void {
    if (this.#worded.length < MOST_WORDED) this.#worded.push(problem);
    else this.#more++;
  }

  throwIfAny(file: string): void {
    if (this.#worded.length === 0) return;
    const more = this.#more === 0 ? [] : [furtherProblems(file, this.#more)];
    throw new DataError([...this.#worded, ...more]);
  }
}

/** Splits columns by the values of others, groups in order of their values. */
function split(
  frame: DataFrame,
  by: readonly string[],
  toText: (column: Series) => Series,
  all: Observations,
): DurationGroup[] {
  if (by.length === 0) return [{ group: {}, observations: all }];
  const texts = by.map((column) => {
    const values = frame.getColumn(column);
    const isPlain = values.isString() || values.isFloat();
    return (isPlain ? values : toText(values)).toArray();
  });
  const rowsByKey = new Map<string, number[]>();
  for (let row = 0; row < all.durations.length; row++) {
    const key = JSON.stringify(texts.map((column) => String(column[row] ?? "")));
    const rows = rowsByKey.get(key);
    if (rows === undefined) rowsByKey.set(key, [row]);
    else rows.push(row);
  }
  const groups = [...rowsByKey]
    .map(([key, rows]) => ({ names: JSON.parse(key) as string[], rows }));
  return groups.sort((a, b) => compareNames(a.names, b.names)).map(({ names, rows }) => {
    const pick = (column: ArrayLike<number | boolean>) =>
      Float64Array.from(rows, (row) => Number(column[row]));
    return {
      group: Object.fromEntries(by.map((column, i) => [column, names[i]!])),
      observations: {
        durations: pick(all.durations),
        eventObserved: pick(all.eventObserved),
        ...(all.entry === undefined ? {} : { entry: pick(all.entry) }),
        ...(all.weights === undefined ? {} : { weights: pick(all.weights) }),
      },
    };
  });
}

/** Order of groups: name by name, numbers by size and before text. */
function compareNames(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((name, i) => name !== b[i]);
  const [one, other] = [a[at] ?? "", b[at] ?? ""];
  const [first, second] = [numberOrInfinity(one), numberOrInfinity(other)];
  return first === second ? (one < other ? -1 : 1) : first - second;
}

function numberOrInfinity(text: string): number {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Infinity;
}
