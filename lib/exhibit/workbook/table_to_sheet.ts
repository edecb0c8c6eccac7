import type { CellValue, Column, Table } from "../table.ts";
import type { Cell, CellObject, Row } from "write-excel-file/universal";
import { formatCell, NOT_AVAILABLE } from "../format.ts";
import { markOf, notesWithoutLegend, SIGN_LEGEND } from "../table_compared.ts";
import { footLines, headerGroups, isNumericColumn, itemHeading } from "../table_shape.ts";

/** A sheet of a workbook: rows of cells, widths, and how many rows stay in sight. */
export interface WorkbookSheet {
  readonly name: string;
  /** What the list of contents says of it. */
  readonly title: string;
  readonly rows: readonly Row[];
  /** Width of each column in characters. */
  readonly widths: readonly number[];
  /** Rows at the top that stay in sight. */
  readonly frozenRows: number;
  /** Cells that a filter is put on: "A5:J503". */
  readonly filter?: string;
  /** Cells that lead to another sheet, by their address: "A5". */
  readonly links?: Readonly<Record<string, string>>;
}

/** What to put on a sheet besides the table. */
export interface SheetOptions {
  /** Name of the sheet: at most 31 characters. */
  readonly name: string;
  /**
   * What the number in the title counts.
   * @default {"Table"}
   */
  readonly label?: string;
  /**
   * A line under the title: that data are synthetic.
   * @default {no line}
   */
  readonly warning?: string;
  /**
   * Whether to put a filter on the headings.
   * @default {false}
   */
  readonly hasFilter?: boolean;
}

const BOLD = { fontWeight: "bold" } as const;
const NARROWEST = 9;
const WIDEST = 46;

/**
 * Lays a table out as a sheet of a workbook: title, headings with units, numbers as
 * numbers in the printed form, notes and source below.
 *
 * @param table The table.
 * @param options Name of the sheet, and what else to put on it.
 * @returns The sheet. A number is held in full and shown with its decimals.
 *
 * @example A rate is a number with two decimals shown
 * ```ts
 * import { tableToSheet } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * const sheet = tableToSheet({
 *   id: "table_3_7",
 *   number: "3.7",
 *   title: "Suggested contribution rate",
 *   columns: [{ key: "rate", title: "Rate", unit: "%", decimals: 2 }],
 *   rows: [{ rate: 1.35 }],
 *   notes: [],
 *   source: "",
 * }, { name: "Table 3.7" });
 * assertEquals(sheet.rows[4], [{ value: 1.35, type: Number, format: "#,##0.00" }]);
 * ```
 */
export function tableToSheet(table: Table, options: SheetOptions): WorkbookSheet {
  const { name, label = "Table", warning, hasFilter = false } = options;
  const { columns } = table;
  const title = itemHeading(table, label);
  const body = table.rows.map((row) =>
    columns.map((column) =>
      column.key.endsWith("/mark")
        ? markCell(row, column.key)
        : bodyCell(row[column.key] ?? null, column)
    )
  );
  const top: Row[] = [
    [{ value: title, fontWeight: "bold", fontSize: 13 }],
    [
      warning === undefined
        ? null
        : { value: warning, fontWeight: "bold", textColor: "#7a3800" },
    ],
    [],
    ...headRows(table),
  ];
  const hasMarks = columns.some(({ key }) => key.endsWith("/mark"));
  const foot = [
    ...(hasMarks ? [`Marks: ${SIGN_LEGEND}.`] : []),
    ...footLines({ ...table, notes: notesWithoutLegend(table.notes) })
      .map(({ label, text }) => `${label}: ${text}`),
  ];
  const last = top.length + body.length;
  return {
    name,
    title,
    rows: [
      ...top,
      ...body,
      [],
      ...foot.map((value): Row => [{ value, fontStyle: "italic" }]),
    ],
    widths: columns.map((column) => widthOf(table, column)),
    frozenRows: top.length,
    ...(hasFilter
      ? { filter: `A${top.length}:${columnLetters(columns.length - 1)}${last}` }
      : {}),
  };
}

/** Names a column, counted from 0, as spreadsheets do: "A" to "Z", "AA" and so on. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + index % 26);
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

/** Headings with their units; above them the groups, if there are any. */
function headRows(table: Table): Row[] {
  const groups = headerGroups(table.columns);
  const hasGroups = groups.some(({ title }) => title !== undefined);
  const upper = groups.flatMap(({ title, columns }): Cell[] =>
    columns.map((_, index) =>
      index === 0 && title !== undefined
        ? { value: title, ...BOLD, align: "center", columnSpan: columns.length }
        : null
    )
  );
  const lower = table.columns.map((column): CellObject => ({
    value: column.unit === undefined ? column.title : `${column.title}, ${column.unit}`,
    ...BOLD,
    wrap: true,
    alignVertical: "bottom",
    bottomBorderStyle: "thin",
    align: isNumericColumn(table, column) ? "right" : "left",
  }));
  return [...(hasGroups ? [upper] : []), lower];
}

/** A number with its form; a text; "n.a." where there is no value. */
function bodyCell(value: CellValue, column: Column): Cell {
  if (value === "") return null;
  if (value === null) return { value: NOT_AVAILABLE, align: "right" };
  if (typeof value === "string") {
    return value.length > WIDEST
      ? { value, wrap: true, alignVertical: "top" }
      : { value, alignVertical: "top" };
  }
  const number = typeof value === "number" ? value : value.value;
  if (!Number.isFinite(number)) return { value: NOT_AVAILABLE, align: "right" };
  const { decimals = 0, isGrouped = true } = typeof value === "number" ? column : value;
  const format = (isGrouped ? "#,##0" : "0") +
    (decimals === 0 ? "" : `.${"0".repeat(decimals)}`);
  return { value: number, type: Number, format };
}

/** The sign of an HTML table, beside a number that is printed. */
function markCell(row: Table["rows"][number], key: string): Cell {
  const name = key.replace(/mark$/, "");
  const [published, reproduced] = [row[`${name}report`], row[`${name}ours`]];
  if (published === "" || published === undefined) return null;
  return { value: markOf(row[key], reproduced ?? null).sign, align: "center" };
}

function widthOf(table: Table, column: Column): number {
  const unit = column.unit === undefined ? [] : column.unit.split(" ");
  const texts = [
    ...column.title.split(" "),
    ...unit,
    ...table.rows.map((row) => formatCell(row[column.key], column)),
  ];
  const longest = Math.max(...texts.map((text) => text.length));
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}
