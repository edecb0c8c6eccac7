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
  return formatOf(locale, decimals, isGrouped).format(value).replace("-", "−");
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
