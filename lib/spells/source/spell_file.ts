import type { DataFrame } from "nodejs-polars";
import type { BrokenLine } from "./broken_lines.ts";

/** Some rows of a file, one after another. */
export interface RowBatch {
  /** The columns asked for, by their names in the file. */
  readonly frame: DataFrame;
  /** Number of the first row as a person would count: in CSV and XLSX the line. */
  readonly firstRow: number;
  /** Rows that are no records; in the frame they are blank unless they have too few cells. */
  readonly broken: readonly BrokenLine[];
  /** Numbers of the rows that are empty lines, where the format has any. */
  readonly emptyRows?: readonly number[];
}

/** A file of spells, open for reading as often as wanted. */
export interface SpellFile {
  readonly path: string;
  /** Names of its columns, in order; empty where a column has none. */
  readonly columns: readonly string[];
  /** Reads some columns of all rows in order, in bounded memory. */
  rows(columns: readonly string[]): AsyncGenerator<RowBatch>;
}
