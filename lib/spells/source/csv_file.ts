import { saidError } from "@jkp/language";
import { DataError } from "@jkp/problem";
import { Buffer } from "node:buffer";
import type { DataFrame } from "nodejs-polars";
import {
  allBrokenLines,
  brokenLines,
  isReadable,
  type LineForm,
  type LinesFound,
  withoutRows,
} from "./broken_lines.ts";
import { type CsvBlock, csvBlocks, type TextFormat } from "./csv_blocks.ts";
import { readHeader } from "./csv_header.ts";
import { madeOnce } from "./made_once.ts";
import { nextTurn } from "./next_turn.ts";
import { arePlainLines } from "./plain_lines.ts";
import { polars } from "./polars.ts";
import type { RowBatch, SpellFile } from "./spell_file.ts";

const NEWLINE = 10;

/** Bytes of the file in which its header is looked for. */
const HEADER_BYTES = 64 * 1024;

/** Bytes of a block whose memory can wait for the next file to be opened. */
const SMALL_BYTES = 256 * 1024;

/** Name of a column past the last: lines of one empty cell are rows because of it. */
const EXTRA = "extra";

/**
 * Opens a delimited file. One line is one record unless the format says that line breaks
 * stand inside quotation marks: to accept them unasked would let a stray mark swallow lines.
 * @throws {DataError} If it is empty, no text of that encoding, or has no header.
 */
export async function openCsvFile(path: string, format: TextFormat): Promise<SpellFile> {
  const head = await located(path, () => firstBlock(path, format));
  const columns = readHeader(path, head ?? new Uint8Array(), format);
  return {
    path,
    columns,
    rows: (wanted) => readRows(path, format, columns, wanted),
  };
}

async function firstBlock(
  path: string,
  format: TextFormat,
): Promise<Uint8Array | undefined> {
  const { headerRow = 1 } = format;
  for await (const { bytes } of csvBlocks(path, format, headerRow * HEADER_BYTES)) {
    return bytes;
  }
  return undefined;
}

async function* readRows(
  path: string,
  format: TextFormat,
  columns: readonly string[],
  wanted: readonly string[],
): AsyncGenerator<RowBatch> {
  const form = { delimiter: format.delimiter, columns, wanted };
  const blocks = csvBlocks(path, format);
  try {
    while (true) {
      const { value, done } = await located(path, () => blocks.next());
      if (done) return;
      const block = fromRow(value, (format.headerRow ?? 1) + 1);
      if (block.bytes.length > 0) yield readBlock(path, form, block);
      if (block.bytes.length > SMALL_BYTES) await nextTurn();
    }
  } finally {
    await blocks.return(undefined);
  }
}

/** A block without the lines before a row. */
function fromRow(block: CsvBlock, row: number): CsvBlock {
  let { firstLine, lineCount, bytes } = block;
  for (; firstLine < row && lineCount > 0; firstLine++, lineCount--) {
    bytes = bytes.subarray(bytes.indexOf(NEWLINE) + 1);
  }
  return { firstLine, lineCount, bytes };
}

function readBlock(path: string, form: LineForm, block: CsvBlock): RowBatch {
  const read = ({ broken }: LinesFound) => {
    const rows = broken.filter((line) => !isReadable(line)).map(({ row }) => row);
    return tryOr(() => parseBlock(withoutRows(block, rows), form));
  };
  if (arePlainLines(block, form.delimiter, form.columns.length)) {
    const frame = tryOr(() => parseBlock(block.bytes, form));
    if (frame?.height === block.lineCount) {
      return { frame, firstRow: block.firstLine, broken: [] };
    }
  }
  let lines = brokenLines(block, form);
  let frame = read(lines);
  if (frame?.height !== block.lineCount) {
    lines = allBrokenLines(block, form);
    frame = read(lines);
  }
  if (frame?.height !== block.lineCount) {
    const last = block.firstLine + block.lineCount - 1;
    throw saidError([({ files }) => ({
      file: path,
      place: files.place.rows(block.firstLine, last),
      expected: files.table.wellFormed,
    })]);
  }
  const { broken, empty } = lines;
  return { frame, firstRow: block.firstLine, broken, emptyRows: empty };
}

/** Parses whole lines under names of our own: those of the file may be anything. */
function parseBlock(
  bytes: Uint8Array,
  { delimiter, columns, wanted }: LineForm,
): DataFrame {
  const header = [...columns.keys()].map((at) => `c${at}`).concat(EXTRA).join(delimiter);
  const own = (name: string) => `c${columns.indexOf(name)}`;
  const frame = polars.readCSV(Buffer.concat([Buffer.from(`${header}\n`), bytes]), {
    sep: delimiter,
    inferSchemaLength: 0,
    missingIsNull: false,
    truncateRaggedLines: true,
    columns: wanted.map(own),
  });
  return frame.select(
    ...madeOnce(
      ["names of columns", wanted.map((name) => [name, own(name)])],
      () => wanted.map((name) => polars.col(own(name)).alias(name)),
    ),
  );
}

/** A result, or `undefined` where polars could not read. */
function tryOr<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Turns errors of reading and decoding into a problem of the file. */
async function located<Result>(
  path: string,
  read: () => Promise<Result>,
): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DataError) throw error;
    const received = error instanceof Error ? error.message : String(error);
    throw saidError([({ extract }) => ({
      file: path,
      expected: extract.source.readableCsv,
      received,
    })]);
  }
}
