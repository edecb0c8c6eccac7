import { saidError } from "@jkp/language";
import type { DataError } from "@jkp/problem";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** An encoding that a mapping can name. */
export type TextEncoding = "utf-8" | "windows-1252";

/** An encoding that a file can have: UTF-16 shows in its first bytes. */
type FileEncoding = TextEncoding | "utf-16le" | "utf-16be";

/** What is read at once. */
const READ_BYTES = 4 * 1024 * 1024;

/** What is read at once at least, where a file may have grown. */
const LEAST_BYTES = 4096;

/** What is unpacked at once. */
const UNPACKED_BYTES = 1024 * 1024;

/**
 * Times its own size that a packed file may unpack to, once it is above the bytes that
 * never hurt. Spells as text shrink to a tenth; and more rows than that would need more
 * memory than an office computer has.
 */
const MOST_TIMES = 20;
const HARMLESS_BYTES = 256 * 1024 * 1024;

/**
 * The text of a file as UTF-8 without a byte order mark, in pieces of no meaning; each
 * piece is the reader's own. `.gz` is unpacked, all members of it.
 *
 * The first bytes say whether it is UTF-16, or UTF-8 with a mark; else it is what the
 * mapping says.
 * @param path The file.
 * @param encoding What the mapping says.
 * @param harmlessBytes Bytes that any packed file may unpack to.
 * @throws {DataError} If a packed file unpacks to more than these and twenty times its
 * size.
 */
export async function* piecesOfText(
  path: string,
  encoding: TextEncoding,
  harmlessBytes: number = HARMLESS_BYTES,
): AsyncGenerator<Uint8Array> {
  const pieces = path.toLowerCase().endsWith(".gz")
    ? unpacked(path, harmlessBytes)
    : piecesOfFile(path);
  try {
    const { value: first, done } = await pieces.next();
    if (done) return;
    const found = encodingOf(first, encoding);
    if (found === "utf-8") {
      yield withoutMark(first);
      yield* pieces;
    } else {
      yield* decoded(first, pieces, found);
    }
  } finally {
    await pieces.return(undefined);
  }
}

async function* decoded(
  first: Uint8Array,
  others: AsyncIterable<Uint8Array>,
  encoding: FileEncoding,
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const encoder = new TextEncoder();
  yield encoder.encode(decoder.decode(first, { stream: true }));
  for await (const piece of others) {
    yield encoder.encode(decoder.decode(piece, { stream: true }));
  }
  yield encoder.encode(decoder.decode());
}

async function* piecesOfFile(path: string): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  using file = await Deno.open(path);
  // As large as the file, up to a limit: its own stream has small pieces, and is slow; and
  // of thousands of small files each would wait for a large piece of memory.
  let left = (await file.stat()).size;
  while (true) {
    const piece = new Uint8Array(Math.min(READ_BYTES, Math.max(left, LEAST_BYTES)));
    const size = await file.read(piece);
    if (size === null) return;
    left -= size;
    yield piece.subarray(0, size);
  }
}

async function* unpacked(
  path: string,
  harmlessBytes: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { size } = await Deno.stat(path);
  const most = Math.max(harmlessBytes, MOST_TIMES * size);
  const packed = Readable.from(piecesOfFile(path), { objectMode: false });
  // not the stream of the web: it takes files of several members for damaged
  const gunzip = createGunzip({ chunkSize: UNPACKED_BYTES });
  packed.on("error", (error) => gunzip.destroy(error)).pipe(gunzip);
  let bytes = 0;
  try {
    for await (const piece of gunzip) {
      bytes += piece.length;
      if (bytes > most) throw unpacksToTooMuch(path, most);
      yield new Uint8Array(piece);
    }
  } finally {
    packed.destroy();
    gunzip.destroy();
  }
}

function unpacksToTooMuch(path: string, most: number): DataError {
  return saidError([({ extract: { source } }) => ({
    file: path,
    expected: source.unpacksTo(MOST_TIMES),
    received: source.moreBytes(most),
  })]);
}

/** The encoding that the first bytes show, or the one that the mapping says. */
function encodingOf(bytes: Uint8Array, said: TextEncoding): FileEncoding {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return "utf-16le";
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return "utf-16be";
  return said;
}

/** Bytes without the mark that some programs put before UTF-8. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return hasMark ? bytes.subarray(3) : bytes;
}
