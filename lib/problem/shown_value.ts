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

/** Control characters, and those that nobody sees; not what parts lines and words. */
const UNSEEN_IN_LINES =
  // deno-lint-ignore no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

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
  return UNSEEN_IN_LINES.test(text);
}
