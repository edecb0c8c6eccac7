import {
  capitalized,
  type Figure,
  formatNumber,
  keyInWords,
  type Series,
  type Table,
  unitThatShows,
} from "@jkp/exhibit";
import {
  breakEvenRate,
  fundAtSuggestedRate,
  fundTerms,
  rateKeepingReserve,
  type SchemeValuation,
  type Valuation,
} from "@jkp/valuation";
import { withoutFarSeries } from "./far_series.ts";

/** What a scheme at one duration is called, in ids. */
export function keyOf({ rules, duration, durationMonths }: SchemeValuation): string {
  return duration === "longest" ? rules.name : `${rules.name}_${durationMonths}_months`;
}

/**
 * The rates that a valuation is made for, a row a scheme, duration and scenario. The title
 * names the scheme if there is one.
 */
export function valuationRatesTable(
  valued: readonly SchemeValuation[],
  source: string,
): Table {
  const rate = { unit: "%", decimals: 2 };
  const [first, ...others] = new Set(valued.map(({ rules }) => rules));
  const isOne = others.length === 0;
  return {
    id: "contribution_rates",
    number: "",
    title: "Contribution rates on insurable earnings, benefits and administration" +
      (isOne ? `: ${first!.title}` : ""),
    columns: [
      ...(isOne ? [] : [{ key: "scheme", title: "Scheme" }]),
      { key: "scenario", title: "Scenario" },
      { key: "suggested", title: "Suggested rate", ...rate },
      { key: "minimum", title: "Minimum rate", ...rate },
      { key: "breakEven", title: "Break-even rate", ...rate },
      { key: "breakEvenAlone", title: "Break-even without the fund", ...rate },
      { key: "keeping", title: "Reserve kept in every year", ...rate },
      { key: "months", title: "Longest benefit", unit: "months" },
      { key: "own", title: "The law's own rate", unit: "% of wages", decimals: 2 },
      { key: "trial", title: "Trial rate", ...rate },
      { key: "exhaustion", title: "Exhausted at the trial rate", isGrouped: false },
    ],
    rows: valued.map(({ rules, durationMonths, scenarioName, ownRate, valuation }) => {
      const { assumptions, years, financing } = valuation;
      const { suggestedRate, minimumRate, exhaustionYear } =
        financing.benefit_and_administrative;
      const multiple = assumptions.terms.reserveMultiple;
      return {
        scheme: rules.title,
        months: durationMonths,
        scenario: capitalized(keyInWords(scenarioName)),
        suggested: 100 * suggestedRate,
        minimum: 100 * minimumRate,
        breakEven: 100 * breakEvenRate(years, fundTerms(assumptions)),
        breakEvenAlone: 100 *
          breakEvenRate(years, { ...fundTerms(assumptions), openingIdr: 0 }),
        keeping: 100 * rateKeepingReserve(years, multiple, fundTerms(assumptions)).root,
        own: ownRate === null ? "none" : 100 * ownRate,
        trial: 100 * assumptions.trialContributionRate,
        exhaustion: exhaustionYear,
      };
    }),
    notes: [
      "Suggested: a level rate that ends with the reserve wanted. Minimum: one that ends " +
      "with nothing, and is never overdrawn. Break-even: one that ends with nothing, " +
      "whatever comes between; below 0 where the opening fund pays for everything. " +
      "Exhausted: the first year that ends overdrawn; n.a. if there is none.",
    ],
    source,
  };
}

/** Demographic ratio, PAYG cost rate and fund of one scheme, a line a scenario. */
export function resultFigures(
  valued: readonly SchemeValuation[],
  source: string,
): readonly Figure[] {
  const key = keyOf(valued[0]!);
  const figure = (
    id: string,
    head: Pick<Figure, "title" | "yTitle" | "yUnit">,
    decimals: number,
    values: (valuation: Valuation) => readonly number[],
    notes: readonly string[] = [],
  ): Figure => {
    const lines = valued.map(({ scenarioName, valuation }): Series => ({
      name: capitalized(keyInWords(scenarioName)),
      x: valuation.years.map(({ year }) => year),
      y: values(valuation),
      mark: "line",
    }));
    const near = withoutFarSeries(lines);
    return {
      ...head,
      id: `${id}_${key}`,
      number: "",
      xTitle: "Financial year",
      decimals,
      isStacked: false,
      series: near.series,
      notes: [...near.notes, ...notes],
      source,
    };
  };
  const fundOf = (valuation: Valuation) =>
    fundAtSuggestedRate(valuation).map(({ closingIdr }) => closingIdr);
  const funds = valued.flatMap(({ valuation }) => fundOf(valuation));
  const money = unitThatShows("rupiah", funds, 1);
  return [
    figure(
      "demographic_ratio",
      {
        title: "Demographic ratio",
        yTitle: "Beneficiaries",
        yUnit: "% of members",
      },
      2,
      ({ years }) => years.map(({ demographicRatio }) => 100 * demographicRatio),
    ),
    figure(
      "payg_cost_rate",
      {
        title: "PAYG cost rate, benefits and administration",
        yTitle: "PAYG cost rate",
        yUnit: "% of insurable earnings",
      },
      2,
      ({ years }) => years.map(({ paygCostRate }) => 100 * paygCostRate),
    ),
    figure(
      "fund",
      {
        title: "Fund at the end of the year, at each scenario's suggested rate",
        yTitle: "Fund",
        yUnit: `${money.unit} rupiah`,
      },
      1,
      (valuation) => fundOf(valuation).map((closingIdr) => closingIdr / money.size),
      [`Suggested rates, % of insurable earnings: ${
        valued.map(({ scenarioName, valuation }) =>
          `${keyInWords(scenarioName)} ${
            formatNumber(
              100 * valuation.financing.benefit_and_administrative.suggestedRate,
              2,
            )
          }`
        ).join(", ")
      }.`],
    ),
  ];
}
