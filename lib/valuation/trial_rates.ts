import type { Month } from "@jkp/month";
import { contributingIn, type ProjectionYear } from "./cost_by_year.ts";
import type { MonthlyProjection, RulePeriod } from "./projection.ts";

/** A contribution rate that the fund is tried at, a fraction of insurable earnings. */
export interface TrialRate {
  /** First month whose contributions are at the rate; the first rate is of all before too. */
  readonly from: Month;
  readonly rate: number;
}

/** The rates that the fund is tried at, each from its month on; one if they do not change. */
export function trialRatesOf(periods: readonly RulePeriod[]): TrialRate[] {
  return periods
    .map(({ from, assumptions }) => ({ from, rate: assumptions.trialContributionRate }))
    .filter(({ rate }, i, all) => i === 0 || rate !== all[i - 1]!.rate);
}

/**
 * The rates of each year: in a year of change the mean of its months, by the insurable
 * earnings of each.
 */
export function trialRatesByYear(
  rates: readonly TrialRate[],
  years: readonly ProjectionYear[],
  months: MonthlyProjection,
  { terms, choices }: RulePeriod["assumptions"],
): number[] {
  const [firstRate, ...later] = rates;
  return years.map(({ insurableEarningsIdr }, year) => {
    const start = terms.firstContributionMonth + 12 * year;
    const inYear = later.filter(({ from }) => from > start && from < start + 12);
    const first = later.findLast(({ from }) => from <= start) ?? firstRate!;
    if (inYear.length === 0) return first.rate;
    let contributions = 0;
    for (let month = start; month < start + 12; month++) {
      const { rate } = inYear.findLast(({ from }) => from <= month) ?? first;
      const i = month - months.firstMonth;
      contributions += rate * contributingIn(months, choices, i) *
        months.memberEarningsIdr[i]!;
    }
    return contributions / insurableEarningsIdr;
  });
}
