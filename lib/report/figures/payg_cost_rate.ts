import { REPORT_SCENARIOS } from "@jkp/economy";
import { publishedValue } from "@jkp/published";
import { sourceLine } from "../compared_table.ts";
import type { ReportItem } from "../item.ts";

const COMMON = {
  xTitle: "Financial year",
  yTitle: "PAYG cost rate",
  yUnit: "% of insurable earnings",
  decimals: 2,
} as const;

/** Years whose total the text of section 3.3 states. */
const STATED_YEARS = [2021, 2022, 2026] as const;

/** Figure 3.2: PAYG cost rate, base scenario. */
export const figure32: ReportItem = {
  item: "figure_3_2",
  number: "F3.2",
  title: "PAYG cost rate (benefits and administrative expenses), 2021–30: base scenario",
  figure(results, published) {
    const { years } = results.valuations.base;
    const x = years.map(({ year }) => year);
    return {
      ...COMMON,
      id: this.item,
      number: "3.2",
      title: this.title,
      isStacked: true,
      series: [
        {
          name: "Benefits",
          x,
          y: years.map(({ paygBenefitCostRate }) => 100 * paygBenefitCostRate),
          mark: "column",
        },
        {
          name: "Administration",
          x,
          y: years.map((year) => 100 * (year.paygCostRate - year.paygBenefitCostRate)),
          mark: "column",
        },
        {
          name: "Total stated in the report",
          x: STATED_YEARS,
          y: STATED_YEARS.map((year) =>
            publishedValue(published, "text_3_3", `paygo_total_${year}`)
          ),
          mark: "dots",
        },
      ],
      notes: [],
      source: sourceLine(results),
    };
  },
};

/** Figure 3.4: PAYG cost rate, all scenarios. */
export const figure34: ReportItem = {
  item: "figure_3_4",
  number: "F3.4",
  title: "PAYG cost rate, financial years 2021–30: all scenarios",
  figure(results) {
    return {
      ...COMMON,
      id: this.item,
      number: "3.4",
      title: this.title,
      isStacked: false,
      series: REPORT_SCENARIOS.map((name) => ({
        name: results.scenarios[name].title,
        x: results.valuations[name].years.map(({ year }) => year),
        y: results.valuations[name].years.map(({ paygCostRate }) => 100 * paygCostRate),
        mark: "line",
      })),
      notes: [],
      source: sourceLine(results),
    };
  },
};
