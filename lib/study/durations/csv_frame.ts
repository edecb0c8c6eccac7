import { cell, parseTable } from "@jkp/files";
import { readText } from "@jkp/files/read";
import { wordsOf } from "@jkp/language";
import { didYouMean, throwIfAny } from "@jkp/problem";
import { wantedInWords } from "@jkp/spells";
import type { DataFrame } from "nodejs-polars";
import { CappedProblems } from "./capped_problems.ts";

/** Rows of a file, with how a person would number them. */
export interface NumberedFrame {
  readonly frame: DataFrame;
  /** Number of a row (from 0) as a person counts: in CSV the line on which it begins. */
  rowNumber(row: number): number;
}

/**
 * Reads columns of a CSV file as text. Empty lines are no rows.
 * @throws {DataError} If the file or its header cannot be read, a column is not there, or
 * lines are no records.
 */
export async function readCsvFrame(
  path: string,
  wanted: readonly string[],
): Promise<NumberedFrame> {
  const { openSpellFile } = await import("@jkp/spells/read");
  const { default: polars } = await import("nodejs-polars");
  const file = await openSpellFile(path, { delimiter: ",", encoding: "utf-8" });
  refuseMissing(path, file.columns, wanted);
  const frames = [polars.DataFrame(Object.fromEntries(wanted.map((name) => [name, []])))];
  const rowNumbers: Uint32Array[] = [];
  const problems = new CappedProblems();
  const words = wordsOf("en").check.expected;
  for await (const { frame, firstRow, broken, emptyRows = [] } of file.rows(wanted)) {
    if (broken.some(({ fault }) => fault === "quotes")) {
      return await readRecords(path, wanted);
    }
    for (const { row, column, value, expected } of broken) {
      const place = column === undefined ? `row ${row}` : `row ${row}, column ${column}`;
      problems.add({
        file: path,
        place,
        expected: wantedInWords(expected, words),
        received: value,
      });
    }
    const lines = new Uint32Array(frame.height);
    for (let row = 0; row < lines.length; row++) lines[row] = firstRow + row;
    if (emptyRows.length === 0) {
      rowNumbers.push(lines);
      frames.push(frame);
      continue;
    }
    const empty = new Set(emptyRows);
    rowNumbers.push(lines.filter((line) => !empty.has(line)));
    frames.push(
      frame.filter(polars.Series(Array.from(lines, (line) => !empty.has(line)))),
    );
  }
  problems.throwIfAny(path);
  const filled = frames.filter(({ height }) => height > 0);
  return {
    frame: filled.length === 0 ? frames[0]! : polars.concat(filled),
    rowNumber: (row) => atIn(rowNumbers, row),
  };
}

/** What stands at an index of pieces one after another. */
function atIn(pieces: readonly Uint32Array[], index: number): number {
  let before = 0;
  for (const piece of pieces) {
    if (index < before + piece.length) return piece[index - before]!;
    before += piece.length;
  }
  return NaN;
}

/** The slow way, for quoted cells that go over lines. */
async function readRecords(
  path: string,
  wanted: readonly string[],
): Promise<NumberedFrame> {
  const { default: polars } = await import("nodejs-polars");
  const columns = Object.fromEntries(
    wanted.map((name) => [name, [name, cell.anything] as const]),
  );
  const records = parseTable(path, await readText(path), columns);
  return {
    frame: polars.DataFrame(Object.fromEntries(
      wanted.map((name) => [name, records.map(({ row }) => row[name])]),
    )),
    rowNumber: (row) => records[row]!.line,
  };
}

/** Throws if a file has not all columns that are wanted. */
export function refuseMissing(
  path: string,
  columns: readonly string[],
  wanted: readonly string[],
): void {
  throwIfAny(
    wanted.filter((name) => !columns.includes(name)).map((name) => ({
      file: path,
      place: "header",
      expected: `a column "${name}"${didYouMean(name, columns)}`,
      received: columns.join(", "),
    })),
  );
}
