const QUOTE = '"';

/**
 * The cells of one line of a delimited file, quotation marks taken off; `undefined` where
 * a quotation mark does not enclose a whole cell.
 */
export function cellsOfLine(line: string, delimiter: string): string[] | undefined {
  const cells: string[] = [];
  for (let at = 0; at <= line.length; at++) {
    const isQuoted = line[at] === QUOTE;
    const end = isQuoted ? endOfQuotes(line, at) + 1 : nextOrEnd(line, delimiter, at);
    if (isQuoted && (end === 0 || (end < line.length && line[end] !== delimiter))) {
      return undefined;
    }
    const cell = line.slice(at, end);
    if (!isQuoted && cell.includes(QUOTE)) return undefined;
    cells.push(isQuoted ? cell.slice(1, -1).replaceAll('""', QUOTE) : cell);
    at = end;
  }
  return cells;
}

/** Where the mark stands that closes a quoted cell; -1 if none does. */
function endOfQuotes(line: string, from: number): number {
  let at = line.indexOf(QUOTE, from + 1);
  while (at !== -1 && line[at + 1] === QUOTE) at = line.indexOf(QUOTE, at + 2);
  return at;
}

function nextOrEnd(line: string, delimiter: string, from: number): number {
  const at = line.indexOf(delimiter, from);
  return at === -1 ? line.length : at;
}
