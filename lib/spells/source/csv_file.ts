import { DataError } from "@jkp/problem";
import { parse } from "@std/csv";
import { Buffer } from "node:buffer";
import type { DataFrame } from "nodejs-polars";
import { type BrokenLine, takeOutBrokenLines } from "./broken_lines.ts";
import { type CsvBlock, csvBlocks, type TextFormat } from "./csv_blocks.ts";
import { nextTurn } from "./next_turn.ts";
import { polars } from "./polars.ts";
import type { RowBatch, SpellFile } from "./spell_file.ts";

const NEWLINE = 10;

/** Bytes of the file in which its header is looked for. */
const HEADER_BYTES = 64 * 1024;

/** Name of a column past the last, which only a line with too many cells fills. */
const EXTRA = "extra";

/**
 * Opens a delimited file.
 * @throws {DataError} If it is empty, or no text of that encoding.
 */
export async function openCsvFile(path: string, format: TextFormat): Promise<SpellFile> {
  const columns = await readHeader(path, format);
  return {
    path,
    columns,
    rows: (wanted) => readRows(path, format, columns, wanted),
  };
}

async function readHeader(path: string, format: TextFormat): Promise<string[]> {
  const [first] = await located(path, () => firstBlock(path, format));
  if (first === undefined) {
    throw new DataError([{
      file: path,
      expected: "a header",
      received: "an empty file",
    }]);
  }
  const line = first.subarray(0, first.indexOf(NEWLINE));
  return await located(path, () => {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(line);
    const [names = []] = parse(text, { separator: format.delimiter });
    return Promise.resolve(names.map((name: string) => name.trim()));
  });
}

async function firstBlock(path: string, format: TextFormat): Promise<Uint8Array[]> {
  for await (const { bytes } of csvBlocks(path, format.encoding, HEADER_BYTES)) {
    return [bytes];
  }
  return [];
}

async function* readRows(
  path: string,
  format: TextFormat,
  columns: readonly string[],
  wanted: readonly string[],
): AsyncGenerator<RowBatch> {
  const blocks = csvBlocks(path, format.encoding);
  while (true) {
    const { value, done } = await located(path, () => blocks.next());
    if (done) return;
    const block = withoutHeader(value);
    if (block.bytes.length > 0) yield readBlock(path, format, columns, wanted, block);
    await nextTurn();
  }
}

function withoutHeader(block: CsvBlock): CsvBlock {
  if (block.firstLine > 1) return block;
  return { firstLine: 2, bytes: block.bytes.subarray(block.bytes.indexOf(NEWLINE) + 1) };
}

function readBlock(
  path: string,
  format: TextFormat,
  columns: readonly string[],
  wanted: readonly string[],
  block: CsvBlock,
): RowBatch {
  const { delimiter } = format;
  const read = (bytes: Uint8Array) => parseBlock(bytes, delimiter, columns, wanted);
  let frame = tryOr(() => read(block.bytes));
  let broken: BrokenLine[] = [];
  if (frame === undefined || frame.height !== lineCount(block.bytes)) {
    const repaired = takeOutBrokenLines(block.bytes, block.firstLine, delimiter);
    broken = repaired.broken;
    frame = tryOr(() => read(repaired.bytes));
  }
  if (frame === undefined) {
    const place = `rows from ${block.firstLine}`;
    throw new DataError([{ file: path, place, expected: "well-formed CSV" }]);
  }
  const tooLong = linesWithExtraCells(frame, block.firstLine, columns.length);
  return {
    frame: frame.select(...wanted),
    firstRow: block.firstLine,
    broken: [...broken, ...tooLong],
  };
}

/** Parses whole lines under names of our own: those of the file may be anything. */
function parseBlock(
  bytes: Uint8Array,
  delimiter: string,
  columns: readonly string[],
  wanted: readonly string[],
): DataFrame {
  const header = [...columns.keys()].map((at) => `c${at}`).concat(EXTRA).join(delimiter);
  const frame = polars.readCSV(Buffer.concat([Buffer.from(`${header}\n`), bytes]), {
    sep: delimiter,
    inferSchemaLength: 0,
    missingIsNull: false,
    truncateRaggedLines: true,
    columns: [...wanted.map((name) => `c${columns.indexOf(name)}`), EXTRA],
  });
  return frame.select(
    ...wanted.map((name) => polars.col(`c${columns.indexOf(name)}`).alias(name)),
    polars.col(EXTRA),
  );
}

function linesWithExtraCells(
  frame: DataFrame,
  firstLine: number,
  cells: number,
): BrokenLine[] {
  const extra = frame.getColumn(EXTRA);
  if (extra.nUnique() <= 1 && (frame.height === 0 || !extra.get(0))) return [];
  const expected = `${cells} cells, as in the header`;
  return [...extra.toArray().entries()]
    .filter(([, value]) => value !== null && value !== "")
    .map(([at, value]) => ({
      row: firstLine + at,
      value: `${value} after them`,
      expected,
    }));
}

function lineCount(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === NEWLINE) lines++;
  return lines;
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
    const received = error instanceof Error ? error.message : String(error);
    throw new DataError([{ file: path, expected: "readable CSV text", received }]);
  }
}
