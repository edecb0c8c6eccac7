import { deserializeTCompactProtocol } from "hyparquet/thrift";

/** A structure of Thrift: its fields by number. */
type Fields = Readonly<Record<`field_${number}`, unknown>>;

/** Bytes of a file. */
type ReadBytes = (from: number, to: number) => Uint8Array;

/** A column of single values: a leaf of the tree of columns. */
interface Leaf {
  readonly type: unknown;
  /** Its name, after those of the columns that it is in. */
  readonly path: readonly string[];
  /** Whether a row may have several values, or none. */
  readonly isRepeated: boolean;
}

const MAGIC = "PAR1";

/** Bytes of the length of the footer and the mark behind it. */
const TAIL_BYTES = 8;

/** Bytes that are read for a page's header; more only if these are too few. */
const HEADER_BYTES = [512, 65_536, 16_777_216] as const;

/** Kinds of pages. */
const DATA_PAGE = 0, INDEX_PAGE = 1, DICTIONARY_PAGE = 2, DATA_PAGE_V2 = 3;

/** Numbers of encodings that a page can have (1 was never used). */
const MOST_ENCODING = 9, NO_ENCODING = 1;

/** Encodings of levels: how deep a value stands, and whether it is there. */
const LEVEL_ENCODINGS: readonly unknown[] = [3, 4];

/** Number of the "no compression" codec, and the highest of all. */
const UNCOMPRESSED = 0, MOST_CODEC = 7;

/** Number of the schema's repetition "repeated". */
const REPEATED = 2;

/**
 * Whether the parts of a Parquet file fit together: marks, footer, schema, and the headers
 * of all pages. polars takes this for granted: it panics, with a trace on the terminal, or
 * asks for so much memory that the process is ended, where it is not so.
 *
 * What pages hold is not read: their headers alone are, some bytes of each.
 */
export function isWholeParquet(path: string): boolean {
  using file = Deno.openSync(path);
  const { size } = file.statSync();
  try {
    checkFile(size, (from, to) => readBytes(file, from, to));
    return true;
  } catch (error) {
    // What is read beyond the end, and numbers that are none, end in these.
    if (error instanceof RangeError || error instanceof TypeError) return false;
    if (error instanceof Error && error.message.startsWith("thrift ")) return false;
    throw error;
  }
}

function checkFile(size: number, read: ReadBytes): void {
  ensure(size > MAGIC.length + TAIL_BYTES);
  const tail = read(size - TAIL_BYTES, size);
  ensure(textOf(read(0, MAGIC.length)) === MAGIC && textOf(tail.subarray(4)) === MAGIC);
  const footerBytes = viewOf(tail).getUint32(0, true);
  const pagesEnd = size - TAIL_BYTES - footerBytes;
  ensure(footerBytes > 0 && pagesEnd >= MAGIC.length);
  const footer = thrift(read(pagesEnd, size - TAIL_BYTES));
  ensure(footer.length === footerBytes);
  const { fields } = footer;
  const leaves = leavesOf(list(fields.field_2));
  let rows = 0;
  for (const group of list(fields.field_4)) {
    const columns = list(group.field_1);
    ensure(columns.length === leaves.length);
    const groupRows = whole(group.field_3);
    rows += groupRows;
    columns.forEach((column, i) => {
      ensure(column.field_1 === undefined); // its bytes would be in another file
      checkChunk(struct(column.field_3), leaves[i]!, groupRows, pagesEnd, read);
    });
  }
  ensure(rows === whole(fields.field_3));
}

/** The columns of single values, in order, of the tree that a schema is. */
function leavesOf(schema: readonly Fields[]): Leaf[] {
  const leaves: Leaf[] = [];
  let next = 1;
  const visit = (outer: readonly string[], isRepeated: boolean, children: number) => {
    for (let child = 0; child < children; child++) {
      const element = schema[next++];
      ensure(element !== undefined && element.field_4 instanceof Uint8Array);
      const isOften = isRepeated || element!.field_3 === REPEATED;
      const path = [...outer, textOf(element!.field_4 as Uint8Array)];
      const inner = element!.field_5;
      if (inner === undefined || inner === 0) {
        leaves.push({ type: element!.field_1, path, isRepeated: isOften });
      } else visit(path, isOften, whole(inner));
    }
  };
  visit([], false, whole(schema[0]?.field_5 ?? 0));
  ensure(next === Math.max(1, schema.length));
  return leaves;
}

