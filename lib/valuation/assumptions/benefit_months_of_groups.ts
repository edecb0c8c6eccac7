import type { BySex } from "@jkp/extract";
import { valueInYear, type YearlyPath } from "@jkp/month";
import type { BenefitCurve } from "@jkp/scheme";
import { sumSimple } from "simple-statistics";
import type { BenefitMonth } from "../benefit_months.ts";
import { meanBenefit } from "./mean_benefit.ts";
import type { PaidGroup, PaidMonth } from "./paid_months.ts";
import type { ReferenceWages } from "./reference_wages.ts";

/**
 * Months of benefit over all groups of leavers: the share paid, and the mean benefit
 * against the level rate of what was insured. Limits are met by each reference wage on
 * its own. `referenceAfter` gives the wages that count for what is paid so many months after
 * the claim. `beforeShift` is how many more are still unemployed before the general waiting
 * period than after it; groups with a wait of their own do not go through that period.
 */
export function benefitMonthsOfGroups(
  groups: readonly PaidGroup[],
  levelRate: number,
  referenceAfter: (month: number) => ReferenceWages,
  beforeShift: (month: number) => number,
): BenefitMonth[] {
  const covered = sumSimple(groups.map(({ share }) => personsOf(share)));
  const length = Math.max(...groups.map(monthsOf));
  return Array.from({ length }, (_, month): BenefitMonth => {
    const reference = referenceAfter(month);
    const means = new Map<PaidMonth, readonly BySex<number>[]>();
    const meansByYear = (of: PaidMonth) => {
      const known = means.get(of);
      if (known !== undefined) return known;
      const found = meanByYear(of.curve, reference);
      means.set(of, found);
      return found;
    };
    const paid = groups.flatMap(({ share: { male, female }, waitingMonths, months }) => {
      const own = months[month - (waitingMonths ?? 0)];
      if (own === undefined) return [];
      const more = waitingMonths === null ? 1 : beforeShift(month);
      return [{
        share: { male: more * male, female: more * female },
        means: meansByYear(own),
      }];
    });
    const share = sumSimple(paid.map((each) => personsOf(each.share)));
    const mean = (i: number) =>
      sumSimple(paid.flatMap(({ share, means }) => {
        const { male, female } = means[i]!;
        return [share.male * male, share.female * female];
      })) / share;
    return {
      paidShare: share / covered,
      relativeBenefit: {
        firstYear: reference.firstYear,
        values: reference.insuredIdr.map((insured, i) =>
          share === 0 ? 0 : mean(i) / (levelRate * insured)
        ),
      },
    };
  });
}

/** Men and women together. */
export function personsOf({ male, female }: BySex<number>): number {
  return male + female;
}

/** Months from the first that a group could be paid to its last. */
export function monthsOf({ waitingMonths, months }: PaidGroup): number {
  return (waitingMonths ?? 0) + months.length;
}

/** Mean benefit of claimants of each sex, rupiah a month. */
function meanByYear(
  curve: BenefitCurve,
  { firstYear, claimants, limits }: ReferenceWages,
): BySex<number>[] {
  return claimants.map(({ male, female }, i) => {
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
      male: meanBenefit(curveIdr, male, limitsOfYear),
      female: meanBenefit(curveIdr, female, limitsOfYear),
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
