/** What is shown where there is no value, in either language. */
export const NOT_AVAILABLE = "n.a.";

/**
 * A number with fixed decimals, its thousands set apart and a real minus sign (U+2212), as
 * a locale writes it. A value that rounds to zero has no sign.
 */
export function numberByLocale(
  locale: string,
  value: number,
  decimals: number,
  isGrouped: boolean,
): string {
  if (Number.isNaN(value)) return NOT_AVAILABLE;
  return (decimals === 0 ? plainWhole(value, isGrouped) : undefined) ??
    formatOf(locale, decimals, isGrouped).format(value).replace("-", "−");
}

/**
 * A count, or another number with up to three decimals, its thousands set apart as a locale
 * does.
 */
export function countByLocale(locale: string, value: number): string {
  const isPlain = Number.isInteger(value) && value >= 0 && value < LEAST_GROUPED;
  return isPlain ? String(value) : value.toLocaleString(locale);
}

/** Whole numbers from here on are written by a format alone. */
const MOST_PLAIN = 1e15, LEAST_GROUPED = 1000;

/**
 * A value as a whole number, if every locale writes it alike: to make a format takes 9
 * milliseconds, a twentieth of a small command.
 */
function plainWhole(value: number, isGrouped: boolean): string | undefined {
  const whole = Math.round(Math.abs(value)); // halves away from 0, as formats round
  if (!(whole < (isGrouped ? LEAST_GROUPED : MOST_PLAIN))) return undefined;
  return value < 0 && whole > 0 ? `−${whole}` : String(whole);
}

/** Formats that were made: to make one takes longer than to write a hundred numbers. */
const MADE = new Map<string, Intl.NumberFormat>();

function formatOf(
  locale: string,
  decimals: number,
  isGrouped: boolean,
): Intl.NumberFormat {
  const key = `${locale} ${decimals} ${isGrouped}`;
  let format = MADE.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      useGrouping: isGrouped,
      signDisplay: "negative",
    });
    MADE.set(key, format);
  }
  return format;
}
