import { type Figure, formatNumber, type Series, unitThatShows } from "@jkp/exhibit";
import {
  type CostPaths,
  type exhaustionByYear,
  fundFan,
  paygFan,
  quantileOf,
  type rateDistributions,
} from "@jkp/uncertainty";
import { fanFigure } from "../fan_figure.ts";

/** A scheme's costs on many paths, under its title. */
export interface DrawnCosts {
  readonly title: string;
  readonly costs: CostPaths;
  readonly rates: ReturnType<typeof rateDistributions>;
  /** The chance that the fund has been overdrawn by each year, by the rate that is paid. */
  readonly chances: readonly {
    readonly rate: number;
    readonly byYear: ReturnType<typeof exhaustionByYear>;
  }[];
}

/** What stands below a figure of paths. */
export interface PathsWords {
  /** How the paths were drawn, in words. */
  readonly drawn: string;
  readonly source: string;
}

/** Names of contribution rates, as tables and figures of paths have them. */
export const RATE_NAMES = {
  suggested: "Suggested",
  minimum: "Minimum",
  breakEven: "Break-even",
} as const;

/** Hundredths of all paths at which a rate is drawn: the ends would be single paths. */
const HUNDREDTHS = Array.from({ length: 99 }, (_, i) => i + 1);

/** Contribution rates in the order of the paths: at 90, the rate that 90 in 100 do with. */
export function rateQuantilesFigure(
  { title, rates }: DrawnCosts,
  { drawn, source }: PathsWords,
): Figure {
  return {
    id: "rate_quantiles",
    number: "",
    title: `Contribution rates over all paths: ${title}`,
    xTitle: "Of 100 paths, those that need no more",
    yTitle: "Contribution rate",
    yUnit: "% of insurable earnings",
    decimals: 2,
    isStacked: false,
    series: (Object.keys(RATE_NAMES) as (keyof typeof RATE_NAMES)[]).map((name) => ({
      name: RATE_NAMES[name],
      x: HUNDREDTHS,
      y: HUNDREDTHS.map((at) => 100 * quantileOf(rates[name], at / 100).value),
      mark: "line",
    })),
    notes: [`${drawn}.`],
    source,
  };
}

/**
 * The chance that the fund has been overdrawn by each year, a line a contribution rate; no
 * figure of a fund that never is.
 */
export function overdrawnFigures(
  { title, costs, chances }: DrawnCosts,
  { drawn, source }: PathsWords,
): readonly Figure[] {
  if (chances.every(({ byYear }) => byYear.at(-1)!.probability.value === 0)) return [];
  return [{
    id: "overdrawn_over_paths",
    number: "",
    title: `Chance that the fund has been overdrawn: ${title}`,
    xTitle: "Year",
    yTitle: "Overdrawn by the end of the year",
    yUnit: "% of paths",
    decimals: 0,
    isStacked: false,
    series: chances.map(({ rate, byYear }): Series => ({
      name: `${formatNumber(100 * rate, 2)} % paid`,
      x: byYear.map(({ year }) => year),
      y: byYear.map(({ probability }) => 100 * probability.value),
      mark: "line",
      isDashed: rate === costs.trialContributionRate,
    })),
    notes: [
      `Dashed: the rate that the valuation tries, ${
        formatNumber(100 * costs.trialContributionRate, 2)
      } %.`,
      `${drawn}.`,
    ],
    source,
  }];
}

/** The PAYG cost rate over all paths, and the fund at the rate that is tried, as fans. */
export function fanFigures(
  { title, costs }: DrawnCosts,
  { drawn, source }: PathsWords,
): readonly Figure[] {
  const rate = costs.trialContributionRate;
  const fund = fundFan(costs, rate);
  const { unit, size } = unitThatShows("rupiah", Object.values(fund.quantiles).flat(), 1);
  const byYear = (
    id: string,
    { years, quantiles }: ReturnType<typeof paygFan>,
    times: number,
    options: Parameters<typeof fanFigure>[1],
  ): Figure => {
    const scaled = Object.fromEntries(
      Object.entries(quantiles).map(([key, values]) => [
        key,
        values.map((value) => times * value),
      ]),
    );
    const figure = fanFigure({ years, quantiles: scaled }, { ...options, source });
    return { ...figure, id, notes: [...figure.notes, `${drawn}.`] };
  };
  return [
    byYear("payg_over_paths", paygFan(costs), 100, {
      title: `PAYG cost rate over all paths: ${title}`,
      of: "PAYG cost rate",
      unit: "% of insurable earnings",
    }),
    byYear("fund_over_paths", fund, 1 / size, {
      title: `Fund at ${formatNumber(100 * rate, 2)} % over all paths: ${title}`,
      of: "Fund at the end of the year",
      unit: `${unit} rupiah`,
      decimals: 1,
    }),
  ];
}
