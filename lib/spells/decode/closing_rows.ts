/**
 * What stands in place of a member where a row is a sum of rows above it, in small letters:
 * alone, or before further words, as "Sub Total Cabang Jakarta".
 */
export const SUM_WORDS: readonly string[] = [
  "jumlah",
  "jml",
  "total",
  "grand total",
  "sub total",
  "sub-total",
  "subtotal",
  "sub jumlah",
  "sum",
];

/** What ends such a word, if further ones follow. */
export const AFTER_SUM_WORD: readonly string[] = [" ", ":"];

/** The same as a regular expression for text in small letters. */
export const SUM_PATTERN = `^(${SUM_WORDS.join("|")})([${AFTER_SUM_WORD.join("")}]|$)`;

const KNOWN = new RegExp(SUM_PATTERN);

/** Whether a text names a sum. */
export function isSumWord(text: string): boolean {
  return KNOWN.test(text.trim().toLowerCase());
}

/**
 * Whether a cell of members holds the name of its own column, as where the header stands again
 * on each page of a printed list.
 */
export function isHeaderAgain(text: string, column: string): boolean {
  return text.trim().toLowerCase() === column.trim().toLowerCase();
}

/** Rows without a word up to which nothing is wrong, and their share of all rows. */
const FEW = 5, MOST = 0.01;

/** Whether more rows have neither member nor month, nor a word for a sum, than close a table. */
export function areManyClosing(wordless: number, rows: number): boolean {
  return wordless > FEW && wordless > MOST * rows;
}
