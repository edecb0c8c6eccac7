import { type Language, NOT_AVAILABLE, wordsOf } from "@jkp/language";
import { printable } from "@jkp/problem";
import type { CellValue, Column } from "./table.ts";

/**
 * Words a number as people read it: fixed decimals, thousands separated by commas, and a
 * real minus sign (U+2212). A value that rounds to zero has no sign.
 *
 * @param value The number.
 * @param decimals Decimals to show.
 * @param isGrouped `false` for years, so that they get no thousands separator.
 * @returns The number in words; "n.a." for NaN.
 * @throws {RangeError} If `decimals` is no whole number from 0 to 100.
 *
 * @example A negative amount, a year, no value
 * ```ts
 * import { formatNumber } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formatNumber(-1234.5, 2), "−1,234.50");
 * assertEquals(formatNumber(2026, 0, false), "2026");
 * assertEquals(formatNumber(NaN), "n.a.");
 * ```
 */
export function formatNumber(value: number, decimals = 0, isGrouped = true): string {
  return wordsOf("en").number(value, decimals, isGrouped);
}

/**
 * Words one cell as its column asks, or as the cell itself does; "n.a." for `null` and a
 * missing cell.
 */
export function formatCell(
  value: CellValue | undefined,
  column: Pick<Column, "decimals" | "isGrouped">,
  language: Language = "en",
): string {
  if (value === null || value === undefined) return NOT_AVAILABLE;
  if (typeof value === "string") return value;
  const { number } = wordsOf(language);
  return typeof value === "number"
    ? number(value, column.decimals, column.isGrouped)
    : number(value.value, value.decimals, value.isGrouped);
}

/**
 * A cell as it stands in a CSV file, not yet quoted: whole numbers exactly, others to 12
 * significant digits, with a plain hyphen; nothing where there is no value.
 *
 * Twelve digits are far more than any rate is known to, and drop the noise of binary
 * arithmetic, so that files compare equal.
 */
export function csvField(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  const number = typeof value === "number" ? value : value.value;
  if (Number.isNaN(number)) return "";
  return String(Number.isSafeInteger(number) ? number : Number(number.toPrecision(12)));
}

/**
 * Escapes text for HTML and XML, in elements and in quoted attributes.
 *
 * @param text Any text.
 * @returns The text with `&`, `<`, `>` and `"` written as entities, and signs that are not
 * seen shown: XML cannot hold most of them.
 *
 * @example
 * ```ts
 * import { escapeHtml } from "@jkp/exhibit";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(escapeHtml("a < b & c"), "a &lt; b &amp; c");
 * ```
 */
export function escapeHtml(text: string): string {
  return printable(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
