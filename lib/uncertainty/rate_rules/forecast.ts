import type { CostPaths } from "../cost_paths.ts";

/** What is known of a path when the rate of its next year is set: the years that are over. */
export interface KnownYears {
  /** How many of the path's years are over. */
  readonly count: number;
  /** The fund at the start of the next year, rupiah. */
  readonly fundIdr: number;
  /** The rate of the last year; before the first year the rate paid until then. */
  readonly rate: number;
  /** By year; those that are not over are not in it. */
  readonly insurableEarningsIdr: ArrayLike<number>;
  readonly benefitsIdr: ArrayLike<number>;
  readonly expensesIdr: ArrayLike<number>;
}

/** The coming years as they look when a rate is set: the first is the year it is set for. */
export interface Forecast {
  /** Insurable earnings, rupiah. */
  readonly insurableEarningsIdr: readonly number[];
  readonly expensesIdr: readonly number[];
  readonly benefitsIdr: readonly number[];
  readonly investmentReturn: readonly number[];
}

/** Costs that are expected, and how long a departure from them lasts. */
export interface Outlook {
  /** Expected costs: one path. */
  readonly expected: CostPaths;
  /**
   * Part of a departure of the cost rate that is left a year later: 0 if it is over at once,
   * near 1 if it hardly dies away.
   */
  readonly persistence: number;
  /** Expected expenses of each year over its earnings. */
  readonly costRate: Float64Array;
  /** Expected earnings of each year over those of the year before; of the first, 1. */
  readonly earningsGrowth: Float64Array;
}

/** Lays out what every forecast begins from. */
export function outlookOf(expected: CostPaths, persistence: number): Outlook {
  const { benefitsIdr, administrationIdr, insurableEarningsIdr } = expected;
  return {
    expected,
    persistence,
    costRate: insurableEarningsIdr.map((earnings, year) =>
      (benefitsIdr[year]! + administrationIdr[year]!) / earnings
    ),
    earningsGrowth: insurableEarningsIdr.map((earnings, year) =>
      year === 0 ? 1 : earnings / insurableEarningsIdr[year - 1]!
    ),
  };
}

/**
 * The one forecast that rules set rates by. Seen from the start of year t, with k(s) the
 * expected PAYG cost rate of year s and κ(t−1) the path's last known one:
 *
 *     κ̂(s) = k(s) · (1 + (κ(t−1) / k(t−1) − 1) · persistence^(s − t + 1))
 *
 * Earnings grow from the last known ones as expected; returns, and the part of expenses
 * that is benefits, are as expected. Before the first year nothing is known, and all is as
 * expected. After the last year projected its cost rate, its part of benefits, its return and
 * its growth of earnings go on. Nothing of the path's own future is looked at.
 *
 * @param outlook What is expected.
 * @param known The path's years that are over.
 * @param count Years to forecast.
 */
export function forecastYears(
  { expected, persistence, costRate, earningsGrowth }: Outlook,
  known: KnownYears,
  count: number,
): Forecast {
  const last = expected.years - 1;
  const lastKnown = known.count - 1;
  const departure = lastKnown < 0
    ? 0
    : departureOf(costRate[lastKnown]!, known, lastKnown);
  const forecast = {
    insurableEarningsIdr: new Array<number>(count),
    expensesIdr: new Array<number>(count),
    benefitsIdr: new Array<number>(count),
    investmentReturn: new Array<number>(count),
  };
  let earningsIdr = lastKnown < 0 ? 0 : known.insurableEarningsIdr[lastKnown]!;
  let left = 1;
  for (let i = 0; i < count; i++) {
    const year = known.count + i;
    const place = Math.min(year, last);
    if (year === 0) earningsIdr = expected.insurableEarningsIdr[0]!;
    else earningsIdr *= earningsGrowth[place]!;
    left *= persistence;
    const expensesIdr = earningsIdr * costRate[place]! * (1 + departure * left);
    const expectedIdr = expected.benefitsIdr[place]! + expected.administrationIdr[place]!;
    forecast.insurableEarningsIdr[i] = earningsIdr;
    forecast.expensesIdr[i] = expensesIdr;
    forecast.benefitsIdr[i] = expectedIdr === 0
      ? 0
      : expensesIdr * expected.benefitsIdr[place]! / expectedIdr;
    forecast.investmentReturn[i] = expected.investmentReturn[place]!;
  }
  return forecast;
}

/** By how much, as a fraction, a year's cost rate was above the expected one. */
function departureOf(costRate: number, known: KnownYears, year: number): number {
  if (costRate === 0) return 0;
  return known.expensesIdr[year]! / known.insurableEarningsIdr[year]! / costRate - 1;
}
