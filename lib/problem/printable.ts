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

/** Shows line breaks and tabs, too, so that the text stands in one line. */
export function printableLine(text: string): string {
  return printable(text).replace(/[\n\t]/g, escapeUnits);
}

function escapeUnits(sign: string): string {
  return Array.from(
    { length: sign.length },
    (_, i) => `\\u${sign.charCodeAt(i).toString(16).padStart(4, "0")}`,
  ).join("");
}
