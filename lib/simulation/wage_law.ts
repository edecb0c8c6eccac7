import { valueInYear, type YearlyPath } from "@jkp/month";
import { findRoot } from "@jkp/numeric";
import { fitLogStandardDeviation, limitedExpectedValue } from "@jkp/scheme";
import type { ValuationAssumptions } from "@jkp/valuation";

/** Wages before the ceiling: lognormal among members, and among leavers. */
export interface WageLaw {
  /** Year of the mean. */
  readonly year: number;
  /** Mean wage of members before the ceiling, rupiah a month. */
  readonly meanIdrPerMonth: number;
  /** Standard deviation of the logarithm, of members and of leavers. */
  readonly logSpread: number;
  /** By how much leavers' logarithms lie below members'. */
  readonly leaversLogShift: number;
}

/**
 * The wages behind an assumption's mean insurable earnings: the lognormal law that has
 * the mean before and after the ceiling, both sexes together, and the shift that gives
 * claimants theirs.
 */
export function wageLaw({ earnings }: Pick<ValuationAssumptions, "earnings">): WageLaw {
  const { baseYear, membersIdr, claimantsIdr } = earnings;
  const { year, ceilingIdrPerMonth: ceiling, total, insurable } = baseYear;
  const members = valueInYear(membersIdr, year);
  const { male, female } = insurable.members;
  const maleShare = male === female ? 0.5 : (members - female) / (male - female);
  const mean = maleShare * total.members.male + (1 - maleShare) * total.members.female;
  const logSpread = fitLogStandardDeviation(mean, ceiling, members);
  const claimants = valueInYear(claimantsIdr, year);
  const shifted = (shift: number) => ({
    meanIdrPerMonth: mean * Math.exp(-shift),
    logStandardDeviation: logSpread,
  });
  const leaversLogShift = claimants === members ? 0 : findRoot(
    (shift) => limitedExpectedValue(shifted(shift), ceiling) - claimants,
    { lower: -2, upper: 2, purpose: "the wages of claimants" },
  ).root;
  return { year, meanIdrPerMonth: mean, logSpread, leaversLogShift };
}

/**
 * Wages of a year over those of the law's year.
 *
 * They follow mean insurable earnings of members, whose ceiling moves with wages; outside
 * the path's years the growth of its first or last year goes on.
 */
export function wageIndex(
  path: YearlyPath,
  law: Pick<WageLaw, "year">,
  year: number,
  growthPerYear: number | undefined,
): number {
  if (growthPerYear !== undefined) return (1 + growthPerYear) ** (year - law.year);
  return level(path, year) / level(path, law.year);
}

function level({ firstYear, values }: YearlyPath, year: number): number {
  const last = values.length - 1;
  const place = year - firstYear;
  if (last === 0) return values[0]!;
  if (place < 0) return values[0]! * (values[1]! / values[0]!) ** place;
  if (place <= last) return values[place]!;
  return values[last]! * (values[last]! / values[last - 1]!) ** (place - last);
}
