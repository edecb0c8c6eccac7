/** A line of a delimited file that is no record. */
export interface BrokenLine {
  /** Line number in the file, counted from 1. */
  readonly row: number;
  /** What stands there. */
  readonly value: string;
  /** What would have been accepted. */
  readonly expected: string;
}

const NEWLINE = 10;
const QUOTE = 34;
const RETURN = 13;

/** Most of a line that a message shows. */
const MOST_SHOWN = 80;

/**
 * Takes out the lines that a CSV parser cannot read, and gives them apart.
 *
 * A line is broken if it is no UTF-8, or a quotation mark in it does not enclose a whole
 * cell. An empty line takes its place, so that the lines after it keep their numbers.
 */
export function takeOutBrokenLines(
  bytes: Uint8Array,
  firstLine: number,
  delimiter: string,
): { bytes: Uint8Array; broken: BrokenLine[] } {
  const kept = new Uint8Array(bytes.length);
  const broken: BrokenLine[] = [];
  const separator = delimiter.charCodeAt(0);
  let size = 0;
  let row = firstLine;
  for (let start = 0; start < bytes.length; row++) {
    const end = bytes.indexOf(NEWLINE, start);
    const line = bytes.subarray(start, end);
    const expected = whatIsWrong(line, separator);
    if (expected === undefined) {
      kept.set(line, size);
      size += line.length;
    } else {
      const value = new TextDecoder().decode(line.subarray(0, MOST_SHOWN));
      broken.push({ row, value, expected });
    }
    kept[size++] = NEWLINE;
    start = end + 1;
  }
  return { bytes: kept.subarray(0, size), broken };
}

/** What a line should have been, or `undefined` if it is a record. */
function whatIsWrong(line: Uint8Array, separator: number): string | undefined {
  if (!isUtf8(line)) return "UTF-8 text";
  if (line.includes(QUOTE) && !hasWholeQuotes(line, separator)) {
    return "quotation marks around whole cells, doubled inside them";
  }
  return undefined;
}

function isUtf8(line: Uint8Array): boolean {
  if (line.every((byte) => byte < 0x80)) return true;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(line);
    return true;
  } catch {
    return false;
  }
}

/** Whether each quoted cell of a line begins and ends with its mark. */
function hasWholeQuotes(line: Uint8Array, separator: number): boolean {
  const length = line.at(-1) === RETURN ? line.length - 1 : line.length;
  let at = 0;
  while (at <= length) {
    if (line[at] === QUOTE) {
      at++;
      while (at < length && (line[at] !== QUOTE || line[at + 1] === QUOTE)) {
        at += line[at] === QUOTE ? 2 : 1;
      }
      if (at >= length) return false;
      at++;
      if (at < length && line[at] !== separator) return false;
    } else {
      while (at < length && line[at] !== separator) {
        if (line[at] === QUOTE) return false;
        at++;
      }
    }
    at++;
  }
  return true;
}
