import type { CellValue, Column, Table } from "../table.ts";
import { NOT_AVAILABLE } from "@jkp/language";
import { formatCell } from "../format.ts";
import { markOf, notesWithoutLegend, SIGN_LEGEND } from "../table_compared.ts";
import { footLines, headerGroups, isNumericColumn, itemHeading } from "../table_shape.ts";
import {
  columnLetters,
  type SheetCell,
  type SheetRow,
  type WorkbookSheet,
} from "./worksheet.ts";

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
 * assertEquals(sheet.rows[4], [{ value: 1.35, format: "#,##0.00" }]);
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
  const top: SheetRow[] = [
    [{ value: title, look: "title" }],
    [warning === undefined ? null : { value: warning, look: "warning" }],
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
      ...foot.map((value): SheetRow => [{ value, look: "note" }]),
    ],
    widths: columns.map((column) => widthOf(table, column)),
    frozenRows: top.length,
    ...(hasFilter
      ? { filter: `A${top.length}:${columnLetters(columns.length - 1)}${last}` }
      : {}),
  };
}

/** Headings with their units; above them the groups, if there are any. */
function headRows(table: Table): SheetRow[] {
  const groups = headerGroups(table.columns);
  const hasGroups = groups.some(({ title }) => title !== undefined);
  const upper = groups.flatMap(({ title, columns }): SheetRow =>
    columns.map((_, index) =>
      index === 0 && title !== undefined
        ? { value: title, look: "group", span: columns.length }
        : null
    )
  );
  const lower = table.columns.map((column): SheetCell => ({
    value: column.unit === undefined ? column.title : `${column.title}, ${column.unit}`,
    look: "heading",
    align: isNumericColumn(table, column) ? "right" : "left",
  }));
  return [...(hasGroups ? [upper] : []), lower];
}

/** A number with its form; a text; "n.a." where there is no value. */
function bodyCell(value: CellValue, column: Column): SheetCell | null {
  if (value === "") return null;
  if (value === null) return { value: NOT_AVAILABLE, align: "right" };
  if (typeof value === "string") {
    return value.length > WIDEST ? { value, isWrapped: true } : { value };
  }
  const number = typeof value === "number" ? value : value.value;
  if (!Number.isFinite(number)) return { value: NOT_AVAILABLE, align: "right" };
  const { decimals = 0, isGrouped = true } = typeof value === "number" ? column : value;
  const format = (isGrouped ? "#,##0" : "0") +
    (decimals === 0 ? "" : `.${"0".repeat(decimals)}`);
  return { value: number, format };
}

/** The sign of an HTML table, beside a number that is printed. */
function markCell(row: Table["rows"][number], key: string): SheetCell | null {
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
