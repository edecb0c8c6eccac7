import { DataError } from "@jkp/problem";
import { parse } from "@std/csv";

/** A record of a CSV file with the line on which it begins; the header is line 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Splits CSV text into records; empty lines are none. */
export function csvRecords(file: string, text: string): CsvRecord[] {
  if (text.includes("\r") && !text.includes("\n")) {
    const expected = "lines that end in LF, or in CR and LF";
    throw new DataError([{ file, expected, received: "CR alone" }]);
  }
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
