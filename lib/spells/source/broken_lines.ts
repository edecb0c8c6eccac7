import type { Words } from "@jkp/language";
import { hasUnseen, shownValue } from "@jkp/problem";
import { type CsvBlock, MOST_LINE_BYTES } from "./csv_blocks.ts";
import { cellsOfLine } from "./line_cells.ts";
import { isUnusual } from "./plain_lines.ts";
import { type Wanted, wantedInWords } from "./wanted.ts";

/**
 * What is wrong with a line, or in a sheet or Parquet file with a cell of it ("unfit cell").
 */
export type LineFault =
  | "too long"
  | "encoding"
  | "quotes"
  | "too few cells"
  | "too many cells"
  | "unseen characters"
  | "unfit cell";

/** What stands in a cell and is no text: bytes of no encoding, a formula not worked out. */
export type UnshownValue = "otherBytes" | "formulaAlone";

/** A line of a delimited file that is no record. */
export interface BrokenLine {
  /** Line number in the file, counted from 1. */
  readonly row: number;
  /** Column that is wrong, as the file names it; none where the whole line is. */
  readonly column?: string;
  /** What stands there. */
  readonly value: string;
  /** What it is, where what stands there is no text to be shown. */
  readonly what?: UnshownValue;
  /** What would have been accepted. */
  readonly expected: Wanted;
  readonly fault: LineFault;
  /** How many cells stand there, where they are too few or too many. */
  readonly cells?: number;
}

/** What stands in a line that is no record and what would be one, in words of a language. */
export function lineInWords(
  { value, what, cells, expected }: BrokenLine,
  words: Words["check"],
): { readonly value: string; readonly expected: string } {
  return {
    value: cells !== undefined
      ? words.value.cells(cells)
      : what === undefined
      ? value
      : words.value[what],
    expected: wantedInWords(expected, words.expected),
  };
}

/** Whether the cells that a line has can be read all the same. */
export function isReadable({ fault }: BrokenLine): boolean {
  return fault === "too few cells" || fault === "unfit cell";
}

/** What the lines of a file must be like. */
export interface LineForm {
  readonly delimiter: string;
  /** Names of the columns, in order. */
  readonly columns: readonly string[];
  /** The columns that are read: in others any text may stand. */
  readonly wanted: readonly string[];
}

