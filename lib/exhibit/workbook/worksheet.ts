/** What a cell is, which decides how it looks. */
export type CellLook =
  | "title"
  | "warning"
  | "heading"
  | "group"
  | "note"
  | "link"
  /** A number to change: formulas follow it. */
  | "input"
  /** A number that no formula follows. */
  | "fixed"
  | "result";

/** A cell of a worksheet. */
export interface SheetCell {
  /** What is shown; of a formula, its value as the file is written. */
  readonly value: string | number | null;
  /** A formula in Excel's English, without the equals sign. */
  readonly formula?: string;
  /** Excel's number format: "#,##0.00". */
  readonly format?: string;
  readonly look?: CellLook;
  readonly align?: "left" | "center" | "right";
  /** Whether text goes on in a next line of the cell. */
  readonly isWrapped?: boolean;
  /** A text that the cell's formula may come to, which the row is high enough for. */
  readonly longest?: string;
  /** Columns that the cell takes. */
  readonly span?: number;
  /** What a number that is typed here has to lie between. */
  readonly limits?: CellLimits;
}

/** What a number can be. */
export interface CellLimits {
  readonly least: number;
  readonly most: number;
  /**
   * Whether only whole numbers will do.
   * @default {false}
   */
  readonly isWhole?: boolean;
  /**
   * Whether the least is too little.
   * @default {false}
   */
  readonly isLeastOut?: boolean;
  /**
   * Whether the most is too much.
   * @default {false}
   */
  readonly isMostOut?: boolean;
}

/** Cells of a row; `null` for an empty one. */
export type SheetRow = readonly (SheetCell | null)[];

/** A chart of lines on a sheet. */
export interface SheetChart {
  readonly title: string;
  /** Cells of the horizontal axis, with their sheet: "'Yearly'!$A$6:$A$15". */
  readonly categories: string;
  readonly series: readonly {
    readonly name: string;
    /** Cells of the values, with their sheet. */
    readonly values: string;
    /** Hex, without "#". */
    readonly color: string;
  }[];
  /** What the vertical axis counts. */
  readonly unit: string;
  /** Number format of the vertical axis. */
  readonly format: string;
  /** The corner cells, rows and columns counted from 0. */
  readonly from: { readonly row: number; readonly col: number };
  readonly to: { readonly row: number; readonly col: number };
}

/** A sheet of a workbook: rows of cells, widths, and how many rows stay in sight. */
export interface WorkbookSheet {
  readonly name: string;
  /** What the list of contents says of it. */
  readonly title: string;
  readonly rows: readonly SheetRow[];
  /** Width of each column in characters. */
  readonly widths: readonly number[];
  /** Rows at the top that stay in sight. */
  readonly frozenRows: number;
  /**
   * Columns at the left that stay in sight.
   * @default 0
   */
  readonly frozenColumns?: number;
  /** Cells that a filter is put on: "A5:J503". */
  readonly filter?: string;
  /** Cells that lead to another sheet, by their address: "A5". */
  readonly links?: Readonly<Record<string, string>>;
  /** Cells that formulas call by a name, by the name: "$C$7". */
  readonly cellNames?: Readonly<Record<string, string>>;
  readonly charts?: readonly SheetChart[];
}

/**
 * Names a column as spreadsheets do: "A" to "Z", "AA" and so on.
 *
 * @param index The column, counted from 0.
 * @returns Its letters.
 *
 * @example
 * ```ts
 * import { columnLetters } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([0, 25, 26].map(columnLetters), ["A", "Z", "AA"]);
 * ```
 */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + index % 26);
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}
