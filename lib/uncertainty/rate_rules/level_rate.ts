import { YEARS_INVESTED } from "@jkp/valuation";
import type { CostPaths } from "../cost_paths.ts";
import type { Forecast } from "./forecast.ts";

/**
 * The fund at the end of a year: F' = F (1 + r) + (C − X) (1 + r)^p, with p the part of a
 * year that contributions C and expenses X earn a return.
 */
export function closingFund(
  openingIdr: number,
  flowIdr: number,
  investmentReturn: number,
  flows: CostPaths["flows"],
): number {
  const growth = 1 + investmentReturn;
  const incomeIdr = openingIdr * (growth - 1) +
    flowIdr * (growth ** YEARS_INVESTED[flows] - 1);
  return openingIdr + flowIdr + incomeIdr;
}

/** What a level rate is to reach. */
export interface LevelTarget {
  /** Reserve wanted at the end, in years of the last year's expenses. */
  readonly reserveYears: number;
  /** Whether no year between may end below nothing. */
  readonly isNeverOverdrawn: boolean;
}

/**
 * The least level rate of a forecast's years that ends with a reserve. The fund at the end of
 * each year is linear in the rate, A + c · B; so the rate is the highest of (target − A) / B
 * over the years that have a target. Below 0 where the fund pays for everything.
 */
export function levelRate(
  forecast: Forecast,
  openingIdr: number,
  flows: CostPaths["flows"],
  { reserveYears, isNeverOverdrawn }: LevelTarget,
): number {
  const { insurableEarningsIdr, expensesIdr, investmentReturn } = forecast;
  const last = expensesIdr.length - 1;
  let without = openingIdr;
  let ofOne = 0;
  let rate = -Infinity;
  for (let year = 0; year <= last; year++) {
    const growth = 1 + investmentReturn[year]!;
    const flowGrowth = growth ** YEARS_INVESTED[flows];
    without = without * growth - expensesIdr[year]! * flowGrowth;
    ofOne = ofOne * growth + insurableEarningsIdr[year]! * flowGrowth;
    if (year < last && !isNeverOverdrawn) continue;
    const target = year === last ? reserveYears * expensesIdr[year]! : 0;
    rate = Math.max(rate, (target - without) / ofOne);
  }
  return rate;
}
