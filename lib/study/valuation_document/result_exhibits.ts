import {
  type Figure,
  formatNumber,
  type Series,
  type Table,
  unitThatShows,
} from "@jkp/exhibit";
import { inSentence, type Language, wordsOf } from "@jkp/language";
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
  language: Language = "en",
): Table {
  const { rates: words, months, none, ofWages } = wordsOf(language).valuation;
  const rate = { unit: "%", decimals: 2 };
  const [first, ...others] = new Set(valued.map(({ rules }) => rules));
  const isOne = others.length === 0;
  return {
    id: "contribution_rates",
    number: "",
    title: words.title +
      (isOne ? `: ${first!.title}` : ""),
    columns: [
      ...(isOne ? [] : [{ key: "scheme", title: words.scheme }]),
      { key: "scenario", title: words.scenario },
      { key: "suggested", title: words.suggested, ...rate },
      { key: "minimum", title: words.minimum, ...rate },
      { key: "breakEven", title: words.breakEven, ...rate },
      { key: "breakEvenAlone", title: words.breakEvenAlone, ...rate },
      { key: "keeping", title: words.keeping, ...rate },
      { key: "months", title: words.longest, unit: months },
      { key: "own", title: words.own, unit: ofWages, decimals: 2 },
      { key: "trial", title: words.trial, ...rate },
      { key: "exhaustion", title: words.exhaustion, isGrouped: false },
    ],
    rows: valued.map(({ rules, durationMonths, scenarioTitle, ownRate, valuation }) => {
      const { assumptions, years, financing } = valuation;
      const { suggestedRate, minimumRate, exhaustionYear } =
        financing.benefit_and_administrative;
      const multiple = assumptions.terms.reserveMultiple;
      return {
        scheme: rules.title,
        months: durationMonths,
        scenario: scenarioTitle,
        suggested: 100 * suggestedRate,
        minimum: 100 * minimumRate,
        breakEven: 100 * breakEvenRate(years, fundTerms(assumptions)),
        breakEvenAlone: 100 *
          breakEvenRate(years, { ...fundTerms(assumptions), openingIdr: 0 }),
        keeping: 100 * rateKeepingReserve(years, multiple, fundTerms(assumptions)).root,
        own: ownRate === null ? none : 100 * ownRate,
        trial: 100 * assumptions.trialContributionRate,
        exhaustion: exhaustionYear,
      };
    }),
    notes: [words.note],
    source,
    language,
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
    const lines = valued.map(({ scenarioTitle, valuation }): Series => ({
      name: scenarioTitle,
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
        valued.map(({ scenarioTitle, valuation }) =>
          `${inSentence(scenarioTitle)} ${
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
