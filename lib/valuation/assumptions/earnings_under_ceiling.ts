import type { BySex } from "@jkp/extract";
import type { SchemeLimits } from "./scheme_limits.ts";
import type { InsuredEarnings } from "./valuation_assumptions.ts";
import {
  meanBetween,
  meanPathBetween,
  type WageYear,
  type WageYears,
} from "./wage_years.ts";

/** Mean earnings between floor and ceiling. */
export function insuredEarnings(
  wages: WageYears,
  { floor, ceiling }: Pick<SchemeLimits, "floor" | "ceiling">,
): InsuredEarnings {
  const path = (group: keyof WageYear) => meanPathBetween(wages, group, floor, ceiling);
  const first = wages.years[0]!;
  const bySex = (
    group: keyof WageYear,
    lowest: number,
    highest: number,
  ): BySex<number> => ({
    male: meanBetween({ ...first[group], maleShare: 1 }, lowest, highest),
    female: meanBetween({ ...first[group], maleShare: 0 }, lowest, highest),
  });
  const ofBoth = (lowest: number, highest: number) => ({
    members: bySex("members", lowest, highest),
    claimants: bySex("claimants", lowest, highest),
  });
  const ceilingIdrPerMonth = ceiling?.values[0] ?? Infinity;
  const insurable = ofBoth(floor?.values[0] ?? 0, ceilingIdrPerMonth);
  const { members, claimants } = insurable;
  const { maleShare } = first.claimants;
  return {
    membersIdr: path("members"),
    claimantsIdr: path("claimants"),
    baseYear: {
      year: wages.firstYear,
      ceilingIdrPerMonth,
      total: ofBoth(0, Infinity),
      insurable,
    },
    claimantRelativity: maleShare * claimants.male / members.male +
      (1 - maleShare) * claimants.female / members.female,
  };
}
