import type { Experience } from "@jkp/experience";
import type { BySex } from "@jkp/extract";
import { valueInYear, type YearlyPath } from "@jkp/month";
import { type MemberPopulation, withOdds } from "./member_population.ts";

/** The means and shares of an earnings profile that wages are projected from. */
export type EarningsOfYear = Pick<
  Experience["earnings"],
  | "members"
  | "leavers"
  | "membersOfLeaversAges"
  | "maleShareOfMembers"
  | "maleShareOfLeavers"
>;

/**
 * An earnings profile with the sexes and ages of a year, at the base year's level of wages;
 * years before the base year have its sexes and ages.
 */
export function earningsInYear(
  profile: EarningsOfYear,
  { members, wages, maleOdds }: MemberPopulation,
  year: number,
): EarningsOfYear {
  const at = (path: YearlyPath) => valueInYear(path, Math.max(members.firstYear, year));
  const moved = (means: BySex<number>, by: BySex<YearlyPath>): BySex<number> => ({
    male: means.male * at(by.male),
    female: means.female * at(by.female),
  });
  return {
    members: moved(profile.members, wages.members),
    leavers: moved(profile.leavers, wages.leavers),
    membersOfLeaversAges: moved(profile.membersOfLeaversAges, wages.membersOfLeaversAges),
    maleShareOfMembers: withOdds(profile.maleShareOfMembers, at(maleOdds.members)),
    maleShareOfLeavers: withOdds(profile.maleShareOfLeavers, at(maleOdds.leavers)),
  };
}
