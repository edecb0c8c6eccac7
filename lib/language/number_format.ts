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

/** Formats that were made: making one takes fifty times as long as using it. */
const FORMATS = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, decimals: number, isGrouped: boolean) {
  const key = `${locale} ${decimals} ${isGrouped}`;
  const known = FORMATS.get(key);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: isGrouped,
    signDisplay: "negative",
  });
  FORMATS.set(key, format);
  return format;
}
