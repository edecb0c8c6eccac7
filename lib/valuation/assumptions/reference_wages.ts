import type { YearlyPath } from "@jkp/month";
import type { BenefitLimits, SchemeLimits } from "./scheme_limits.ts";
import { meanPathBetween, type WageGroup, type WageYears } from "./wage_years.ts";

/** What benefits paid in the middle of each year are reckoned from. */
export interface ReferenceWages {
  readonly firstYear: number;
  /** Claimants' wages in the months that the reference wage averages, by year. */
  readonly claimants: readonly WageGroup[];
  /** Their mean insurable earnings, rupiah a month. */
  readonly insuredIdr: readonly number[];
  /** Limits of wages as they were in those months, limits of benefits as they are. */
  readonly limits: BenefitLimits;
}

/**
 * Wages in the months before a claim that is paid some months later, or before the payment
 * itself if it is 0: an average lies half its months, and half a month, before the month of
 * the claim.
 */
export function referenceWages(
  wages: WageYears,
  { floor, ceiling, ...limits }: SchemeLimits,
  averageMonths: number,
  monthsSinceClaim: number,
): ReferenceWages {
  const months = monthsSinceClaim + (averageMonths + 1) / 2;
  const before = (path: YearlyPath | null) => path && earlier(path, months);
  const { firstYear } = wages;
  const level = { firstYear, values: wages.years.map((year) => levelOf(year.claimants)) };
  const past = earlier(level, months);
  const years = wages.years.map((year, i) => ({
    ...year,
    claimants: times(year.claimants, past.values[i]! / level.values[i]!),
  }));
  const insured = meanPathBetween(
    { firstYear, years },
    "claimants",
    before(floor),
    before(ceiling),
  );
  return {
    firstYear,
    claimants: years.map(({ claimants }) => claimants),
    insuredIdr: insured.values,
    limits: {
      ...limits,
      lowestWage: before(limits.lowestWage),
      highestWage: before(limits.highestWage),
    },
  };
}

/**
 * A level some months before the middle of each year: straight in its logarithm between
 * years, and on with the first year's growth before them.
 */
function earlier({ firstYear, values }: YearlyPath, months: number): YearlyPath {
  const [yearsBack, part] = [Math.floor(months / 12), months % 12 / 12];
  const growthInto = (i: number) =>
    i > 0 ? values[i]! / values[i - 1]! : (values[1] ?? values[0]!) / values[0]!;
  const levelAt = (i: number) => i >= 0 ? values[i]! : values[0]! * growthInto(0) ** i;
  return {
    firstYear,
    values: values.map((_, i) =>
      levelAt(i - yearsBack) / growthInto(i - yearsBack) ** part
    ),
  };
}

function levelOf({ male }: WageGroup): number {
  return male.meanIdrPerMonth;
}

function times({ male, female, maleShare }: WageGroup, factor: number): WageGroup {
  const of = (sex: WageGroup["male"]) => ({
    ...sex,
    meanIdrPerMonth: factor * sex.meanIdrPerMonth,
  });
  return { male: of(male), female: of(female), maleShare };
}
