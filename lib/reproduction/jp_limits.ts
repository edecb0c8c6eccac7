import { levelsFromGrowth, type YearlyPath } from "@jkp/month";
import type { OpenStatistics } from "@jkp/open";
import { limitsFromGrowth } from "@jkp/scheme";

/** Limits of the pension scheme JP by year, rupiah a month. */
export interface LimitsOfJp {
  /** Of insurable earnings. */
  readonly ceiling: YearlyPath;
  readonly lowestPension: YearlyPath;
  readonly highestPension: YearlyPath;
}

/**
 * The limits of JP, computed from those that it began with in 2015.
 *
 * The ceiling follows the GDP growth of the year before, as first released, cut down to
 * 100 rupiah every year. Pensions follow inflation of the year before; how they are rounded
 * is not known, so that they are not.
 */
export function limitsOfJp(
  { social_security_limits, gdp_growth_first_release, inflation }: Pick<
    OpenStatistics,
    "social_security_limits" | "gdp_growth_first_release" | "inflation"
  >,
): LimitsOfJp {
  const started = (limit: typeof social_security_limits[number]["limit"]) =>
    social_security_limits.find((row) => row.limit === limit)!;
  const ceiling = started("ceiling_of_earnings");
  const growth = gdp_growth_first_release.map(({ year, realGdpGrowth }) => ({
    year,
    rate: realGdpGrowth,
  }));
  const prices = inflation.map(({ year, inflation: rate }) => ({ year, rate }));
  const pension = (limit: "lowest_pension" | "highest_pension") => {
    const { year, amountIdrPerMonth } = started(limit);
    return levelsFromGrowth(amountIdrPerMonth, yearLater(prices, year));
  };
  return {
    ceiling: limitsFromGrowth(
      ceiling.amountIdrPerMonth,
      yearLater(growth, ceiling.year),
    ),
    lowestPension: pension("lowest_pension"),
    highestPension: pension("highest_pension"),
  };
}

/** Rates from a year on, each moving a limit into the year after its own. */
function yearLater(
  rates: readonly { readonly year: number; readonly rate: number }[],
  from: number,
): YearlyPath {
  const wanted = rates.filter(({ year }) => year >= from);
  wanted.forEach(({ year }, i) => {
    if (year === from + i) return;
    throw new RangeError(
      `Cannot move limits from ${from}: rates of all years are wanted, got ${year} in ` +
        `place of ${from + i}`,
    );
  });
  return { firstYear: from + 1, values: wanted.map(({ rate }) => rate) };
}
