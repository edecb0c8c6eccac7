import { valueInYear, type YearlyPath } from "@jkp/month";
import type { BenefitMonth } from "../benefit_months.ts";
import type { PaidGroup } from "./paid_months.ts";
import { meanBetween, type WageYears } from "./wage_years.ts";

/** Limits by year in rupiah; `null` for none. */
export interface BenefitLimits {
  /** Of the reference wage: earnings are insured between the two. */
  readonly lowestWage: YearlyPath | null;
  readonly highestWage: YearlyPath | null;
  readonly lowestBenefit: YearlyPath | null;
  readonly highestBenefit: YearlyPath | null;
}

/**
 * Months of benefit over all groups of leavers: who is paid, and the mean benefit against
 * the level rate of claimants' insurable earnings. Limits are met by each wage on its own.
 */
export function benefitSchedule(
  groups: readonly PaidGroup[],
  levelRate: number,
  limits: BenefitLimits,
  wages: WageYears,
  claimantsIdr: YearlyPath,
): BenefitMonth[] {
  const covered = groups.reduce((sum, { share }) => sum + share, 0);
  const length = Math.max(...groups.map(monthsOf));
  const means = new Map<number, readonly number[]>();
  const meanByYear = (rate: number) => {
    const known = means.get(rate);
    if (known !== undefined) return known;
    const found = wages.years.map((year, i) => {
      const at = wages.firstYear + i;
      const mean = meanBenefit(year.claimants, rate, limits, at);
      return mean / (levelRate * valueInYear(claimantsIdr, at));
    });
    means.set(rate, found);
    return found;
  };
  return Array.from({ length }, (_, month): BenefitMonth => {
    const paid = groups.flatMap((group) => {
      const rate = group.rates[month - group.waitingMonths];
      return rate === undefined ? [] : [{ share: group.share, of: meanByYear(rate) }];
    });
    const share = paid.reduce((sum, each) => sum + each.share, 0);
    return {
      paidShare: share / covered,
      relativeBenefit: {
        firstYear: wages.firstYear,
        values: wages.years.map((_, i) =>
          share === 0
            ? 0
            : paid.reduce((sum, each) => sum + each.share * each.of[i]!, 0) / share
        ),
      },
    };
  });
}

/** Months from the first that a group could be paid to its last. */
export function monthsOf({ waitingMonths, rates }: PaidGroup): number {
  return waitingMonths + rates.length;
}

/** Mean of rate · wage, the wage and then the benefit kept within their limits. */
function meanBenefit(
  claimants: WageYears["years"][number]["claimants"],
  rate: number,
  limits: BenefitLimits,
  year: number,
): number {
  const at = (path: YearlyPath | null, none: number) =>
    path === null ? none : valueInYear(path, year);
  const lowestBenefit = at(limits.lowestBenefit, 0);
  const highestBenefit = at(limits.highestBenefit, Infinity);
  const kept = (benefit: number) =>
    Math.min(highestBenefit, Math.max(lowestBenefit, benefit));
  const lowest = kept(rate * at(limits.lowestWage, 0));
  const highest = kept(rate * at(limits.highestWage, Infinity));
  return rate * meanBetween(claimants, lowest / rate, highest / rate);
}
