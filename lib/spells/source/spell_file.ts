import type { DataFrame } from "nodejs-polars";
import type { BrokenLine } from "./broken_lines.ts";

/** Some rows of a file, one after another. */
export interface RowBatch {
  /** The columns asked for, by their names in the file. */
  readonly frame: DataFrame;
  /** Number of the first row as a person would count: in CSV and XLSX the line. */
  readonly firstRow: number;
  /** Rows that are no records; in the frame they are blank unless they are readable. */
  readonly broken: readonly BrokenLine[];
  /** Numbers of the rows that are empty lines, where the format has any. */
  readonly emptyRows?: readonly number[];
}

/** What a column holds, as the file itself says. */
export type ColumnKind =
  | "text"
  | "numbers"
  | "truth values"
  | "dates"
  | "timestamps"
  | "times of day"
  | UnreadableKind;

/** What no cell of a table can be. */
export type UnreadableKind = "durations" | "lists" | "structures" | "unknown values";

/** A file of spells, open for reading as often as wanted. */
export interface SpellFile {
  readonly path: string;
  /** Names of its columns, in order; empty where a column has none. */
  readonly columns: readonly string[];
  /** What its columns hold, where the file says so; text files and workbooks do not. */
  readonly kinds?: ReadonlyMap<string, ColumnKind>;
  /** Row in which the names of the columns seem to stand, where that can be told. */
  readonly seemingHeaderRow?: number;
  /** Reads some columns of all rows in order, in bounded memory. */
  rows(
    columns: readonly string[],
    options?: RowsOptions,
  ): AsyncGenerator<RowBatch>;
}

/** How columns are given. */
export interface RowsOptions {
  /**
   * Whether columns that the file holds as dates stay such: to write each out takes time.
   * @default {false}
   */
  readonly keepsDates?: boolean;
}

/** The kinds of columns that no reader can make text or numbers of. */
const UNREADABLE: readonly UnreadableKind[] = [
  "durations",
  "lists",
  "structures",
  "unknown values",
];

/** What a column holds if that cannot be read; `undefined` for every other column. */
export function unreadableKind(
  file: SpellFile,
  column: string,
): UnreadableKind | undefined {
  const kind = file.kinds?.get(column);
  return UNREADABLE.find((each) => each === kind);
}
