/** What stands in place of a member where a row is a sum of the rows above it. */
const SUMS = [
  "jumlah",
  "jml",
  "total",
  "jumlah total",
  "total keseluruhan",
  "jumlah keseluruhan",
  "grand total",
  "sub total",
  "subtotal",
  "sum",
];

/** The same as it may be written, in small letters. */
export const SUM_WORDS: readonly string[] = SUMS.flatMap((word) => [
  word,
  `${word}:`,
  `${word} :`,
]);

const KNOWN = new Set(SUM_WORDS);

/** Whether a text names a sum. */
export function isSumWord(text: string): boolean {
  return KNOWN.has(text.trim().toLowerCase());
}

/** Rows of sums up to which nothing is wrong, and their share of all rows. */
const FEW = 5, MOST = 0.01;

/** Whether more rows have neither member nor month than close a table. */
export function areManyClosing(closing: number, rows: number): boolean {
  return closing > FEW && closing > MOST * rows;
}
