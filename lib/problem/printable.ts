/**
 * Signs that are not seen but do something: controls of a terminal, signs that turn or hide
 * the text around them, and what XML cannot hold. Line breaks and tabs may stay.
 */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu;

/**
 * Shows signs that would not be seen, as JSON writes them, so that text from a file can
 * neither steer a terminal nor hide in a page.
 *
 * @param text Any text.
 * @returns The text with `\u001b` and the like; line breaks and tabs stay.
 *
 * @example An escape sequence that would colour a terminal
 * ```ts
 * import { printable } from "@jkp/problem";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(printable("\x1b[31mred"), "\\u001b[31mred");
 * ```
 */
export function printable(text: string): string {
  return text.replace(UNSEEN, escapeUnits);
}

/**
 * Shows signs that would not be seen, line breaks and tabs among them, so that the text
 * stands in one line.
 *
 * @param text Any text.
 * @returns The text with `\u000a` and the like.
 *
 * @example A name that would add a line to a message
 * ```ts
 * import { printableLine } from "@jkp/problem";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(printableLine("A1\nNo errors"), "A1\\u000aNo errors");
 * ```
 */
export function printableLine(text: string): string {
  return printable(text).replace(/[\n\t]/g, escapeUnits);
}

function escapeUnits(sign: string): string {
  return Array.from(
    { length: sign.length },
    (_, i) => `\\u${sign.charCodeAt(i).toString(16).padStart(4, "0")}`,
  ).join("");
}
