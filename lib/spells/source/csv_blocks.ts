import { sumSimple } from "simple-statistics";

/** How the text of a delimited file is written. */
export interface TextFormat {
  /** Character between cells. */
  readonly delimiter: string;
  readonly encoding: "utf-8" | "windows-1252";
}

/** A piece of a delimited file that ends with a whole line. */
export interface CsvBlock {
  /** Line number of its first line in the file, counted from 1. */
  readonly firstLine: number;
  /** UTF-8 bytes; every line ended. */
  readonly bytes: Uint8Array;
}

/** What one block holds at least: enough to keep the parser busy, little in memory. */
const BLOCK_BYTES = 48 * 1024 * 1024;

/** What is read at once. */
const READ_BYTES = 4 * 1024 * 1024;

const NEWLINE = 10;

/**
 * Reads a delimited file in blocks of whole lines, in bounded memory.
 *
 * A byte order mark is dropped, `.gz` is unpacked and other encodings become UTF-8 on the
 * way. One line is one record: a line break inside quotation marks does not occur in an
 * extract, and to accept it would let a stray mark swallow the rest of the file.
 * @throws {TypeError} If the file is no gzip though its name says so, or its text is not
 * of the encoding.
 */
export async function* csvBlocks(
  path: string,
  encoding: TextFormat["encoding"],
  blockBytes: number = BLOCK_BYTES,
): AsyncGenerator<CsvBlock> {
  let pieces: Uint8Array[] = [];
  let size = 0;
  let firstLine = 1;
  const block = (bytes: Uint8Array): CsvBlock => {
    const made = { firstLine, bytes };
    firstLine += countLines(bytes);
    return made;
  };
  for await (const piece of piecesOf(path, encoding)) {
    pieces.push(piece);
    size += piece.length;
    if (size < blockBytes) continue;
    const end = piece.lastIndexOf(NEWLINE) + 1;
    if (end === 0) continue; // a line longer than a block: go on to its end
    pieces[pieces.length - 1] = piece.subarray(0, end);
    yield block(withoutByteOrderMark(joined(pieces), firstLine));
    pieces = [piece.subarray(end)];
    size = piece.length - end;
  }
  const rest = withoutByteOrderMark(joined(pieces), firstLine);
  if (rest.length === 0) return;
  const isEnded = rest.at(-1) === NEWLINE;
  yield block(isEnded ? rest : joined([rest, new Uint8Array([NEWLINE])]));
}

/** The file's bytes as UTF-8, in pieces of no meaning. */
async function* piecesOf(
  path: string,
  encoding: TextFormat["encoding"],
): AsyncGenerator<Uint8Array> {
  using file = await Deno.open(path);
  if (path.endsWith(".gz") || encoding !== "utf-8") {
    yield* converted(file.readable, path.endsWith(".gz"), encoding);
    return;
  }
  while (true) { // large reads: the file's own stream has small pieces, and is slow
    const piece = new Uint8Array(READ_BYTES);
    const size = await file.read(piece);
    if (size === null) return;
    yield piece.subarray(0, size);
  }
}

function converted(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  isPacked: boolean,
  encoding: TextFormat["encoding"],
): ReadableStream<Uint8Array> {
  const plain = isPacked ? stream.pipeThrough(new DecompressionStream("gzip")) : stream;
  if (encoding === "utf-8") return plain;
  return plain
    .pipeThrough(new TextDecoderStream(encoding))
    .pipeThrough(new TextEncoderStream());
}

/** Number of line ends. */
function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (
    let at = bytes.indexOf(NEWLINE);
    at !== -1;
    at = bytes.indexOf(NEWLINE, at + 1)
  ) lines++;
  return lines;
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

/** The first block without the mark that some programs put before UTF-8. */
function withoutByteOrderMark(bytes: Uint8Array, firstLine: number): Uint8Array {
  const hasMark = firstLine === 1 && bytes[0] === 0xef && bytes[1] === 0xbb &&
    bytes[2] === 0xbf;
  return hasMark ? bytes.subarray(3) : bytes;
}