/** Goes through the pages of a column of a row group, from header to header. */
function checkChunk(
  meta: Fields,
  leaf: Leaf,
  rows: number,
  pagesEnd: number,
  read: ReadBytes,
): void {
  const values = whole(meta.field_5);
  const codec = whole(meta.field_4);
  ensure(meta.field_1 === leaf.type && codec <= MOST_CODEC);
  const path = texts(meta.field_3);
  ensure(
    path.length === leaf.path.length && path.every((name, i) => name === leaf.path[i]),
  );
  ensure(leaf.isRepeated || values === rows);
  checkStatistics(meta.field_12);
  const dataStart = whole(meta.field_9);
  const dictionaryStart = whole(meta.field_11 ?? 0);
  let at = dictionaryStart > 0 ? Math.min(dataStart, dictionaryStart) : dataStart;
  const end = at + whole(meta.field_7);
  ensure(at >= MAGIC.length && end <= pagesEnd);
  let counted = 0;
  for (let isFirst = true; at < end; isFirst = false) {
    const { fields: header, length } = pageHeader(at, end, read);
    const bytes = whole(header.field_3);
    const unpacked = whole(header.field_2);
    ensure(codec !== UNCOMPRESSED || bytes === unpacked);
    counted += valuesOf(header, isFirst, unpacked);
    at += length + bytes;
  }
  ensure(at === end && counted === values);
}

/** Lowest and highest value and the like are of the types that they should have. */
function checkStatistics(value: unknown): void {
  if (value === undefined) return;
  const statistics = struct(value);
  const isText = (field: unknown) => field === undefined || field instanceof Uint8Array;
  const { field_1, field_2, field_3, field_4, field_5, field_6 } = statistics;
  ensure([field_1, field_2, field_5, field_6].every(isText));
  [field_3, field_4].forEach((count) => whole(count ?? 0));
  const isExact = [statistics.field_7, statistics.field_8];
  ensure(isExact.every((exact) => exact === undefined || typeof exact === "boolean"));
}

/** How many rows' values a page holds. */
function valuesOf(header: Fields, isFirst: boolean, unpacked: number): number {
  switch (header.field_1) {
    case DATA_PAGE: {
      const page = struct(header.field_5);
      ensureEncoding(page.field_2);
      ensure([page.field_3, page.field_4].every((one) => LEVEL_ENCODINGS.includes(one)));
      checkStatistics(page.field_5);
      return whole(page.field_1);
    }
    case DATA_PAGE_V2: {
      const page = struct(header.field_8);
      ensureEncoding(page.field_4);
      const values = whole(page.field_1);
      ensure(whole(page.field_2) <= values && whole(page.field_3) <= values);
      ensure(whole(page.field_5) + whole(page.field_6) <= unpacked);
      return values;
    }
    case DICTIONARY_PAGE: {
      const page = struct(header.field_7);
      ensureEncoding(page.field_2);
      // An entry is a byte at least, but for those of no bytes: of fixed length 0.
      ensure(isFirst && whole(page.field_1) <= unpacked);
      return 0;
    }
    default:
      ensure(header.field_1 === INDEX_PAGE);
      return 0;
  }
}

/** The header of the page at a place, and its length in bytes. */
function pageHeader(at: number, end: number, read: ReadBytes) {
  for (const most of HEADER_BYTES) {
    const bytes = read(at, Math.min(end, at + most));
    try {
      return thrift(bytes);
    } catch (error) {
      if (at + most >= end) throw error;
    }
  }
  throw notWhole();
}

function thrift(bytes: Uint8Array): { fields: Fields; length: number } {
  const reader = { view: viewOf(bytes), offset: 0 };
  const fields = deserializeTCompactProtocol(reader);
  return { fields, length: reader.offset };
}

function readBytes(file: Deno.FsFile, from: number, to: number): Uint8Array {
  const bytes = new Uint8Array(to - from);
  file.seekSync(from, Deno.SeekMode.Start);
  for (let filled = 0; filled < bytes.length;) {
    const count = file.readSync(bytes.subarray(filled));
    if (count === null) throw notWhole();
    filled += count;
  }
  return bytes;
}

function list(value: unknown): readonly Fields[] {
  ensure(Array.isArray(value));
  return (value as readonly unknown[]).map(struct);
}

function struct(value: unknown): Fields {
  ensure(typeof value === "object" && value !== null && !(value instanceof Uint8Array));
  return value as Fields;
}

function texts(value: unknown): readonly string[] {
  ensure(Array.isArray(value) && value.every((one) => one instanceof Uint8Array));
  return (value as readonly Uint8Array[]).map(textOf);
}

/** A whole number of 0 or more. */
function whole(value: unknown): number {
  const number = typeof value === "bigint" ? Number(value) : value;
  ensure(Number.isSafeInteger(number) && (number as number) >= 0);
  return number as number;
}

function ensureEncoding(value: unknown): void {
  const encoding = whole(value);
  ensure(encoding <= MOST_ENCODING && encoding !== NO_ENCODING);
}

function ensure(holds: boolean): void {
  if (!holds) throw notWhole();
}

function notWhole(): RangeError {
  return new RangeError("Cannot read a Parquet file whose parts do not fit together");
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function textOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
