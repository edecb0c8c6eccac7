import type { Scenario } from "@jkp/economy";
import { type YearlyPath, yearOf } from "@jkp/month";
import { lastProjectedMonth, type ValuationTerms } from "../valuation_terms.ts";
import type { Limit, Rules } from "@jkp/scheme";

type Calendar = Pick<ValuationTerms, "firstContributionMonth" | "projectionYears">;

/** Years that a valuation wants of one path of a scenario, and those that it has. */
export interface YearGap {
  readonly what: string;
  readonly wanted: readonly [number, number];
  readonly got: readonly [number, number];
}

/**
 * The paths of a scenario that do not reach from the year after the base year to the
 * projection's end.
 */
export function yearGaps(
  scenario: Scenario,
  baseYear: number,
  terms: Calendar,
): YearGap[] {
  const lastYear = yearOf(lastProjectedMonth(terms));
  const firstGrown = baseYear + 1;
  const firstPaid = yearOf(terms.firstContributionMonth);
  const paths: readonly (readonly [string, YearlyPath, number, number?])[] = [
    ["unemployment", scenario.unemploymentRate, firstGrown],
    ["employment", scenario.employmentGrowth, firstGrown],
    ["productivity", scenario.productivityGrowth, firstGrown],
    ["GDP", scenario.realGdpGrowth, firstGrown],
    ["inflation", scenario.inflation, firstGrown],
    ["returns", scenario.realReturn, firstPaid, firstPaid + terms.projectionYears - 1],
  ];
  return paths.flatMap(([what, { firstYear, values }, from, to = lastYear]) => {
    const last = firstYear + values.length - 1;
    return firstYear <= from && last >= to
      ? []
      : [{ what, wanted: [from, to], got: [firstYear, last] }];
  });
}

/** An amount of the law that no growth of the scenario leads to the years valued. */
export interface UndatedLimit {
  readonly what: string;
  readonly year: number;
  /** Years that it could be of, first and last. */
  readonly wanted: readonly [number, number];
}

/**
 * Limits that move with prices, wages or GDP, and are of a year that the scenario's growth
 * does not reach: from the base year to the projection's end it would stand still, unsaid.
 */
export function undatedLimits(
  rulesInTime: readonly Rules[],
  scenario: Scenario,
  terms: Calendar,
): UndatedLimit[] {
  const wanted = [
    scenario.inflation.firstYear - 1,
    yearOf(lastProjectedMonth(terms)),
  ] as const;
  return rulesInTime.flatMap((rules) =>
    limitsMoved(rules).flatMap(({ what, limit, from }) => {
      const year = yearOf(from);
      const isMoved = limit.amountPerMonth !== null && limit.index !== "none" &&
        limit.index !== null;
      return isMoved && (year < wanted[0] || year > wanted[1])
        ? [{ what, year, wanted }]
        : [];
    })
  );
}

/** The limits of rules in rupiah, with what they are. */
function limitsMoved(rules: Rules) {
  if (rules.currency !== "IDR") return []; // compared with wages of one year
  const { insurableEarnings: insured, minimumBenefit, maximumBenefit } = rules;
  const all: readonly (readonly [string, Limit, { readonly from: number }])[] = [
    ["ceiling of earnings", insured.ceiling, insured],
    ["floor of earnings", insured.floor, insured],
    ...(minimumBenefit === null
      ? []
      : [["minimum benefit", minimumBenefit.limit, minimumBenefit] as const]),
    ...(maximumBenefit === null
      ? []
      : [["maximum benefit", maximumBenefit.limit, maximumBenefit] as const]),
  ];
  return all.map(([what, limit, { from }]) => ({ what, limit, from }));
}
