import { wordsOf } from "@jkp/language";
import { parse } from "@std/csv";
import { DELIMITERS, type MappingFormat } from "./column_mapping.ts";
import { guessNumberMarks } from "./guess_number_marks.ts";
import { QuotedBreaks } from "./quoted_breaks.ts";
import { STANDARD_FORMAT } from "./standard_mapping.ts";

/** Some rows of a file, as text. */
export interface MappingSample {
  readonly columns: readonly string[];
  /** Cells of each row in the order of the columns; cells that lack are empty. */
  readonly rows: readonly (readonly string[])[];
}

/** How a text seems to be written. */
export interface SniffedFormat {
  readonly format: MappingFormat;
  readonly hasByteOrderMark: boolean;
  /** What speaks for it, in words. */
  readonly reasons: readonly string[];
}

const BYTE_ORDER_MARK = "\uFEFF";

/** What a decoder puts where bytes are no UTF-8. */
const REPLACEMENT = "\uFFFD";

/** Lines looked at for the delimiter and the marks of numbers. */
const LINES_LOOKED_AT = 100;

/** Names of the delimiters. */
const DELIMITER_NAMES: Readonly<Record<MappingFormat["delimiter"], string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "pipe",
};

/**
 * How a delimited text seems to be written, from its first lines.
 *
 * The delimiter is the one that parts the most lines into one number of cells, quotation
 * marks respected. The header is the first line of that number in which at least half of
 * the cells are filled: titles stand above it in few. One line is one record, unless line
 * breaks stand inside quotation marks and the lines without them are more regular.
 *
 * @param text The beginning of the file, decoded as UTF-8; a replacement character in it
 * speaks for windows-1252. It may end within a line.
 * @returns The format, with the usual empty marks.
 *
 * @example Semicolons and decimal commas, as a spreadsheet in Indonesia writes them
 * ```ts
 * import { sniffFormat } from "@jkp/mapping";
 * import { assertEquals } from "@std/assert";
 *
 * const { format } = sniffFormat('nama;upah\n"Sari; Dewi";4.250.000,50\n');
 * assertEquals(format.delimiter, ";");
 * assertEquals([format.decimalMark, format.thousandsSeparator], [",", "."]);
 * ```
 */
export function sniffFormat(text: string): SniffedFormat {
  const hasByteOrderMark = text.startsWith(BYTE_ORDER_MARK);
  const best = DELIMITERS
    .flatMap((delimiter) =>
      [text, ...joinedLines(text, delimiter)].map((read) => {
        const lines = linesOf(read, LINES_LOOKED_AT);
        return { delimiter, read, lines, ...regularity(lines, delimiter) };
      })
    )
    .reduce((a, b) =>
      b.share > a.share || (b.share === a.share && b.cells > a.cells) ? b : a
    );
  const { delimiter, lines, read } = best;
  const isUtf8 = !text.includes(REPLACEMENT);
  const headerRow = headerRowOf(read, delimiter, best.cells);
  const cells = lines.flatMap((line) => cellsOf(line, delimiter));
  const { decimalMark, thousandsSeparator } = guessNumberMarks(cells);
  const share = wordsOf("en").percent(best.share, 0);
  return {
    format: {
      ...STANDARD_FORMAT,
      delimiter,
      decimalMark,
      thousandsSeparator,
      encoding: isUtf8 ? "utf-8" : "windows-1252",
      ...(headerRow > 1 ? { headerRow } : {}),
      ...(read === text ? {} : { quotedLineBreaks: true }),
    },
    hasByteOrderMark,
    reasons: [
      best.cells > 1
        ? `a ${DELIMITER_NAMES[delimiter]} parts ${share} of the lines into ` +
          `${best.cells} cells, as the header`
        : "no delimiter parts the header: one column",
      ...(hasByteOrderMark ? ["a byte order mark stands at the beginning"] : []),
      ...(isUtf8 ? [] : ["some bytes are no UTF-8"]),
      ...(read === text ? [] : ["line breaks stand inside quotation marks"]),
    ],
  };
}

/** The text without line breaks inside quotation marks, if it has any that are closed. */
function joinedLines(text: string, delimiter: string): string[] {
  const bytes = new TextEncoder().encode(text);
  const breaks = new QuotedBreaks(delimiter);
  try {
    breaks.join(bytes);
  } catch {
    return [];
  }
  return breaks.joined === 0 ? [] : [new TextDecoder().decode(bytes)];
}

/**
 * The header and first rows of a delimited text, which may end within a line; blank lines
 * are left out, names of columns trimmed.
 */
export function splitSample(
  text: string,
  delimiter: MappingFormat["delimiter"],
  maximumRows: number = 1000,
): MappingSample {
  const [header = "", ...lines] = linesOf(text, maximumRows + 1);
  return {
    columns: cellsOf(header, delimiter).map((name) => name.trim()),
    rows: lines.map((line) => cellsOf(line, delimiter)),
  };
}

/** The first lines that are not blank, whole ones if there are more than one. */
function linesOf(text: string, count: number): string[] {
  const body = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const lines = body.split(/\r\n|\n|\r/);
  const whole = lines.length > 2 ? lines.slice(0, -1) : lines;
  return whole.filter((line) => line.trim() !== "").slice(0, count);
}

/**
 * The most usual number of cells, and the share of lines that have as many; 0 for one
 * cell.
 */
function regularity(
  lines: readonly string[],
  delimiter: string,
): { readonly cells: number; readonly share: number } {
  const counts = lines.map((line) => cellsOf(line, delimiter).length);
  const sizes = [...Map.groupBy(counts, (count) => count).entries()]
    .map(([cells, { length }]) => ({ cells, alike: length }))
    .filter(({ cells }) => cells > 1);
  const usual = sizes.reduce(
    (best, each) => each.alike > best.alike ? each : best,
    { cells: counts[0] ?? 0, alike: 0 },
  );
  return { cells: usual.cells, share: usual.alike / Math.max(counts.length, 1) };
}

/** The row, counted from 1, in which the names of the columns seem to stand. */
function headerRowOf(text: string, delimiter: string, cells: number): number {
  if (cells < 2) return 1;
  const lines = text.split(/\r\n|\n|\r/, LINES_LOOKED_AT);
  const at = lines.findIndex((line) => {
    const own = cellsOf(line, delimiter);
    const filled = own.filter((cell) => cell.trim() !== "").length;
    return own.length === cells && filled >= cells / 2 && filled > 1;
  });
  return at === -1 ? 1 : at + 1;
}

function cellsOf(line: string, delimiter: string): string[] {
  try {
    const [cells = []] = parse(line, { separator: delimiter, lazyQuotes: true });
    return cells;
  } catch {
    return line.split(delimiter); // a quotation mark that is never closed
  }
}
