import { saidError } from "@jkp/language";
import { parse } from "@std/csv";

/** A record of a CSV file with the line on which it begins; the header is line 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Splits CSV text into records, one by one; empty lines are none.
 *
 * @throws {DataError} If the text is no CSV: at the first record.
 */
export function* csvRecords(file: string, text: string): Generator<CsvRecord> {
  const trim = trimOf(text);
  if (text.includes("\r") && !text.includes("\n")) {
    throw saidError([({ files: { table } }) => ({
      file,
      expected: table.lineEnds,
      received: table.returnsAlone,
    })]);
  }
  if (!text.includes('"')) return yield* plainRecords(text, trim);
  let records: string[][];
  try {
    records = parse(text);
  } catch (error) {
    const received = error instanceof Error ? error.message : String(error);
    throw saidError([({ files }) => ({
      file,
      expected: files.table.wellFormed,
      received,
    })]);
  }
  const lines = linesOfRecords(text.replace(/^\ufeff/, ""));
  for (const [i, cells] of records.entries()) {
    yield { line: lines[i]!, cells: cells.map(trim) };
  }
}

/**
 * Takes blanks off a cell. Signs that JavaScript takes for blanks and nobody sees stay, to
 * be refused: a byte order mark in the middle of a text is no part of an id.
 */
function trimOf(text: string): (cell: string) => string {
  const hasUnseenBlanks = /[\u2028\u2029]|(?!^)\ufeff/.test(text);
  return hasUnseenBlanks
    ? (cell) => cell.replace(/^[^\S\u2028\u2029\ufeff]+|[^\S\u2028\u2029\ufeff]+$/g, "")
    : (cell) => cell.trim();
}

/** Records of a text without quotes: a line each, so that millions need little room. */
function* plainRecords(
  text: string,
  trim: (cell: string) => string,
): Generator<CsvRecord> {
  let from = text.startsWith("\ufeff") ? 1 : 0;
  for (let line = 1; from < text.length; line++) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    const isCrLf = end > from && text[end - 1] === "\r";
    const record = text.slice(from, isCrLf ? to - 1 : to);
    if (record !== "") {
      yield {
        line,
        cells: record.split(",").map(trim),
      };
    }
    from = to + 1;
  }
}

/** Where records begin: empty lines are none, and a quoted cell may hold line breaks. */
function linesOfRecords(text: string): number[] {
  const starts: number[] = [];
  let isQuoted = false;
  text.split("\n").forEach((line, i) => {
    if (!isQuoted && line.replace(/\r$/, "") !== "") starts.push(i + 1);
    if ((line.split('"').length - 1) % 2 === 1) isQuoted = !isQuoted;
  });
  return starts;
}
