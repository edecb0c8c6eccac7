/** Stands for an empty cell in a decoded column of labels. */
export const MISSING = -1;

/** Stands for a cell that could not be read in a decoded column of labels. */
export const UNREADABLE = -2;

/** Columns of a spell that are read label by label. */
export const LABEL_COLUMNS = [
  "sex",
  "birth_month",
  "start_month",
  "last_month",
  "end_reason",
  "claim_month",
] as const;

/** A column of a spell that is read label by label. */
export type LabelColumn = typeof LABEL_COLUMNS[number];

/** Every column of the contract that the project computes with. */
export type SpellColumn = "member_id" | LabelColumn | "monthly_wage_idr" | "weight";

/**
 * Rows of a file as numbers, each column read as far as it can be.
 *
 * A label column holds its value (index of the sex, month, code of the reason), `MISSING`
 * or `UNREADABLE`; a number column holds NaN for both.
 */
export interface DecodedRows {
  readonly length: number;
  /** Number of the first row as a person would count. */
  readonly firstRow: number;
  /** 64-bit hashes of the member ids: low word, high word, low word, … */
  readonly memberHash: Uint32Array;
  readonly labels: Readonly<Record<LabelColumn, Int16Array>>;
  readonly monthlyWageIdr: Float64Array;
  readonly weight: Float64Array;
  /** Codes of the carried columns by name. */
  readonly carried: Readonly<Record<string, Int16Array>>;
  /** 1 where the row is broken or blank, a sum of others, or the header again. */
  readonly isNoRecord: Uint8Array;
  /** Rows that seem to be sums of others, such as the last of a printed list, or its header. */
  readonly closing: readonly number[];
  /** What stands in a cell, by row (from 0) and name of the column in the file. */
  text(row: number, source: string): string;
}
