import { type Said, type Words, wordsOf } from "@jkp/language";
import { Buffer } from "node:buffer";
import { crc32, inflateRawSync } from "node:zlib";

/** A file in a ZIP archive, as the archive's directory lists it. */
interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly start: number;
}

/** What is wrong with an archive, to be said in any language. */
export class ArchiveError extends Error {
  readonly said: Said<string>;

  constructor(said: (words: Words["extract"]["archive"]) => string) {
    super(said(wordsOf("en").extract.archive));
    this.said = ({ extract }) => said(extract.archive);
  }
}

function damaged(): ArchiveError {
  return new ArchiveError((words) => words.damaged);
}

/** Why a workbook cannot be read, whoever found it. */
export function reasonOf(error: unknown): Said<string> {
  if (error instanceof ArchiveError) return error.said;
  const reason = error instanceof Error ? error.message : String(error);
  return () => reason;
}

/** Marks at the start of the directory's end, of its entries and of the files. */
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_FILE = 0x04034b50;

/** Bytes of these records without their names, and of the longest comment at the end. */
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const MOST_COMMENT_BYTES = 0xffff;

const STORED = 0;
const DEFLATED = 8;

/**
 * The files of a ZIP archive, unpacked on demand. What is unpacked has the size and the
 * CRC-32 that the archive states, so a damaged one is no source of other numbers.
 *
 * fflate and read-excel-file compare neither.
 *
 * @see PKWARE (2022), APPNOTE.TXT, .ZIP file format specification, sections 4.3 and 4.4.
 */
export class ZipParts {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #mostBytes: number;
  #unpacked = 0;

  /**
   * @param bytes The archive.
   * @param mostBytes How much may be unpacked of it, in all.
   * @throws {ArchiveError} If it is none.
   */
  constructor(bytes: Uint8Array, mostBytes: number) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = entriesOf(this.#bytes);
    this.#mostBytes = mostBytes;
  }

  /** Names of the files. */
  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /**
   * Unpacks a file; `undefined` if there is none of that name.
   * @throws {ArchiveError} If it is not as the directory says, or too large.
   */
  unpack(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name);
    if (entry === undefined) return undefined;
    this.#unpacked += entry.size;
    if (this.#unpacked > this.#mostBytes) {
      const most = this.#mostBytes / 2 ** 20;
      throw new ArchiveError(({ tooLarge }) => tooLarge(most));
    }
    const bytes = this.#contentOf(entry);
    if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) {
      throw new ArchiveError(({ otherSum }) => otherSum(name));
    }
    return bytes;
  }

  #contentOf({ name, method, start, packedSize, size }: Entry): Uint8Array {
    const bytes = this.#bytes;
    if (bytes.readUInt32LE(start) !== LOCAL_FILE) throw damaged();
    const from = start + LOCAL_BYTES + bytes.readUInt16LE(start + 26) +
      bytes.readUInt16LE(start + 28);
    const packed = bytes.subarray(from, from + packedSize);
    if (method === STORED) return packed;
    if (method !== DEFLATED) throw new ArchiveError(({ unknownWay }) => unknownWay(name));
    try {
      return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
    } catch {
      throw new ArchiveError(({ otherSize }) => otherSize(name));
    }
  }
}

function entriesOf(bytes: Buffer): Map<string, Entry> {
  const end = endOfDirectory(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw damaged();
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf-8", at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength);
    if (entries.has(name)) throw new ArchiveError(({ twice }) => twice(name));
    entries.set(name, {
      name,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packedSize: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      start: bytes.readUInt32LE(at + 42),
    });
    at += ENTRY_BYTES + nameLength + bytes.readUInt16LE(at + 30) +
      bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function endOfDirectory(bytes: Buffer): number {
  const last = bytes.length - END_BYTES;
  for (let at = last; at >= 0 && at >= last - MOST_COMMENT_BYTES; at--) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new ArchiveError(({ none }) => none);
}
