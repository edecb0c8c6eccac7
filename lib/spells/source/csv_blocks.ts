import { saidError } from "@jkp/language";
import { QuotedBreaks } from "@jkp/mapping";
import type { DataError } from "@jkp/problem";
import { sumSimple } from "simple-statistics";
import { countByte } from "./byte_words.ts";
import { piecesOfText, type TextEncoding } from "./text_pieces.ts";

/** How the text of a delimited file is written. */
export interface TextFormat {
  /** Character between cells. */
  readonly delimiter: string;
  /** Encoding, as far as the file's first bytes do not tell. */
  readonly encoding: TextEncoding;
  /**
   * Row in which the names of the columns stand.
   * @default {1}
   */
  readonly headerRow?: number;
  /**
   * Whether a line break inside quotation marks is a part of its cell, as a space: lines are
   * then counted as records.
   * @default {false}
   */
  readonly quotedLineBreaks?: boolean;
}

/** A piece of a delimited file that ends with a whole line. */
export interface CsvBlock {
  /** Line number of its first line in the file, counted from 1. */
  readonly firstLine: number;
  readonly lineCount: number;
  /** UTF-8 bytes; every line ended. */
  readonly bytes: Uint8Array;
}

/** Bytes of a line at most: a hundred times what the widest extract needs. */
export const MOST_LINE_BYTES = 1024 * 1024;

/** What one block holds at least: enough to keep the parser busy, little in memory. */
const BLOCK_BYTES = 48 * 1024 * 1024;

const NEWLINE = 10;
const RETURN = 13;

/**
 * Reads a delimited file in blocks of whole lines, in bounded memory.
 *
 * A byte order mark is dropped, `.gz` is unpacked, other encodings become UTF-8, lines
 * that end in CR alone get LF on the way, and line breaks inside quotation marks become
 * spaces where the format says so.
 * @throws {DataError} If a line is longer than 1 MiB, or a packed file unpacks to far more
 * than its size.
 * @throws {Error} If the file is no gzip though its name says so, its text is not of the
 * encoding, or a quotation mark is not closed.
 */
export async function* csvBlocks(
  path: string,
  { encoding, delimiter, quotedLineBreaks = false }: TextFormat,
  blockBytes: number = BLOCK_BYTES,
): AsyncGenerator<CsvBlock> {
  let pieces: Uint8Array[] = [];
  let size = 0;
  let firstLine = 1;
  let lineBytes = 0;
  let hasReturnsAlone: boolean | undefined;
  const breaks = quotedLineBreaks ? new QuotedBreaks(delimiter) : undefined;
  const block = (bytes: Uint8Array): CsvBlock => {
    const made = { firstLine, lineCount: countByte(bytes, NEWLINE), bytes };
    firstLine += made.lineCount;
    return made;
  };
  for await (const piece of piecesOfText(path, encoding)) {
    hasReturnsAlone ??= endsLinesWithReturn(piece);
    if (hasReturnsAlone) replaceReturns(piece);
    breaks?.join(piece);
    pieces.push(piece);
    size += piece.length;
    const end = piece.lastIndexOf(NEWLINE) + 1;
    lineBytes = end === 0 ? lineBytes + piece.length : piece.length - end;
    if (lineBytes > MOST_LINE_BYTES) throw lineTooLong(path, firstLine, pieces);
    if (size < blockBytes || end === 0) continue;
    pieces[pieces.length - 1] = piece.subarray(0, end);
    yield block(joined(pieces));
    pieces = [piece.subarray(end)];
    size = piece.length - end;
  }
  const rest = joined(pieces);
  if (rest.length === 0) return;
  const isEnded = rest.at(-1) === NEWLINE;
  yield block(isEnded ? rest : joined([rest, new Uint8Array([NEWLINE])]));
}

/** Whether lines end in CR alone, as programs of old Macintosh computers write them. */
function endsLinesWithReturn(piece: Uint8Array): boolean {
  return !piece.includes(NEWLINE) && piece.subarray(0, -1).includes(RETURN);
}

function replaceReturns(piece: Uint8Array): void {
  for (let at = piece.indexOf(RETURN); at !== -1; at = piece.indexOf(RETURN, at + 1)) {
    piece[at] = NEWLINE;
  }
}

function lineTooLong(
  path: string,
  firstLine: number,
  pieces: readonly Uint8Array[],
): DataError {
  const row = firstLine + sumSimple(pieces.map((piece) => countByte(piece, NEWLINE)));
  return saidError([({ files, check, extract }) => ({
    file: path,
    place: files.place.row(row),
    expected: check.expected.lineAtMost(MOST_LINE_BYTES),
    received: extract.source.longerLine,
  })]);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0]!;
  const bytes = new Uint8Array(sumSimple(pieces.map((piece) => piece.length)));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
