import {
  columnLetters,
  type SheetCell,
  type SheetRow,
  type WorkbookSheet,
} from "@jkp/exhibit";

/** A column of a grid: a heading, and a cell a row. */
export interface GridColumn {
  readonly key: string;
  /** What it holds, and its unit. */
  readonly heading: string;
  readonly format: string;
  /**
   * Width in characters.
   * @default 15
   */
  readonly width?: number;
  /** The cell of a row, counted from 0. */
  readonly cell: (row: number) => SheetCell | number | null;
}

/** Where the columns of a sheet stand, so that formulas can point at them. */
export class Grid {
  readonly #places: ReadonlyMap<string, number>;

  /**
   * @param sheet Name of the sheet.
   * @param keys Keys of its columns in their order.
   * @param firstRow Number of the first row below the headings, as spreadsheets count.
   */
  constructor(
    readonly sheet: string,
    readonly keys: readonly string[],
    readonly firstRow: number,
  ) {
    this.#places = new Map(keys.map((key, place) => [key, place]));
  }

  has(key: string): boolean {
    return this.#places.has(key);
  }

  column(key: string): string {
    const place = this.#places.get(key);
    if (place !== undefined) return columnLetters(place);
    throw new RangeError(
      `Cannot point at a column: one of ${this.keys.join(", ")} is wanted, got ${key}`,
    );
  }

  /** A cell of the same sheet. */
  at(key: string, row: number): string {
    return `${this.column(key)}${this.firstRow + row}`;
  }

  /** Cells of the same sheet, first and last included. */
  range(key: string, first: number, last: number): string {
    return `${this.at(key, first)}:${this.at(key, last)}`;
  }

  /** A cell as another sheet points at it. */
  far(key: string, row: number): string {
    return `'${this.sheet}'!${this.at(key, row)}`;
  }

  /** Cells as another sheet points at them. */
  farRange(key: string, first: number, last: number): string {
    return `'${this.sheet}'!${this.range(key, first, last)}`;
  }

  /** Cells that stay the same wherever a formula is copied to. */
  fixedRange(key: string, first: number, last: number): string {
    const column = this.column(key);
    return `$${column}$${this.firstRow + first}:$${column}$${this.firstRow + last}`;
  }
}

/** Rows above the headings of a grid: title, what it holds, and a blank one. */
const ROWS_ABOVE = 3;

/** The number of the first row below the headings of {@link gridSheet}. */
export const FIRST_ROW = ROWS_ABOVE + 2;

/** A sheet of columns under headings. */
export function gridSheet(
  grid: Grid,
  { title, about, columns, rowCount, below = [], frozenColumns = 1, ...rest }:
    & {
      readonly title: string;
      /** What it holds, in a line or two. */
      readonly about: string;
      readonly columns: readonly GridColumn[];
      readonly rowCount: number;
      /** Rows under the grid. */
      readonly below?: readonly SheetRow[];
    }
    & Pick<WorkbookSheet, "charts" | "cellNames" | "frozenColumns">,
): WorkbookSheet {
  const body = Array.from(
    { length: rowCount },
    (_, row): SheetRow =>
      columns.map(({ cell, format }) => {
        const made = cell(row);
        if (made === null) return null;
        return typeof made === "number" ? { value: made, format } : { format, ...made };
      }),
  );
  return {
    name: grid.sheet,
    title,
    rows: [
      [{ value: title, look: "title" }],
      [{ value: about, look: "note" }],
      [],
      columns.map(({ heading }, i) => ({
        value: heading,
        look: "heading",
        align: i === 0 ? "left" : "right",
      })),
      ...body,
      ...below,
    ],
    widths: columns.map(({ width = 15 }) => width),
    frozenRows: ROWS_ABOVE + 1,
    frozenColumns,
    ...rest,
  };
}

/** A month as spreadsheets count days, to be shown as one. */
export function monthCell(month: number): SheetCell {
  const days =
    (Date.UTC(Math.floor(month / 12), month % 12, 1) - Date.UTC(1899, 11, 30)) /
    86_400_000;
  return { value: days, format: "mmm yyyy", align: "left" };
}

/** A name that formulas call a scenario's value by. */
export function cellName(what: string, scenarioName: string): string {
  return `${what}_${scenarioName}`;
}
