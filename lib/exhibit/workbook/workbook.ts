import { printable } from "@jkp/problem";
import type { Cell, CellStyle, WriteSheet } from "hucre/xlsx";
import {
  type CellLimits,
  type CellLook,
  columnLetters,
  type SheetCell,
  type SheetChart,
  type WorkbookSheet,
} from "./worksheet.ts";

/** What a workbook says of itself. */
export interface WorkbookProperties {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  /** Says so when data are synthetic. */
  readonly description: string;
}

/** The time of all files of a workbook: the first that a zip can hold, not a clock's. */
const ZIP_TIME = new Date(1980, 0, 1);

/**
 * Writes sheets as an Excel workbook (Office Open XML): the same bytes for the same sheets.
 * Formulas hold their values, and are computed anew when the file is opened.
 *
 * @throws {Error} If a sheet's name is empty, too long or has a sign Excel forbids.
 */
export async function workbook(
  sheets: readonly WorkbookSheet[],
  properties: WorkbookProperties,
): Promise<Uint8Array> {
  const [{ writeXlsx }, { unzipSync, zipSync }] = await Promise.all([
    import("hucre/xlsx"),
    import("fflate"),
  ]);
  const { title, subject, creator, description } = properties;
  const written = await writeXlsx({
    sheets: sheets.map(sheetToWrite),
    properties: {
      title: printable(title),
      subject: printable(subject),
      creator,
      description: printable(description),
      modified: new Date(Date.UTC(1980, 0, 1)),
    },
    namedRanges: sheets.flatMap(({ name, cellNames = {} }) =>
      Object.entries(cellNames)
        .map(([cell, address]) => ({ name: cell, range: `'${name}'!${address}` }))
    ),
    defaultFont: FONT,
  });
  // A zip holds the time of each file: it is packed again without the clock's.
  return zipSync(unzipSync(written), { mtime: ZIP_TIME, level: 9 });
}

function sheetToWrite(sheet: WorkbookSheet): WriteSheet {
  const { name, rows, widths, frozenRows, frozenColumns = 0, filter, charts } = sheet;
  const cells = new Map<string, Partial<Cell>>();
  const merges: NonNullable<WriteSheet["merges"]> = [];
  const dataValidations: NonNullable<WriteSheet["dataValidations"]> = [];
  rows.forEach((row, r) =>
    row.forEach((cell, c) => {
      if (cell === null) return;
      cells.set(`${r},${c}`, cellToWrite(cell));
      if (cell.limits !== undefined) {
        dataValidations.push(validation(cell.limits, `${columnLetters(c)}${r + 1}`));
      }
      if (cell.span === undefined || cell.span === 1) return;
      merges.push({ startRow: r, startCol: c, endRow: r, endCol: c + cell.span - 1 });
    })
  );
  for (const [address, target] of Object.entries(sheet.links ?? {})) {
    const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(address)!;
    const column = [...letters!].reduce((sum, l) => 26 * sum + l.charCodeAt(0) - 64, 0);
    const place = `${Number(row) - 1},${column - 1}`;
    cells.set(place, {
      ...cells.get(place),
      hyperlink: { target: "", location: `'${target}'!A1` },
    });
  }
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: rows.map((row) => row.map(() => null)),
    cells,
    rowDefs: heights(sheet),
    merges,
    dataValidations,
    freezePane: { rows: frozenRows, columns: frozenColumns },
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(frozenRows === 0 ? {} : { printTitlesRow: `$1:$${frozenRows}` }),
    },
    ...(filter === undefined ? {} : { autoFilter: { range: filter } }),
    ...(charts === undefined ? {} : { charts: charts.map(chartToWrite) }),
  };
}

/** Refuses what is typed into a cell and lies outside its limits. */
function validation(
  { least, most, isWhole = false, isLeastOut = false, isMostOut = false }: CellLimits,
  range: string,
): NonNullable<WriteSheet["dataValidations"]>[number] {
  const isPlain = !isLeastOut && !isMostOut;
  const words = isPlain
    ? `from ${least} to ${most}`
    : `${isLeastOut ? "above" : "from"} ${least}, ${
      isMostOut ? "below" : "up to"
    } ${most}`;
  return {
    // No operator leaves out one end alone.
    ...(isPlain
      ? {
        type: isWhole ? "whole" : "decimal",
        operator: "between",
        formula1: String(least),
        formula2: String(most),
      }
      : {
        type: "custom",
        formula1: `AND(ISNUMBER(${range}),${range}${isLeastOut ? ">" : ">="}${least},` +
          `${range}${isMostOut ? "<" : "<="}${most}${
            isWhole ? `,${range}=INT(${range})` : ""
          })`,
      }),
    range,
    showErrorMessage: true,
    errorTitle: "Not possible",
    errorMessage: `${isWhole ? "A whole number" : "A number"} ${words} is wanted.`,
  };
}

