import { saidError } from "@jkp/language";
import type { UnshownValue } from "./broken_lines.ts";
import type { Wanted } from "./wanted.ts";

/** Rows and cells from which on a workbook is the wrong format: it is held in memory. */
const MOST_ROWS = 200_000;
const MOST_CELLS = 20_000_000;

/** A cell whose value is none. */
export interface OddCell {
  /** Row and column, counted from 1. */
  readonly row: number;
  readonly column: number;
  /** What stands there. */
  readonly value: string;
  /** What it is, where it is no text. */
  readonly what?: UnshownValue;
  readonly expected: Wanted;
}

/** A cell with what it holds; an empty one ends in `/>` and is none. */
const CELL = /<(?:\w+:)?c\s([^>]*[^/])>(.*?)<\/(?:\w+:)?c>/gs;

/** The reference of a cell or row. */
const REFERENCE = /<(?:\w+:)?(c|row)\s[^>]*?\br="([A-Z]*)([0-9]+)"/g;

/**
 * Checks that a sheet is not larger than can be held.
 * @throws {DataError} If it has more than 200,000 rows, or 20 million cells counted to the
 * last column of the last row.
 */
export function checkSheetSize(path: string, xml: string, headerRow: number): void {
  let [rows, columns] = [0, 0];
  for (const [, tag, letters, digits] of xml.matchAll(REFERENCE)) {
    rows = Math.max(rows, Number(digits));
    if (tag === "c") columns = Math.max(columns, columnNumber(letters!));
  }
  const isTooLong = rows - headerRow > MOST_ROWS;
  if (!isTooLong && rows * columns <= MOST_CELLS) return;
  throw saidError([({ extract: { source } }) => ({
    file: path,
    expected: source.sheetOfAtMost(MOST_ROWS, MOST_CELLS),
    received: isTooLong ? source.rows(rows) : source.rowsAndColumns(rows, columns),
  })]);
}

/**
 * The cells that hold an error as `#N/A`, or a formula that no program has worked out yet:
 * the reader of sheets takes both for empty.
 */
export function oddCells(xml: string): OddCell[] {
  if (!/\bt="e"|<(?:\w+:)?f[\s>/]/.test(xml)) return [];
  const odd: OddCell[] = [];
  for (const [, attributes, content] of xml.matchAll(CELL)) {
    const isError = /\bt="e"/.test(attributes!);
    const formula = /<(?:\w+:)?f[\s>/]/.test(content!);
    if (!isError && !formula) continue;
    const [, value = ""] = /<(?:\w+:)?v>([^<]*)/.exec(content!) ?? [];
    const isEmptyText = /\bt="str"/.test(attributes!) && /<(?:\w+:)?v\b/.test(content!);
    if (!isError && (value !== "" || isEmptyText)) continue;
    const [, letters = "A", digits = "0"] = /\br="([A-Z]+)([0-9]+)"/.exec(attributes!) ??
      [];
    odd.push({
      row: Number(digits),
      column: columnNumber(letters),
      ...(isError ? { value } : { value: "", what: "formulaAlone" }),
      expected: isError ? ["failedFormula"] : ["unsavedFormula"],
    });
  }
  return odd;
}

/** Number of a column from its letters: A is 1, AA is 27. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = 26 * number + letter.charCodeAt(0) - 64;
  return number;
}
