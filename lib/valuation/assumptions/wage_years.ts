import type { Scenario } from "@jkp/economy";
import type { BySex } from "@jkp/extract";
import type { Experience } from "@jkp/experience";
import { levelsFromGrowth, pathAfter, valueInYear, type YearlyPath } from "@jkp/month";
import {
  type EarningsDistribution,
  limitedExpectedValue,
  nominalWageGrowth,
} from "@jkp/scheme";
import { earningsInYear } from "../population/earnings_in_year.ts";
import type { MemberPopulation } from "../population/member_population.ts";

/** Wages before any ceiling: a lognormal distribution for each sex. */
export interface WageYear {
  readonly members: WageGroup;
  readonly claimants: WageGroup;
}

/** Wages of a group of workers. */
export interface WageGroup {
  readonly male: EarningsDistribution;
  readonly female: EarningsDistribution;
  readonly maleShare: number;
}

/** What wages are projected from. */
export interface WageInputs {
  readonly experience: Pick<Experience, "earnings">;
  readonly scenario: Scenario;
  /** Members whose sex and age change, if they do. */
  readonly population?: MemberPopulation;
}

/** Wages year by year. */
export interface WageYears {
  readonly firstYear: number;
  readonly years: readonly WageYear[];
}

/**
 * Wages of members and claimants before any ceiling, as the valuation has them: means
 * from the extract, moved by nominal wage growth; spreads from the scenario. Up to the
 * scenario's last year, or the population's, if no count of years is asked for; years
 * before the extract's have its wages. Wage growth is that of members of the same sex and
 * age: a population moves the means of each sex and the share of men besides.
 */
export function wageYears(
  { scenario, experience: { earnings: profile }, population }: WageInputs,
  firstYear: number,
  count?: number,
): WageYears {
  const growth = pathAfter(nominalWageGrowth(scenario), profile.year);
  const index = levelsFromGrowth(1, growth);
  const end = index.firstYear + index.values.length;
  const lastEnd = population === undefined
    ? end
    : Math.min(end, population.members.firstYear + population.members.values.length);
  const isOfLeavers = scenario.claimantEarningsProfile === "leavers";
  return {
    firstYear,
    years: Array.from({ length: count ?? lastEnd - firstYear }, (_, i) => {
      const year = firstYear + i;
      const level = valueInYear(index, Math.max(index.firstYear, year));
      const own = population === undefined
        ? profile
        : earningsInYear(profile, population, year);
      return {
        members: group(
          own.members,
          level,
          scenario.memberEarningsSpread,
          own.maleShareOfMembers,
        ),
        claimants: group(
          isOfLeavers ? own.leavers : own.membersOfLeaversAges,
          level * scenario.claimantEarningsFactor,
          scenario.claimantEarningsSpread,
          own.maleShareOfLeavers,
        ),
      };
    }),
  };
}

function group(
  mean: BySex<number>,
  level: number,
  spread: BySex<number>,
  maleShare: number,
): WageGroup {
  const of = (sex: keyof BySex<number>): EarningsDistribution => ({
    meanIdrPerMonth: mean[sex] * level,
    logStandardDeviation: spread[sex],
  });
  return { male: of("male"), female: of("female"), maleShare };
}

/** Mean of wages kept between two limits: E[max(lowest, min(X, highest))]. */
export function meanBetween(wages: WageGroup, lowest: number, highest: number): number {
  const { maleShare } = wages;
  return maleShare * between(wages.male, lowest, highest) +
    (1 - maleShare) * between(wages.female, lowest, highest);
}

/** The same by year, for limits by year; `null` for none. */
export function meanPathBetween(
  { firstYear, years }: WageYears,
  group: keyof WageYear,
  lowest: YearlyPath | null,
  highest: YearlyPath | null,
): YearlyPath {
  return {
    firstYear,
    values: years.map((year, i) =>
      meanBetween(year[group], lowest?.values[i] ?? 0, highest?.values[i] ?? Infinity)
    ),
  };
}

function between(
  wages: EarningsDistribution,
  lowest: number,
  highest: number,
): number {
  if (lowest <= 0) return highest <= 0 ? 0 : limitedExpectedValue(wages, highest);
  if (highest <= lowest) return lowest;
  return lowest + limitedExpectedValue(wages, highest) -
    limitedExpectedValue(wages, lowest);
}

/** Mean wage of a group in a year, before any ceiling, rupiah a month. */
export function meanWageIn(
  { firstYear, years }: WageYears,
  year: number,
  group: keyof WageYear,
): number {
  return meanBetween(years[year - firstYear]![group], 0, Infinity);
}