/** A line of a block: which one, and where its bytes are, without the line end. */
interface Line {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;

/** What a byte means to the scan of lines. */
const PLAIN = 0, DELIMITER = 1, LINE_END = 2, MARK = 3, RETURN_BYTE = 4, UNUSUAL = 5;

/** The lines of a block that are no records. */
export interface LinesFound {
  readonly broken: readonly BrokenLine[];
  /** Rows in which nothing stands at all. */
  readonly empty: readonly number[];
}

/**
 * Finds the lines of a block that are no records, each with what is wrong.
 *
 * A line is broken if it has more or fewer cells than the header, is no UTF-8, a quotation
 * mark in it does not enclose a whole cell, or a control character or one that nobody sees
 * stands in a column that is read. An empty line is no record, and not broken.
 */
export function brokenLines(block: CsvBlock, form: LineForm): LinesFound {
  return linesFound(oddLines(block.bytes, form), block, form);
}

/** The same for a block that a parser stumbled over: every line is looked at. */
export function allBrokenLines(block: CsvBlock, form: LineForm): LinesFound {
  const lines: Line[] = [];
  for (let start = 0, number = 0; start < block.bytes.length; number++) {
    const end = block.bytes.indexOf(NEWLINE, start);
    lines.push({ number, start, end });
    start = end + 1;
  }
  return linesFound(lines, block, form);
}

function linesFound(
  lines: readonly Line[],
  { bytes, firstLine }: CsvBlock,
  form: LineForm,
): LinesFound {
  const [broken, empty]: [BrokenLine[], number[]] = [[], []];
  for (const { number, start, end } of lines) {
    const row = firstLine + number;
    const line = bytes.subarray(start, bytes[end - 1] === RETURN ? end - 1 : end);
    const wrong = line.length === 0 ? undefined : whatIsWrong(line, form);
    if (line.length === 0) empty.push(row);
    if (wrong !== undefined) broken.push({ row, ...wrong });
  }
  return { broken, empty };
}

/** The bytes with an empty line in place of each line of some rows. */
export function withoutRows(block: CsvBlock, rows: readonly number[]): Uint8Array {
  if (rows.length === 0) return block.bytes;
  const taken = new Set(rows.map((row) => row - block.firstLine));
  const kept = new Uint8Array(block.bytes.length);
  let size = 0;
  for (let start = 0, number = 0; start < block.bytes.length; number++) {
    const end = block.bytes.indexOf(NEWLINE, start) + 1;
    const line = block.bytes.subarray(taken.has(number) ? end - 1 : start, end);
    kept.set(line, size);
    size += line.length;
    start = end;
  }
  return kept.subarray(0, size);
}

/** One pass over the bytes: lines that may be broken or are empty, which are few. */
function oddLines(bytes: Uint8Array, { delimiter, columns }: LineForm): Line[] {
  const kinds = kindsOfBytes(delimiter);
  const separator = delimiter.charCodeAt(0);
  const odd: Line[] = [];
  let [number, start, cells, isOdd] = [0, 0, 1, false];
  for (let at = 0; at < bytes.length; at++) {
    const kind = kinds[bytes[at]!]!;
    if (kind === PLAIN) continue;
    if (kind === DELIMITER) {
      cells++;
    } else if (kind === LINE_END) {
      const length = at - start - (bytes[at - 1] === RETURN ? 1 : 0);
      const isUnfit = cells !== columns.length || length <= 0 || length > MOST_LINE_BYTES;
      if (isOdd || isUnfit) {
        odd.push({ number, start, end: at });
      }
      number++;
      [start, cells, isOdd] = [at + 1, 1, false];
    } else if (kind === MARK) {
      const isAtStart = at === start || bytes[at - 1] === separator;
      const end = isAtStart ? plainEndOfQuotes(bytes, at, kinds) : -1;
      if (end === -1) isOdd = true;
      else at = end;
    } else if (kind === UNUSUAL || bytes[at + 1] !== NEWLINE) {
      isOdd = true;
    }
  }
  return odd;
}

/** Where a quoted cell of usual bytes ends; -1 if it is anything else. */
function plainEndOfQuotes(bytes: Uint8Array, from: number, kinds: Uint8Array): number {
  for (let at = from + 1; at < bytes.length; at++) {
    const kind = kinds[bytes[at]!]!;
    if (kind === PLAIN || kind === DELIMITER) continue;
    if (kind !== MARK) return -1;
    if (bytes[at + 1] === QUOTE) {
      at++;
      continue;
    }
    const next = kinds[bytes[at + 1]!]!;
    return next === DELIMITER || next === LINE_END || next === RETURN_BYTE ? at : -1;
  }
  return -1;
}

/** The kind of each byte. */
function kindsOfBytes(delimiter: string): Uint8Array {
  const kinds = Uint8Array.from(
    { length: 256 },
    (_, byte) => isUnusual(byte) ? UNUSUAL : PLAIN,
  );
  kinds[RETURN] = RETURN_BYTE;
  kinds[NEWLINE] = LINE_END;
  kinds[QUOTE] = MARK;
  kinds[delimiter.charCodeAt(0)] = DELIMITER;
  return kinds;
}

/** What is wrong with a line that is not empty; `undefined` if it is a record. */
function whatIsWrong(
  line: Uint8Array,
  { delimiter, columns, wanted }: LineForm,
): Omit<BrokenLine, "row"> | undefined {
  const text = textOf(line);
  const whole = (fault: LineFault, expected: Wanted): Omit<BrokenLine, "row"> => {
    const value = text ?? new TextDecoder().decode(line);
    return { fault, value: shownValue(value), expected };
  };
  if (line.length > MOST_LINE_BYTES) {
    return whole("too long", ["lineAtMost", MOST_LINE_BYTES]);
  }
  if (text === undefined) return whole("encoding", ["utf8"]);
  const cells = cellsOfLine(text, delimiter);
  if (cells === undefined) {
    return whole("quotes", ["quotes"]);
  }
  if (cells.length !== columns.length) {
    return {
      fault: cells.length < columns.length ? "too few cells" : "too many cells",
      value: `${cells.length} cells`,
      cells: cells.length,
      expected: ["cellsAsInHeader", columns.length],
    };
  }
  const unseen = cells.findIndex((cell, i) =>
    wanted.includes(columns[i]!) && (hasUnseen(cell) || cell.includes("\r"))
  );
  if (unseen === -1) return undefined;
  return {
    fault: "unseen characters",
    column: columns[unseen]!,
    value: shownValue(cells[unseen]!),
    expected: ["seenCharacters"],
  };
}

/** A line as text; `undefined` if it is no UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
