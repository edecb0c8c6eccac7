import type { BySex } from "@jkp/experience";
import { valueInYear, type YearlyPath } from "@jkp/month";
import type { BenefitCurve } from "@jkp/scheme";
import type { BenefitMonth } from "../benefit_months.ts";
import { meanBenefit } from "./mean_benefit.ts";
import type { PaidGroup, PaidMonth } from "./paid_months.ts";
import type { WageYears } from "./wage_years.ts";

/** Limits by year in rupiah; `null` for none. */
export interface BenefitLimits {
  /** Of the reference wage: earnings are insured between the two. */
  readonly lowestWage: YearlyPath | null;
  readonly highestWage: YearlyPath | null;
  readonly lowestBenefit: YearlyPath | null;
  readonly highestBenefit: YearlyPath | null;
  /** Rupiah a month for one unit of the wage bands; `null` without bands. */
  readonly bandUnit: YearlyPath | null;
}

/**
 * Months of benefit over all groups of leavers: who is paid, and the mean benefit against
 * the level rate of claimants' insurable earnings. Limits are met by each wage on its own.
 * `beforeShift` is how many more are still unemployed before the general waiting period
 * than after it: who has a wait of their own does not go through that.
 */
export function benefitSchedule(
  groups: readonly PaidGroup[],
  levelRate: number,
  limits: BenefitLimits,
  wages: WageYears,
  claimantsIdr: YearlyPath,
  beforeShift: (month: number) => number,
): BenefitMonth[] {
  const covered = groups.reduce((sum, { share }) => sum + personsOf(share), 0);
  const length = Math.max(...groups.map(monthsOf));
  const means = new Map<PaidMonth, readonly BySex[]>();
  const meansByYear = (month: PaidMonth) => {
    const known = means.get(month);
    if (known !== undefined) return known;
    const found = meanByYear(month.curve, limits, wages);
    means.set(month, found);
    return found;
  };
  return Array.from({ length }, (_, month): BenefitMonth => {
    const paid = groups.flatMap(({ share: { male, female }, waitingMonths, months }) => {
      const own = months[month - (waitingMonths ?? 0)];
      if (own === undefined) return [];
      const more = waitingMonths === null ? 1 : beforeShift(month);
      return [{
        share: { male: more * male, female: more * female },
        means: meansByYear(own),
      }];
    });
    const share = paid.reduce((sum, each) => sum + personsOf(each.share), 0);
    const mean = (i: number) =>
      paid.reduce((sum, each) => {
        const { male, female } = each.means[i]!;
        return sum + each.share.male * male + each.share.female * female;
      }, 0) / share;
    const levelIn = (i: number) =>
      levelRate * valueInYear(claimantsIdr, wages.firstYear + i);
    return {
      paidShare: share / covered,
      relativeBenefit: {
        firstYear: wages.firstYear,
        values: wages.years.map((_, i) => share === 0 ? 0 : mean(i) / levelIn(i)),
      },
    };
  });
}

/** Men and women together. */
export function personsOf({ male, female }: BySex): number {
  return male + female;
}

/** Months from the first that a group could be paid to its last. */
export function monthsOf({ waitingMonths, months }: PaidGroup): number {
  return (waitingMonths ?? 0) + months.length;
}

/** Mean benefit of claimants of each sex, rupiah a month. */
function meanByYear(
  curve: BenefitCurve,
  limits: BenefitLimits,
  { firstYear, years }: WageYears,
): BySex[] {
  return years.map(({ claimants }, i) => {
    const at = (path: YearlyPath | null, none: number) =>
      path === null ? none : valueInYear(path, firstYear + i);
    const curveIdr = inUnits(curve, at(limits.bandUnit, 1));
    const limitsOfYear = {
      lowestWage: at(limits.lowestWage, 0),
      highestWage: at(limits.highestWage, Infinity),
      lowestBenefit: at(limits.lowestBenefit, 0),
      highestBenefit: at(limits.highestBenefit, Infinity),
    };
    return {
      male: meanBenefit(curveIdr, claimants.male, limitsOfYear),
      female: meanBenefit(curveIdr, claimants.female, limitsOfYear),
    };
  });
}

/** A curve with wages and benefits in another unit; one share of all wages stays. */
function inUnits(curve: BenefitCurve, unit: number): BenefitCurve {
  return curve.map(({ wageFrom, constant, linear, quadratic }) => ({
    wageFrom: wageFrom * unit,
    constant: constant * unit,
    linear,
    quadratic: quadratic / unit,
  }));
}
