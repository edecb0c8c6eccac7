import { REPORT_SCENARIOS, type ReportScenario } from "@jkp/economy";
import type { ReportItem } from "../item.ts";
import { model } from "../reproduced.ts";
import { meanOf, WHY_DIFFERENT } from "./printed_path.ts";
import { reportSource } from "../report_source.ts";

const COMMON = {
  xTitle: "Financial year",
  yTitle: "Demographic ratio",
  yUnit: "% of active contributors",
  decimals: 1,
  isStacked: false,
} as const;

/** Figure 3.1: demographic ratio, base scenario. */
export const figure31: ReportItem = {
  item: "figure_3_1",
  number: "F3.1",
  title: "Demographic ratio, financial years 2021–30: base scenario",
  cells: ({ valuations }) => {
    const [first, ...paying] = valuations.base.years.map((year) =>
      100 * year.demographicRatio
    );
    return {
      demographic_ratio_2021: model(first!),
      demographic_ratio_min: model(Math.min(...paying), WHY_DIFFERENT),
      demographic_ratio_max: model(Math.max(...paying), WHY_DIFFERENT),
    };
  },
  figure(results) {
    const { years } = results.valuations.base;
    return {
      ...COMMON,
      id: this.item,
      number: "3.1",
      title: this.title,
      series: [{
        name: "Base",
        x: years.map(({ year }) => year),
        y: years.map(({ demographicRatio }) => 100 * demographicRatio),
        mark: "column",
      }],
      notes: ["No benefits in 2021: nobody has contributed for 12 months."],
      source: reportSource(results.experience),
    };
  },
};

/** Figure 3.3: demographic ratios, all scenarios. */
export const figure33: ReportItem = {
  item: "figure_3_3",
  number: "F3.3",
  title: "Demographic ratios, financial years 2021–30: all scenarios",
  cells: ({ valuations }) => {
    const paying = (name: ReportScenario) => valuations[name].years.slice(1);
    const ratios = (name: ReportScenario) =>
      paying(name).map((year) => 100 * year.demographicRatio);
    return {
      demographic_ratio_opt: model(Math.min(...ratios("optimistic")), WHY_DIFFERENT),
      demographic_ratio_pess: model(Math.max(...ratios("pessimistic")), WHY_DIFFERENT),
      demographic_ratio_base_avg: model(
        100 * meanOf(paying("base"), (year) => year.demographicRatio),
        WHY_DIFFERENT,
      ),
    };
  },
  figure(results) {
    return {
      ...COMMON,
      id: this.item,
      number: "3.3",
      title: this.title,
      series: REPORT_SCENARIOS.map((name) => ({
        name: results.scenarios[name].title,
        x: results.valuations[name].years.map(({ year }) => year),
        y: results.valuations[name].years.map(({ demographicRatio }) =>
          100 * demographicRatio
        ),
        mark: "line",
      })),
      notes: [],
      source: reportSource(results.experience),
    };
  },
};
