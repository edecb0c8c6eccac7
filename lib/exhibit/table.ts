import type { Language } from "@jkp/language";

/** A number shown otherwise than its column says, for columns of mixed rows. */
export interface FormattedNumber {
  readonly value: number;
  /** Decimals to show. */
  readonly decimals: number;
  /** `false` for years, so that they get no thousands separator. */
  readonly isGrouped?: boolean;
}

/** What a cell of a table holds. `null` is shown as "n.a.". */
export type CellValue = number | FormattedNumber | string | null;

/** A column of a {@link Table}. */
export interface Column {
  /** Key of the cells in the rows. */
  readonly key: string;
  /** Heading. */
  readonly title: string;
  /** Unit in words, shown under the heading: "%", "rupiah a month". */
  readonly unit?: string;
  /** Decimals to show for numbers; whole numbers when left out. */
  readonly decimals?: number;
  /** `false` for years, so that they get no thousands separator. */
  readonly isGrouped?: boolean;
  /** Heading shared with the neighbouring columns of the same group. */
  readonly group?: string;
}

/** A table as plain values: every display and file is made from it. */
export interface Table {
  /** File name without ending, for example `table_3_7`. */
  readonly id: string;
  /** The report's number, for example `3.7`; empty for a table of our own. */
  readonly number: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Record<string, CellValue>>[];
  readonly notes: readonly string[];
  /** Where the figures come from; says so when data are synthetic. */
  readonly source: string;
  /**
   * In which its words are, and in which its numbers are to be written.
   * @default {"en"}
   */
  readonly language?: Language;
}
