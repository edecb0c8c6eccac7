/** A date such as `2020-12-31`, with its month by name, as a locale writes it. */
export function dateByLocale(locale: string, date: string): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}
