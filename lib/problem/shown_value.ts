import { printable } from "./printable.ts";

/** Characters of a value that a message shows. */
const MOST_SHOWN = 80;

/** The usual short form of some control characters. */
const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/**
 * A value of somebody's file as a message shows it: in one line, with every character to
 * be seen, and not longer than 80 characters.
 *
 * @param value What stands in the file.
 * @param most Characters shown at most.
 * @returns The value with control characters and zero-width ones written as `\u0000`, and
 * an ellipsis where it was cut.
 *
 * @example A number of a member with a zero byte at its end
 * ```ts
 * import { shownValue } from "@jkp/problem";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(shownValue("A2\u0000"), "A2\\u0000");
 * assertEquals(shownValue("9".repeat(400)), "9".repeat(80) + "…");
 * ```
 */
export function shownValue(value: string, most: number = MOST_SHOWN): string {
  const seen = printable(value.slice(0, most).replace(/[\n\r\t]/g, (end) => SHORT[end]!));
  return value.length > most ? `${seen}…` : seen;
}
