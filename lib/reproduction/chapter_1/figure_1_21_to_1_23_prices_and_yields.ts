import { valueInYear } from "@jkp/month";
import type { OpenStatistics } from "@jkp/open";
import { publishedValue } from "@jkp/published";
import { meanSimple } from "simple-statistics";
import type { ReportItem } from "../item.ts";
import { input, open } from "../reproduced.ts";
import {
  meanGrowth,
  openSource,
  statedDots,
  statedLevels,
  statedNote,
  yearsFrom,
} from "../stated.ts";

const BPS = "BPS, consumer prices, December on December";

/** Inflation over some years, as fractions. */
function inflation(statistics: OpenStatistics, first: number, last: number): number[] {
  return statistics.inflation.filter(({ year }) => year >= first && year <= last)
    .map((row) => row.inflation);
}

/** Figure 1.21: inflation. */
export const figure121: ReportItem = {
  item: "figure_1_21",
  number: "F1.21",
  title: "Annual inflation growth rates, 2010–20",
  cells: ({ open: statistics, scenarios }) => ({
    inflation_avg_2010_14: open(100 * meanGrowth(inflation(statistics, 2010, 2014))),
    inflation_avg_2015_19: open(100 * meanGrowth(inflation(statistics, 2015, 2019))),
    inflation_2020_govt: input(100 * valueInYear(scenarios.base.inflation, 2020)),
  }),
  figure(results, published) {
    return {
      id: this.item,
      number: "1.21",
      title: this.title,
      xTitle: "Year",
      yTitle: "Inflation",
      yUnit: "% a year, December on December",
      decimals: 1,
      isStacked: false,
      series: [
        {
          name: "Inflation",
          x: results.open.inflation.map(({ year }) => year),
          y: results.open.inflation.map((row) => 100 * row.inflation),
          mark: "column",
        },
        statedDots(
          published,
          this.item,
          [[2020, "inflation_2020_govt"]],
          "The Government's estimate, stated in the report",
        ),
        statedLevels(
          published,
          this.item,
          [
            ["inflation_avg_2010_14", yearsFrom(2010, 2014)],
            ["inflation_avg_2015_19", yearsFrom(2015, 2019)],
          ],
          "Means of 2010–14 and 2015–19 stated in the report",
        ),
      ],
      notes: [],
      source: openSource(BPS),
    };
  },
};

/** Mean yields of a maturity over some years, as fractions. */
function yields(
  statistics: OpenStatistics,
  maturity: number,
  first = -Infinity,
  last = Infinity,
) {
  return statistics.bond_yields.filter(({ year, maturityYears }) =>
    maturityYears === maturity && year >= first && year <= last
  );
}

/** The mean real yield of 12-month bonds over some years, in per cent. */
function realYield(statistics: OpenStatistics, first: number, last: number): number {
  const nominal = meanSimple(
    yields(statistics, 1, first, last).map((row) => row.meanYield),
  );
  return 100 * ((1 + nominal) / (1 + meanGrowth(inflation(statistics, first, last))) - 1);
}

/** Figure 1.22: bond yields and inflation. */
export const figure122: ReportItem = {
  item: "figure_1_22",
  number: "F1.22",
  title:
    "Government's daily bond yields (less than 12 months, 12 months, 2 years and 10 " +
    "years) and annual inflation rate, 4 January 2010 to 30 December 2019",
  cells: ({ open: statistics }) => {
    const real = (first: number, last: number) => ({
      ...open(realYield(statistics, first, last), "from means of the years"),
      note: "mean yield over mean inflation",
    });
    return {
      real_bond_12_2010_14: real(2010, 2014),
      real_bond_12_2015_19: real(2015, 2019),
    };
  },
  reasonForNone: "yields of maturities under 12 months and of 2 years were not found",
  figure(results, published) {
    const years = (name: string, rows: readonly (readonly [number, number])[]) => ({
      name,
      x: rows.map(([year]) => year),
      y: rows.map(([, rate]) => 100 * rate),
      mark: "line" as const,
    });
    const yieldOf = (maturity: number) =>
      yields(results.open, maturity).map((row) => [row.year, row.meanYield] as const);
    return {
      id: this.item,
      number: "1.22",
      title: "Government bond yields (12 months and 10 years), means of the year, and " +
        "annual inflation rate, 2010–19",
      xTitle: "Year",
      yTitle: "Mean of the year",
      yUnit: "%",
      decimals: 1,
      isStacked: false,
      series: [
        years("10 years", yieldOf(10)),
        years("12 months", yieldOf(1)),
        years(
          "Inflation",
          results.open.inflation.map((row) => [row.year, row.inflation]),
        ),
      ],
      notes: [
        ...([["2010_14", "2010–14"], ["2015_19", "2015–19"]] as const).map((
          [years, words],
        ) =>
          statedNote(
            published,
            this.item,
            {
              [`real_bond_lt12_${years}`]:
                `yields over inflation of # % in ${words} under 12 months`,
              [`real_bond_12_${years}`]: "# % at 12 months",
              [`real_bond_24_${years}`]: "# % at 2 years",
            },
            this.cells!(results, published),
          )
        ),
        "The report's figure has daily yields, and those under 12 months and of 2 years " +
        "too, which were not found in public. Inflation is December on December.",
      ],
      source: openSource("Indonesia Bond Pricing Agency", BPS),
    };
  },
};

/** Figure 1.23: the yield curve. */
export const figure123: ReportItem = {
  item: "figure_1_23",
  number: "F1.23",
  title:
    "Government bond yield movements, end of year 2019 and October 2020, by time to " +
    "maturity",
  cells: () => ({}),
  reasonForNone: "yields by maturity of October 2020 were not found",
  figure(results, published) {
    const stated = (cell: string) => publishedValue(published, this.item, cell);
    const inflation = publishedValue(published, "figure_1_21", "inflation_2020_govt");
    return {
      id: this.item,
      number: "1.23",
      title:
        "Government bond yields by time to maturity, 15 November 2019, and two stated " +
        "for October 2020",
      xTitle: "Years to maturity",
      yTitle: "Yield",
      yUnit: "%",
      decimals: 1,
      isStacked: false,
      series: [
        {
          name: "15 November 2019",
          x: results.open.yield_curve.map(({ maturityYears }) => maturityYears),
          y: results.open.yield_curve.map((row) => 100 * row.yield),
          mark: "line",
        },
        {
          name: "October 2020: the report's spreads over inflation, plus its inflation",
          x: [1, 2],
          y: [stated("real_bond_12_oct2020"), stated("real_bond_24_oct2020")]
            .map((spread) => spread + inflation),
          mark: "dots",
        },
      ],
      notes: [
        "The report shows the curves of the end of 2019 and of October 2020, which were " +
        "not found; 15 November is the nearest day that was.",
      ],
      source: openSource("Indonesia Bond Pricing Agency"),
    };
  },
};
