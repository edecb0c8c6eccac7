import { gunzipSync } from "node:zlib";
import { type Content, NotRead, type Table } from "./mutant.ts";

/** Cells of a row by name of the column. */
export type PlainRow = ReadonlyMap<string, string>;

/**
 * The rows of a CSV file, read in the plainest way, strictly: a mark only around a whole
 * cell, as many cells a row as names, each name once. Empty lines are passed over.
 * @throws {NotRead} If it is anything else.
 */
export function readPlainly(name: string, content: Content): PlainRow[] {
  if (!(content instanceof Uint8Array)) throw new NotRead("a link");
  return rowsOf(tableOf(textOf(/\.gz$/i.test(name) ? unpacked(content) : content)));
}

/**
 * Rows by column.
 * @throws {NotRead} If a name stands twice, or a row is longer or shorter.
 */
export function rowsOf({ header, rows }: Table): PlainRow[] {
  const names = header.map((name) => name.trim());
  const filled = names.filter((name) => name !== "");
  if (new Set(filled).size !== filled.length) throw new NotRead("a name twice");
  return rows.map((cells) => {
    if (cells.length !== names.length) throw new NotRead("a row of another length");
    return new Map(names.map((column, at) => [column, cells[at]!.trim()]));
  });
}

function unpacked(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes);
  } catch {
    throw new NotRead("no gzip");
  }
}

function textOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe
    ? "utf-16le"
    : a === 0xfe && b === 0xff
    ? "utf-16be"
    : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new NotRead("no text");
  }
}

function tableOf(text: string): Table {
  const ended = text.endsWith("\n") || text.endsWith("\r") ? text : `${text}\n`;
  const lines = ended.includes("\n")
    ? ended.replaceAll("\r\n", "\n")
    : ended.replaceAll("\r", "\n");
  const records: string[][] = [];
  let cells: string[] = [];
  for (let at = 0; at < lines.length;) {
    const { cell, end } = cellAt(lines, at);
    cells.push(cell);
    if (lines[end] === "\n") {
      if (cells.length > 1 || cell !== "") records.push(cells);
      cells = [];
    }
    at = end + 1;
  }
  const [header, ...rows] = records;
  if (header === undefined) throw new NotRead("nothing in it");
  return { header, rows };
}

/** A cell, and where the comma or line end after it stands. */
function cellAt(text: string, from: number): { cell: string; end: number } {
  let [cell, end] = ["", from];
  if (text[from] !== '"') {
    while (text[end] !== "," && text[end] !== "\n") {
      if (end >= text.length || text[end] === '"') throw new NotRead("a mark in a cell");
      cell += text[end++];
    }
    return { cell, end };
  }
  for (end++; text[end] !== '"' || text[end + 1] === '"'; end++) {
    if (end >= text.length) throw new NotRead("a mark that does not close");
    cell += text[end];
    if (text[end] === '"') end++;
  }
  end++;
  if (text[end] !== "," && text[end] !== "\n") throw new NotRead("text after a mark");
  return { cell, end };
}

/** A month as `YYYY-MM`, counted from the year 0. */
export function monthIn(text: string): number {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  if (match === null) throw new NotRead(`no month: ${text}`);
  return 12 * Number(match[1]) + Number(match[2]) - 1;
}

/** A number of digits, with a point or without. */
export function numberIn(text: string): number {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new NotRead(`no number: ${text}`);
  return Number(text);
}

/** What stands in a column that must be there, as other than control signs. */
export function textIn(row: PlainRow, column: string): string {
  const text = row.get(column);
  if (text === undefined) throw new NotRead(`no column ${column}`);
  if (/[\p{Cc}\p{Cf}]/u.test(text)) throw new NotRead(`a sign not seen in ${column}`);
  return text;
}
