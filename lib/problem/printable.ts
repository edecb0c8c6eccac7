/**
 * Signs that are not seen but do something: controls of a terminal, signs that turn or hide
 * the text around them or are to be ignored (DI), and what XML cannot hold; not what parts
 * lines and words.
 */
const UNSEEN = "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f" +
  "\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{DI}\\ufffe\\uffff";

/** The same, and what sends a terminal back to the beginning of its line. */
const UNPRINTABLE = new RegExp(`[${UNSEEN}\\r]`, "gu");

const UNSEEN_SIGN = new RegExp(`[${UNSEEN}]`, "u");

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
  return text.replace(UNPRINTABLE, escapeUnits);
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

/**
 * Whether a text holds a control character or one that nobody sees: two texts that look
 * the same may differ by it. Tabs and line ends are none.
 *
 * @param text A cell, or a whole file.
 * @returns Whether it does.
 *
 * @example
 * ```ts
 * import { hasUnseen } from "@jkp/problem";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([hasUnseen("A2"), hasUnseen("A2\u200b")], [false, true]);
 * ```
 */
export function hasUnseen(text: string): boolean {
  return UNSEEN_SIGN.test(text);
}

function escapeUnits(sign: string): string {
  return Array.from(
    { length: sign.length },
    (_, i) => `\\u${sign.charCodeAt(i).toString(16).padStart(4, "0")}`,
  ).join("");
}
