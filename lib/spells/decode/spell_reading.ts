import type { NumberMarks } from "@jkp/mapping";
import type { Wanted } from "../source/wanted.ts";
import type { LabelColumn } from "./decoded_rows.ts";

/** How the labels of one column are read. */
export interface LabelReading {
  /** Name of the column in the file. */
  readonly source: string;
  /** What a cell must be. */
  readonly expected: Wanted;
  /** What stands for an empty cell, if it stands for anything. */
  readonly blank?: number;
  /** Reads a trimmed cell as a number of 0 or more, `MISSING` or `UNREADABLE`. */
  parse(text: string): number;
}

/** One value for every row. */
export interface ConstantReading {
  readonly constant: number;
}

/** How a column of numbers is read. */
export interface NumberReading {
  /** Name of the column in the file. */
  readonly source: string;
  readonly marks: NumberMarks;
  /** What a cell is multiplied with: 1000 where it is in thousands. */
  readonly factor: number;
}

/** How the rows of a file are read: one entry a column of the contract. */
export interface SpellReading {
  /** Name of the column that holds the member's id. */
  readonly memberId: string;
  readonly labels: Readonly<Record<LabelColumn, LabelReading | ConstantReading>>;
  readonly monthlyWageIdr: NumberReading;
  readonly weight: NumberReading | ConstantReading;
  /** Carried columns by the name they get. */
  readonly carried: Readonly<Record<string, string>>;
}