/** Points that a line of a cell takes. */
const LINE_HEIGHT = 13.5;

/** Heights of the rows in which text goes on in a next line: not all programs find them. */
function heights(
  { rows, widths }: WorkbookSheet,
): NonNullable<WriteSheet["rowDefs"]> {
  return new Map(rows.flatMap((row, r) => {
    const lines = Math.max(
      1,
      ...row.map((cell, c) => {
        const isWrapped = cell?.isWrapped || cell?.look === "heading";
        const text = cell?.longest ?? cell?.value;
        return isWrapped && typeof text === "string"
          ? linesOf(text, widths[c] ?? Infinity)
          : 1;
      }),
    );
    return lines === 1 ? [] : [[r, { height: lines * LINE_HEIGHT }] as const];
  }));
}

/** Lines that a text needs in a column so many digits wide; bold words are wider. */
function linesOf(text: string, width: number): number {
  let [lines, used] = [1, 0];
  for (const word of text.split(" ")) {
    const needed = 1.1 * word.length;
    if (used > 0 && used + 1 + needed > width) [lines, used] = [lines + 1, 0];
    used += needed + (used > 0 ? 1 : 0);
  }
  return lines;
}

function cellToWrite(cell: SheetCell): Partial<Cell> {
  const { value: raw, formula } = cell;
  const value = typeof raw === "string" ? printable(raw) : raw;
  const style = styleOf(cell);
  if (formula !== undefined) return { formula, formulaResult: value, style };
  // A text such as "#N/A" would be written as the error.
  return typeof value === "string" && value.startsWith("#")
    ? { value, richText: [{ text: value }], style }
    : { value, style };
}

/** The font of all cells; a cell that says more of its font has to say this too. */
const FONT = { name: "Arial", size: 10 } as const;
const bold = { ...FONT, bold: true } as const;
const color = (rgb: string) => ({ ...FONT, color: { rgb } });
const filled = (rgb: string) =>
  ({ type: "pattern", pattern: "solid", fgColor: { rgb } }) as const;

const LOOKS: { readonly [Look in CellLook]: CellStyle } = {
  title: { font: { ...bold, size: 13 } },
  warning: { font: { ...color("7A3800"), ...bold } },
  heading: {
    font: bold,
    alignment: { wrapText: true, vertical: "bottom" },
    border: { bottom: { style: "thin" } },
  },
  group: { font: bold, alignment: { horizontal: "center" } },
  note: { font: { ...FONT, italic: true } },
  link: { font: { ...color("00558A"), underline: true } },
  input: { font: color("0000C0"), fill: filled("FFF8DC") },
  fixed: { font: color("6B6B6B"), fill: filled("EEEEEE") },
  result: { font: bold, fill: filled("E3F1E5") },
};

function styleOf({ look, format, align, isWrapped }: SheetCell): CellStyle {
  const { alignment, ...style } = look === undefined ? {} as CellStyle : LOOKS[look];
  return {
    ...style,
    alignment: {
      vertical: "top",
      ...alignment,
      ...(align === undefined ? {} : { horizontal: align }),
      ...(isWrapped ? { wrapText: true } : {}),
    },
    ...(format === undefined ? {} : { numFmt: format }),
  };
}

function chartToWrite(
  chart: SheetChart,
): NonNullable<WriteSheet["charts"]>[number] {
  const { title, categories, series, unit, format, from, to } = chart;
  return {
    type: "line",
    title,
    altText: title,
    series: series.map(({ name, values, color }) => ({
      name,
      values,
      categories,
      color,
      smooth: false,
      stroke: { width: 2 },
      marker: { symbol: "none" },
    })),
    anchor: { from, to },
    legend: "bottom",
    axes: {
      y: {
        title: unit,
        axisTitleRotation: -90,
        numberFormat: { formatCode: format },
        minorTickMark: "none",
      },
      x: { minorTickMark: "none" },
    },
  };
}
