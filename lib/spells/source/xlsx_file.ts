import { DataError } from "@jkp/problem";
import { polars } from "./polars.ts";
import type { SpellFile } from "./spell_file.ts";

/** Rows from which on a workbook is the wrong format: it is held in memory whole. */
const MOST_ROWS = 200_000;

/**
 * Opens one sheet of a workbook, the first if none is named. Columns of numbers stay
 * numbers; in others dates become `YYYY-MM-DD`, and cells their plain text.
 * @throws {DataError} If it is no workbook, has no such sheet, or the sheet is empty or
 * larger than 200,000 rows.
 */
export async function openXlsxFile(
  path: string,
  format: { readonly sheet?: string },
): Promise<SpellFile> {
  // loaded where it is wanted: it asks for permissions that other formats do not need
  const { default: readWorkbook } = await import("read-excel-file/node");
  const sheets = await readWorkbook(path).catch((error: unknown) => {
    const received = error instanceof Error ? error.message : String(error);
    throw new DataError([{ file: path, expected: "a workbook (.xlsx)", received }]);
  });
  const sheet = format.sheet === undefined
    ? sheets[0]
    : sheets.find(({ sheet }) => sheet === format.sheet);
  if (sheet === undefined) {
    throw new DataError([{
      file: path,
      expected: `a sheet ${format.sheet ?? ""}`.trim(),
      received: sheets.map(({ sheet }) => sheet).join(", "),
    }]);
  }
  const [header = [], ...rows] = sheet.data;
  if (header.length === 0 || rows.length > MOST_ROWS) {
    throw new DataError([{
      file: path,
      expected: `a header and at most ${MOST_ROWS.toLocaleString("en")} rows; ` +
        "more go into CSV or Parquet",
      received: `${rows.length.toLocaleString("en")} rows`,
    }]);
  }
  const columns = header.map((cell) => cellText(cell).trim());
  return {
    path,
    columns,
    async *rows(wanted) {
      const series = wanted.map((name) => {
        const cells = rows.map((row) => row[columns.indexOf(name)] ?? null);
        return cells.every((cell) => cell === null || typeof cell === "number")
          ? polars.Series(name, cells, polars.Float64)
          : polars.Series(name, cells.map(cellText), polars.Utf8);
      });
      if (rows.length > 0) {
        yield { frame: polars.DataFrame(series), firstRow: 2, broken: [] };
      }
    },
  };
}

/** A cell as the text that stands for it. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell);
}
