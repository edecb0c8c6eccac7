import { DataError } from "@jkp/problem";
import { parse } from "@std/csv";

/** A record of a CSV file with the line on which it begins; the header is line 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Splits CSV text into records; empty lines are none. Where nothing is quoted they are made
 * one by one, so that a large file is not held twice.
 *
 * @throws {DataError} If the text is no CSV.
 */
export function csvRecords(file: string, text: string): Iterable<CsvRecord> {
  if (text.includes("\r") && !text.includes("\n")) {
    const expected = "lines that end in LF, or in CR and LF";
    throw new DataError([{ file, expected, received: "CR alone" }]);
  }
  if (!text.includes('"')) return unquotedRecords(text);
  let records: string[][];
  try {
    records = parse(text);
  } catch (error) {
    const received = error instanceof Error ? error.message : String(error);
    throw new DataError([{ file, expected: "well-formed CSV", received }]);
  }
  const lines = linesOfRecords(text.replace(/^\ufeff/, ""));
  return records.map((cells, i) => ({
    line: lines[i]!,
    cells: cells.map((each) => each.trim()),
  }));
}

/** Records of a text without quotes: a line each, however its lines end. */
function* unquotedRecords(text: string): Generator<CsvRecord> {
  let start = text.startsWith("\ufeff") ? 1 : 0;
  for (let line = 1; start < text.length; line++) {
    const newline = text.indexOf("\n", start);
    const next = newline < 0 ? text.length : newline;
    const end = text[next - 1] === "\r" ? next - 1 : next;
    if (end > start) {
      const cells = text.slice(start, end).split(",").map((each) => each.trim());
      yield { line, cells };
    }
    start = next + 1;
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
