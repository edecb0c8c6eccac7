import { saidError } from "@jkp/language";
import { hasUnseen } from "@jkp/problem";
import type { BrokenLine } from "./broken_lines.ts";
import { polars } from "./polars.ts";
import type { SpellFile } from "./spell_file.ts";
import { checkSheetSize, type OddCell, oddCells } from "./xlsx_cells.ts";
import type { Wanted } from "./wanted.ts";
import { sheetParts } from "./xlsx_parts.ts";

/** How the sheet of a workbook is read. */
export interface SheetFormat {
  /** Its name; the first that is not hidden if not given. */
  readonly sheet?: string;
  /**
   * Row in which the names of the columns stand.
   * @default {1}
   */
  readonly headerRow?: number;
  /** Mark before decimals in cells of text. */
  readonly decimalMark?: string;
}

/** From here on a spreadsheet has rounded: it keeps 15 digits. */
const MOST_DIGITS = 1e15;

/** What can stand in a cell. */
type Cell = string | number | boolean | Date | null;

/**
 * Opens one sheet of a workbook, the first that is not hidden if none is named. Columns of
 * numbers stay numbers; in others dates become `YYYY-MM-DD`, numbers are written with the
 * mark of the text beside them, and other cells are their plain text.
 * @throws {DataError} If it is no workbook, damaged, has no such sheet, the sheet is empty,
 * or larger than 200,000 rows.
 */
export async function openXlsxFile(
  path: string,
  format: SheetFormat,
): Promise<SpellFile> {
  const { headerRow = 1, decimalMark = "." } = format;
  const { name, xml, workbook } = await sheetParts(path, format.sheet);
  checkSheetSize(path, xml, headerRow);
  // loaded where it is wanted: it asks for permissions that other formats do not need
  const { readSheet } = await import("read-excel-file/node");
  const all = await readSheet(workbook, name).catch((error: unknown) => {
    const received = error instanceof Error ? error.message : String(error);
    throw saidError([({ extract }) => ({
      file: path,
      expected: extract.source.workbook,
      received,
    })]);
  }) as Cell[][];
  const header = all[headerRow - 1] ?? [];
  const rows = all.slice(headerRow);
  const text = (cell: Cell | undefined) => cellText(cell ?? null, decimalMark);
  const columns = header.map((cell) => text(cell).trim());
  if (all.length === 0) {
    throw saidError([({ files, extract: { source } }) => ({
      file: path,
      place: files.place.sheet(name),
      expected: source.headerAndRows,
      received: source.emptySheet,
    })]);
  }
  return {
    path,
    columns,
    seemingHeaderRow: seemingHeaderRow(all),
    async *rows(wanted) {
      const places = wanted.map((column) => columns.indexOf(column));
      const series = places.map((at, i) => {
        const cells = rows.map((row) => row[at] ?? null);
        return cells.every((cell) => cell === null || typeof cell === "number")
          ? polars.Series(wanted[i]!, cells, polars.Float64)
          : polars.Series(wanted[i]!, cells.map(text), polars.Utf8);
      });
      if (rows.length === 0) return;
      const firstRow = headerRow + 1;
      const used = new Map(places.map((at, i) => [at + 1, wanted[i]!]));
      const broken = [...oddCells(xml), ...hiddenFaults(rows, firstRow, places)]
        .filter(({ row, column }) => row >= firstRow && used.has(column))
        .map(({ column, ...odd }): BrokenLine => ({
          ...odd,
          column: used.get(column)!,
          fault: "unfit cell",
        }));
      yield { frame: polars.DataFrame(series), firstRow, broken };
    },
  };
}

/** Cells of some columns that look right and are not: rounded, or with unseen marks. */
function hiddenFaults(
  rows: readonly Cell[][],
  firstRow: number,
  places: readonly number[],
): OddCell[] {
  return rows.flatMap((row, index) =>
    places.flatMap((at): OddCell[] => {
      const cell = row[at] ?? null;
      const fault = (expected: Wanted) => [{
        row: firstRow + index,
        column: at + 1,
        value: String(cell),
        expected,
      }];
      if (typeof cell === "number" && Math.abs(cell) >= MOST_DIGITS) {
        return fault(["fifteenDigitsRounded"]);
      }
      if (typeof cell === "string" && hasUnseen(cell)) {
        return fault(["noControlCharacters"]);
      }
      return [];
    })
  );
}

/** The first row in which half of the columns are filled: titles fill few. */
function seemingHeaderRow(rows: readonly Cell[][]): number {
  const [first = []] = rows; // all rows have one length
  const at = rows.findIndex((row) => {
    const filled = row.filter((cell) => cell !== null).length;
    return filled > 1 && filled >= first.length / 2;
  });
  return Math.max(at, 0) + 1;
}

/** A cell as the text that stands for it. */
function cellText(cell: Cell, decimalMark: string): string {
  if (cell === null) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === "number") return String(cell).replace(".", decimalMark);
  return String(cell);
}
