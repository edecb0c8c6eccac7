import type { LeaverAges } from "@jkp/experience";
import { SEX_KEYS } from "@jkp/extract";
import { valueInYear, type YearlyPath } from "@jkp/month";
import type { ServiceRule } from "@jkp/spells";
import { sumSimple } from "simple-statistics";
import { personsOf } from "../assumptions/benefit_months_of_groups.ts";
import type { Leavers, PaidGroup } from "../assumptions/paid_months.ts";
import { type MemberPopulation, withOdds } from "./member_population.ts";

/** What the share of leavers with a benefit follows from. */
export interface EntitledInputs {
  readonly population: MemberPopulation;
  /** Leavers of the base year. */
  readonly leavers: Leavers;
  /** The groups of some leavers that the rules pay. */
  readonly paidGroups: (leavers: Leavers) => readonly PaidGroup[];
  /** The rule of service, and the share of leavers who meet it; `null` for no rule. */
  readonly service: { readonly rule: ServiceRule | null; readonly share: number };
  /** Months of service that the experience counts, where the extract has no other. */
  readonly monthsOfExperience: number;
}

/**
 * The share of leavers who are covered and have enough service, by year over the base
 * year's: layoffs, sex and ages of leavers as the population has them.
 */
export function entitledRelativity(
  { population, leavers, paidGroups, service, monthsOfExperience }: EntitledInputs,
): YearlyPath {
  const { rule, share } = service;
  const odds =
    population.serviceOdds.find(({ monthsAtLeast }) => monthsAtLeast === rule?.months) ??
      population.serviceOdds.find(({ monthsAtLeast }) =>
        monthsAtLeast === monthsOfExperience
      );
  const years = population.years.map(({ year }) => year);
  const entitled = years.map((year) => {
    const groups = paidGroups(leaversIn(population, leavers, year));
    const covered = sumSimple(groups.map((group) => personsOf(group.share)));
    const served = rule === null || odds === undefined
      ? 1
      : withOdds(share, valueInYear(odds.odds, year));
    return covered * served;
  });
  const [base] = entitled;
  return {
    firstYear: years[0]!,
    values: entitled.map((value) => base === 0 ? 1 : value / base!),
  };
}

/** Who leaves in a year: in each sex and age group, as its members have grown. */
export function leaversIn(
  { years, layoffOdds, maleOdds }: MemberPopulation,
  { involuntaryShare, maleShare, ages }: Leavers,
  year: number,
): Leavers {
  const [base] = years;
  const own = years.find((each) => each.year === year)!;
  const grown = (sex: typeof SEX_KEYS[number], i: number) => {
    const before = base!.members[sex][i]!;
    return before === 0 ? 1 : own.members[sex][i]! / before;
  };
  const groups: LeaverAges["groups"] = ages.groups.map((group, i) => ({
    ...group,
    claims: {
      male: group.claims.male * grown("male", i),
      female: group.claims.female * grown("female", i),
    },
  }));
  return {
    involuntaryShare: withOdds(involuntaryShare, valueInYear(layoffOdds, year)),
    maleShare: withOdds(maleShare, valueInYear(maleOdds.leavers, year)),
    ages: { ...ages, groups },
  };
}

/** A ratio to the base year with 1 in the year before it, so that history stays as it was. */
export function oneBefore({ firstYear, values }: YearlyPath): YearlyPath {
  return { firstYear: firstYear - 1, values: [1, ...values] };
}
