import type { BySex } from "@jkp/extract";
import { valueInYear, type YearlyPath } from "@jkp/month";
import type { BenefitCurve } from "@jkp/scheme";
import { sumSimple } from "simple-statistics";
import type { BenefitMonth } from "../benefit_months.ts";
import { meanBenefit } from "./mean_benefit.ts";
import type { AllowanceGroup } from "../allowance_groups.ts";
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
  const relativeBenefit = relativeBenefitOf(levelRate, referenceAfter);
  return Array.from({ length }, (_, month): BenefitMonth => {
    const paid = groups.flatMap((group) => {
      const { share: { male, female }, waitingMonths, months } = group;
      const own = months[month - monthsBefore(group)];
      if (own === undefined) return [];
      const more = waitingMonths === null ? 1 : beforeShift(month);
      return [{ share: { male: more * male, female: more * female }, month: own }];
    });
    return {
      paidShare: sumSimple(paid.map(({ share }) => personsOf(share))) / covered,
      relativeBenefit: relativeBenefit(paid, month),
    };
  });
}

/**
 * The same groups each by itself, with the mean benefit of each of its months: what
 * remains of a benefit depends on the length of the own one.
 */
export function allowanceGroupsOf(
  groups: readonly PaidGroup[],
  levelRate: number,
  referenceAfter: (month: number) => ReferenceWages,
): AllowanceGroup[] {
  const covered = sumSimple(groups.map(({ share }) => personsOf(share)));
  const relativeBenefit = relativeBenefitOf(levelRate, referenceAfter);
  return groups.map((group) => ({
    share: personsOf(group.share) / covered,
    waitingMonths: group.waitingMonths,
    delayMonths: group.delayMonths,
    relativeBenefits: group.months.map((month, i) =>
      relativeBenefit([{ share: group.share, month }], monthsBefore(group) + i)
    ),
  }));
}

/** Mean benefit of each sex by year, known for some months of benefit. */
type MeansByMonth = Map<PaidMonth, readonly BySex<number>[]>;

/** Leavers paid a month of benefit. */
interface PaidPart {
  readonly share: BySex<number>;
  readonly month: PaidMonth;
}

/**
 * The mean benefit of some leavers some months after the claim, by year, against the level
 * rate of what was insured.
 */
function relativeBenefitOf(
  levelRate: number,
  referenceAfter: (month: number) => ReferenceWages,
): (parts: readonly PaidPart[], after: number) => YearlyPath {
  const known: { reference: ReferenceWages; means: MeansByMonth }[] = [];
  return (parts, after) => {
    const { reference, means } = known[after] ??= {
      reference: referenceAfter(after),
      means: new Map(),
    };
    const meansOf = (month: PaidMonth) => {
      const found = means.get(month) ?? meanByYear(month.curve, reference);
      means.set(month, found);
      return found;
    };
    const paid = parts.map(({ share, month }) => ({ share, means: meansOf(month) }));
    const share = sumSimple(paid.map((each) => personsOf(each.share)));
    const mean = (i: number) =>
      sumSimple(paid.flatMap(({ share, means }) => {
        const { male, female } = means[i]!;
        return [share.male * male, share.female * female];
      })) / share;
    return {
      firstYear: reference.firstYear,
      values: reference.insuredIdr.map((insured, i) =>
        share === 0 ? 0 : mean(i) / (levelRate * insured)
      ),
    };
  };
}

/** Men and women together. */
export function personsOf({ male, female }: BySex<number>): number {
  return male + female;
}

/** Months from the first that a group could be paid to its last. */
export function monthsOf(group: PaidGroup): number {
  return monthsBefore(group) + group.months.length;
}

/** Months from the first that a group could be paid to the first that it is. */
function monthsBefore(
  { waitingMonths, delayMonths }: Pick<PaidGroup, "waitingMonths" | "delayMonths">,
): number {
  return (waitingMonths ?? 0) + delayMonths;
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
