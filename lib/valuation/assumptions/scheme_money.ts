import type { OpenStatistics } from "@jkp/open";
import type { NamedAmount, RulesData } from "./rules_data.ts";
import { meanSimple } from "simple-statistics";

/**
 * An hourly wage as a month of benefits: 8 hours a day, as Korea's lowest benefit counts
 * them, and 30 days, as its highest does in `data/designs`.
 */
const HOURS_A_MONTH = 8 * 30;

/**
 * What limits of schemes are put into rupiah with: average wages abroad, and the minimum
 * wages that limits are a multiple of, in the last year they are known for that is not after
 * a year; or, if all are, in the first.
 *
 * @param open The open statistics.
 * @param lastYear The last year that counts: that of the first contributions.
 * @returns Average wages by currency; minimum wages, of several areas the unweighted mean.
 * @see `data/open/README.md` for sources and definitions.
 */
export function schemeMoney(
  { average_wages, minimum_wages }: Pick<
    OpenStatistics,
    "average_wages" | "minimum_wages"
  >,
  lastYear: number,
): Required<Pick<RulesData, "averageWages" | "amounts">> {
  const byName = Map.groupBy(
    minimum_wages,
    ({ name, currency }) => `${name} ${currency}`,
  );
  return {
    averageWages: Object.fromEntries(
      average_wages.map(({ currency, perMonth, year, publisher }) => [
        currency,
        { perMonth, year, source: publisher },
      ]),
    ),
    amounts: [...byName.values()].map((rows): NamedAmount => {
      const years = rows.map((row) => row.year);
      const known = years.filter((year) => year <= lastYear);
      const year = known.length > 0 ? Math.max(...known) : Math.min(...years);
      const areas = rows.filter((row) => row.year === year);
      const { name, currency, per, publisher } = areas[0]!;
      const mean = meanSimple(areas.map(({ amount }) => amount));
      return {
        name,
        currency,
        year,
        perMonth: per === "hour" ? HOURS_A_MONTH * mean : mean,
        source: [
          publisher,
          ...(areas.length === 1 ? [] : [`unweighted mean of ${areas.length} areas`]),
          ...(per === "hour" ? [`${HOURS_A_MONTH} times that of an hour`] : []),
        ].join(", "),
      };
    }),
  };
}
