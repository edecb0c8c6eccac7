import type { Scenario } from "@jkp/economy";
import type { BySex, EarningsProfile } from "@jkp/experience";
import { levelsFromGrowth, pathAfter, valueInYear, type YearlyPath } from "@jkp/month";
import {
  type CeilingIndex,
  ceilingPath,
  type Design,
  limitedExpectedValue,
  nominalWageGrowth,
} from "@jkp/scheme";

/** Mean earnings of the ceiling's base year, before and after the ceiling, by sex. */
export interface EarningsInBaseYear {
  readonly year: number;
  /** Before the ceiling, in rupiah a month. */
  readonly total: { readonly members: BySex; readonly claimants: BySex };
  /** After the ceiling, in rupiah a month. */
  readonly insurable: { readonly members: BySex; readonly claimants: BySex };
}

/** Mean insurable earnings of members and claimants. */
export interface InsurableEarnings {
  /** All members, in rupiah a month, by year. */
  readonly membersIdr: YearlyPath;
  /** All claimants, in rupiah a month, by year. */
  readonly claimantsIdr: YearlyPath;
  /** Tables 3.2, 3.5 and 3.6. */
  readonly baseYear: EarningsInBaseYear;
  /**
   * Claimants' insurable earnings over members' of the same sex, averaged with the
   * sexes of those who leave: "13 per cent lower" in section 3.2.2.
   */
  readonly claimantRelativity: number;
}

/**
 * Projects earnings of members and claimants and puts the ceiling on them.
 *
 * Earnings of each sex are lognormal: the mean from the extract, moved by nominal wage
 * growth; the spread from the scenario. The ceiling moves with its index.
 *
 * @param profile Mean earnings before the ceiling, from the extract.
 * @param scenario Wage growth, spreads, and whose earnings claimants have.
 * @param rule The design's ceiling and the year it is given for.
 * @param index What the ceiling follows.
 * @returns Insurable earnings a year, from the ceiling's base year.
 * @see ILO (2021), sections 3.2.2 and 3.5, Tables 3.2, 3.5 and 3.6.
 *
 * @example With no ceiling, claimants' earnings are what the extract says
 * ```ts
 * import { readScenario } from "@jkp/economy";
 * import { insurableEarnings } from "@jkp/valuation";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const same = { male: 4_000_000, female: 4_000_000 };
 * const leavers = { male: 3_000_000, female: 3_000_000 };
 * const earnings = insurableEarnings(
 *   {
 *     year: 2019,
 *     members: same,
 *     leavers,
 *     layoffs: leavers,
 *     resignations: leavers,
 *     membersOfLeaversAges: same,
 *     maleShareOfMembers: 0.7,
 *     maleShareOfLeavers: 0.6,
 *     basis: "an example",
 *   },
 *   await readScenario("base"),
 *   { definition: "wage", ceilingIdrPerMonth: Infinity, ceilingYear: 2020 },
 *   "wages",
 * );
 * assertAlmostEquals(earnings.claimantRelativity, 0.75);
 * ```
 */
export function insurableEarnings(
  profile: EarningsProfile,
  scenario: Scenario,
  rule: Design["insurableEarnings"],
  index: CeilingIndex,
): InsurableEarnings {
  const { ceilingIdrPerMonth, ceilingYear } = rule;
  const growth = pathAfter(nominalWageGrowth(scenario), profile.year);
  const wageIndex = levelsFromGrowth(1, growth);
  const ceilings = ceilingPath(ceilingIdrPerMonth, ceilingYear, index, scenario);
  const factor = scenario.claimantEarningsFactor;
  const claimantMeans = scenario.claimantEarningsProfile === "leavers"
    ? profile.leavers
    : profile.membersOfLeaversAges;

  const total = (year: number) => {
    const moved = valueInYear(wageIndex, year);
    const bySex = (mean: BySex, multiple: number): BySex => ({
      male: mean.male * multiple,
      female: mean.female * multiple,
    });
    return {
      members: bySex(profile.members, moved),
      claimants: bySex(claimantMeans, moved * factor),
    };
  };
  const insurable = (year: number) => {
    const ceiling = valueInYear(ceilings, year);
    const limited = (mean: BySex, spread: BySex): BySex => ({
      male: limit(mean.male, spread.male, ceiling),
      female: limit(mean.female, spread.female, ceiling),
    });
    const { members, claimants } = total(year);
    return {
      members: limited(members, scenario.memberEarningsSpread),
      claimants: limited(claimants, scenario.claimantEarningsSpread),
    };
  };

  const { maleShareOfMembers, maleShareOfLeavers } = profile;
  const years = ceilings.values.map((_, i) => insurable(ceilings.firstYear + i));
  const first = years[0]!;
  return {
    membersIdr: {
      firstYear: ceilings.firstYear,
      values: years.map(({ members }) => mix(members, maleShareOfMembers)),
    },
    claimantsIdr: {
      firstYear: ceilings.firstYear,
      values: years.map(({ claimants }) => mix(claimants, maleShareOfLeavers)),
    },
    baseYear: { year: ceilingYear, total: total(ceilingYear), insurable: first },
    claimantRelativity: mix({
      male: first.claimants.male / first.members.male,
      female: first.claimants.female / first.members.female,
    }, maleShareOfLeavers),
  };
}

function limit(
  meanIdrPerMonth: number,
  logStandardDeviation: number,
  ceilingIdrPerMonth: number,
): number {
  return limitedExpectedValue(
    { meanIdrPerMonth, logStandardDeviation },
    ceilingIdrPerMonth,
  );
}

function mix({ male, female }: BySex, maleShare: number): number {
  return male * maleShare + female * (1 - maleShare);
}
