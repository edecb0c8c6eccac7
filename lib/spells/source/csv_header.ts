import { type Said, saidError } from "@jkp/language";
import type { Problem } from "@jkp/problem";
import { cellsOfLine } from "./line_cells.ts";
import type { TextFormat } from "./csv_blocks.ts";

/** Lines over which a name in quotation marks is followed, to show it. */
const LINES_FOLLOWED = 20;

/**
 * The names of the columns from the first bytes of a delimited file, blanks around them
 * taken off.
 * @throws {DataError} If there is no such row, it is no text, or a name in it has a line
 * break.
 */
export function readHeader(
  path: string,
  head: Uint8Array,
  { delimiter, headerRow = 1 }: TextFormat,
): string[] {
  const refused = (problem: Said<Omit<Problem, "file">>) =>
    saidError([(words) => ({ file: path, ...problem(words) })]);
  if (head.length === 0) {
    throw refused(({ files, extract }) => ({
      expected: extract.source.header,
      received: files.table.emptyFile,
    }));
  }
  const lines = textOf(head).split("\n", headerRow + LINES_FOLLOWED)
    .map((line) => line.replace(/\r$/, "")).slice(headerRow - 1);
  const [line = ""] = lines;
  if (line === "") {
    throw refused(({ files, extract: { source } }) => ({
      place: files.place.row(headerRow),
      expected: source.header,
      received: source.emptyLine,
    }));
  }
  if (line.includes("\ufffd")) {
    throw refused(({ files, check }) => ({
      place: files.place.header,
      expected: check.expected.utf8,
      received: line,
    }));
  }
  const cells = cellsOfLine(line, delimiter);
  if (cells !== undefined) return cells.map((name) => name.trim());
  const name = nameOverLines(lines, delimiter);
  throw refused(({ files, extract: { source } }) => ({
    place: files.place.header,
    expected: name === undefined ? source.quotedNames : source.namesWithoutBreaks,
    received: name ?? line,
  }));
}

/** The first name that goes on in the next line; `undefined` if marks never close. */
function nameOverLines(lines: readonly string[], delimiter: string): string | undefined {
  for (let count = 2; count <= lines.length; count++) {
    const cells = cellsOfLine(lines.slice(0, count).join("\n"), delimiter);
    const name = cells?.find((cell) => cell.includes("\n"));
    if (name !== undefined) return name;
  }
  return undefined;
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
