import type { ByScenario, ReportScenario } from "@jkp/economy";
import { valueInYear } from "@jkp/month";
import { type Published, publishedRow } from "@jkp/published";
import type { Valuation, ValuationAssumptions } from "@jkp/valuation";
import { LEVEL_RATES, type LevelRates, levelRates } from "./level_rates.ts";

/** A scenario that stands beside base. */
export type OtherScenario = Exclude<ReportScenario, "base">;

/** The range of numbers that a printed one stands for, or what follows from such ranges. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * What unemployment has to explain of the rates for benefits: the scenario's over base's,
 * divided by the ratio of those who claim and earn.
 */
export type Factors = LevelRates;

/** The scenario's over base's share of earnings that claims are made on: claims × wages. */
export function claimedEarningsRatio(
  valuations: ByScenario<Pick<Valuation, "assumptions">>,
  scenario: OtherScenario,
): number {
  return claimedEarnings(valuations[scenario].assumptions) /
    claimedEarnings(valuations.base.assumptions);
}

/** Involuntary share × claimants' insurable earnings over members', in the first year. */
function claimedEarnings(
  { involuntaryShare, earnings: { claimantsIdr, membersIdr } }: ValuationAssumptions,
): number {
  return involuntaryShare * claimantsIdr.values[0]! / membersIdr.values[0]!;
}

/** What the printed rates need, each of them anywhere in its interval of rounding. */
export function neededFactors(
  published: Published,
  scenario: OtherScenario,
  claimedEarnings: number,
): { readonly [Name in keyof Factors]: Interval } {
  const needed = (measure: string): Interval => {
    const cell = (name: ReportScenario) =>
      printedInterval(published, `benefit_only/${measure}_contribution_rate/${name}`);
    const [own, base] = [cell(scenario), cell("base")];
    return {
      low: own.low / base.high / claimedEarnings,
      high: own.high / base.low / claimedEarnings,
    };
  };
  const minimum = needed("minimum");
  return { minimumAtEnd: minimum, minimum, suggested: needed("suggested") };
}

/** The numbers that a printed rate of Table 3.7 stands for, in per cent. */
export function printedInterval(published: Published, cell: string): Interval {
  const { value, tolerance } = publishedRow(published, "table_3_7", cell);
  return { low: value! - tolerance, high: value! + tolerance };
}

/** The factors that a valuation gives. */
export function factorsOf(
  valuations: ByScenario<Valuation>,
  scenario: OtherScenario,
): Factors {
  return dividedFactors(
    levelRates(valuations[scenario], "benefit_only"),
    levelRates(valuations.base, "benefit_only"),
    claimedEarningsRatio(valuations, scenario),
  );
}

/**
 * The factors if benefits per insurable earnings moved from year to year as a function of
 * the national unemployment rate does, from the first year of benefits on.
 */
export function factorsOfSeries(
  valuations: ByScenario<Valuation>,
  scenario: OtherScenario,
  shape: (unemploymentRate: number) => number,
): Factors {
  const rates = (name: ReportScenario) => {
    const { years, assumptions } = valuations[name];
    const shaped = years.map((year) => ({
      ...year,
      benefitsIdr: year.benefitsIdr === 0 ? 0 : year.insurableEarningsIdr *
        shape(valueInYear(assumptions.unemploymentRate, year.year)),
    }));
    return levelRates({ years: shaped, assumptions }, "benefit_only");
  };
  return dividedFactors(rates(scenario), rates("base"), 1);
}

function dividedFactors(own: LevelRates, base: LevelRates, by: number): Factors {
  const [minimumAtEnd, minimum, suggested] = LEVEL_RATES.map((name) =>
    own[name] / base[name] / by
  ) as [number, number, number];
  return { minimumAtEnd, minimum, suggested };
}
