import { stringify } from "@std/csv";
import { printable } from "@jkp/problem";

/** What a spreadsheet takes for the beginning of a formula; the last four are wide signs. */
const STARTS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A negative number, which begins like a formula and is none. */
const NEGATIVE_NUMBER = /^-(\d+(\.\d*)?(e[+-]?\d+)?|Infinity)$/i;

/**
 * Writes cells as CSV (RFC 4180) that a spreadsheet can open without harm: a text that it
 * would run as a formula begins with an apostrophe, and signs that are not seen are shown.
 *
 * @param rows Rows of cells, the headings first.
 * @returns The text, with CRLF line ends as the RFC has them.
 *
 * @example A formula in a file of members, and a negative number
 * ```ts
 * import { cellsToCsv } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   cellsToCsv([["member_id", "balance"], ["=1+1", "-4200000"]]),
 *   "member_id,balance\r\n'=1+1,-4200000\r\n",
 * );
 * ```
 * @see OWASP, CSV Injection.
 */
export function cellsToCsv(rows: readonly (readonly string[])[]): string {
  return stringify(rows.map((row) => row.map(safeCell)), { headers: false });
}

function safeCell(text: string): string {
  const isFormula = STARTS_FORMULA.test(text) && !NEGATIVE_NUMBER.test(text);
  return printable(isFormula ? `'${text}` : text);
}
