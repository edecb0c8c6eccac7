import type { MappingFormat } from "./column_mapping.ts";

/** The marks with which numbers are written. */
export type NumberMarks = Pick<MappingFormat, "decimalMark" | "thousandsSeparator">;

/**
 * Currency before a number, which is dropped: a regular expression that JavaScript and
 * Rust's regex crate read alike.
 */
export const CURRENCY_PATTERN = "^(?:[Rr][Pp]\\.?|IDR|Idr|idr) *";

/** Currency between the sign and the number, as in `-Rp 250.000`: a `-` takes its place. */
export const SIGNED_CURRENCY_PATTERN = "^[-–] ?(?:[Rr][Pp]\\.?|IDR|Idr|idr) *";

/**
 * What stands after an amount of whole rupiah for the sen that it does not have, as in
 * `Rp. 4.276.349,-`, which is dropped: an expression that both read alike.
 */
export const NO_SEN_PATTERN = "[.,] ?[-–=]+$";

/**
 * How a number with given marks looks, without currency and spaces around it.
 *
 * Groups of thousands must be whole: `5.20` is no number where the point separates
 * thousands.
 *
 * @param marks Decimal mark and thousands separator.
 * @returns A regular expression that JavaScript and Rust's regex crate read alike.
 *
 * @example
 * ```ts
 * import { numberPattern } from "@jkp/mapping";
 * import { assertEquals } from "@std/assert";
 *
 * const marks = { decimalMark: ",", thousandsSeparator: "." } as const;
 * const isNumber = new RegExp(numberPattern(marks));
 * assertEquals(isNumber.test("5.200.000,50"), true);
 * assertEquals(isNumber.test("5.20"), false);
 * ```
 */
export function numberPattern(marks: NumberMarks): string {
  const { decimalMark, thousandsSeparator } = marks;
  const grouped = thousandsSeparator === ""
    ? ""
    : `[1-9][0-9]{0,2}(?:${inPattern(thousandsSeparator)}[0-9]{3})+|`;
  return `^-?(?:${grouped}[0-9]+)(?:${inPattern(decimalMark)}[0-9]+)?$`;
}

function inPattern(mark: string): string {
  return mark === "." ? "\\." : mark;
}

/**
 * Reads a number written with given marks; blanks around it and "Rp" or "IDR" before it
 * do not matter.
 */
export function parseNumberAs(marks: NumberMarks, text: string): number | undefined {
  const written = withoutCurrency(text);
  if (!new RegExp(numberPattern(marks)).test(written)) return undefined;
  const { decimalMark, thousandsSeparator } = marks;
  const digits = thousandsSeparator === ""
    ? written
    : written.replaceAll(thousandsSeparator, "");
  return Number(digits.replace(decimalMark, "."));
}

/** An amount without blanks, currency and what stands for no sen. */
export function withoutCurrency(text: string): string {
  return text.trim().replace(SIGNED_CURRENCY, "-").replace(CURRENCY, "").replace(
    NO_SEN,
    "",
  );
}

const CURRENCY = new RegExp(CURRENCY_PATTERN);
const SIGNED_CURRENCY = new RegExp(SIGNED_CURRENCY_PATTERN);
const NO_SEN = new RegExp(NO_SEN_PATTERN);
