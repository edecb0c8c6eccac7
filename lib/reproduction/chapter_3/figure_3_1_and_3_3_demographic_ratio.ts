import { REPORT_SCENARIOS, type ReportScenario } from "@jkp/economy";
import type { ProjectionYear } from "@jkp/valuation";
import type { ReportItem } from "../item.ts";
import { model } from "../reproduced.ts";
import { meanOf, WHY_DIFFERENT, yearOf } from "./printed_path.ts";
import { reportSource } from "../report_source.ts";
import { statedDots, statedLevels } from "../stated.ts";

const ratioOf = ({ demographicRatio }: ProjectionYear) => demographicRatio;

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
  figure(results, published) {
    const { years } = results.valuations.base;
    const lowestYear = yearOf(results, "base", Math.min, ratioOf);
    return {
      ...COMMON,
      id: this.item,
      number: "3.1",
      title: this.title,
      series: [
        {
          name: "Base",
          x: years.map(({ year }) => year),
          y: years.map(({ demographicRatio }) => 100 * demographicRatio),
          mark: "column",
        },
        statedDots(published, this.item, [
          [2021, "demographic_ratio_2021"],
          [2022, "demographic_ratio_max"],
          [2023, "demographic_ratio_max"],
        ]),
        statedDots(
          published,
          this.item,
          [[lowestYear, "demographic_ratio_min"]],
          "Lowest stated in the report, at our lowest year",
        ),
      ],
      notes: [
        "No benefits in 2021: nobody has contributed for 12 months. The report gives its " +
        "highest ratio to 2022 and 2023.",
      ],
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
  figure(results, published) {
    const { base, optimistic, pessimistic } = results.scenarios;
    const [, ...paying] = results.valuations.base.years.map(({ year }) => year);
    return {
      ...COMMON,
      id: this.item,
      number: "3.3",
      title: this.title,
      series: [
        ...REPORT_SCENARIOS.map((name) => ({
          name: results.scenarios[name].title,
          x: results.valuations[name].years.map(({ year }) => year),
          y: results.valuations[name].years.map(({ demographicRatio }) =>
            100 * demographicRatio
          ),
          mark: "line" as const,
        })),
        statedDots(
          published,
          this.item,
          [[yearOf(results, "pessimistic", Math.max, ratioOf), "demographic_ratio_pess"]],
          `${pessimistic.title}, highest stated`,
        ),
        statedDots(
          published,
          this.item,
          [[yearOf(results, "optimistic", Math.min, ratioOf), "demographic_ratio_opt"]],
          `${optimistic.title}, lowest stated`,
        ),
        statedLevels(
          published,
          this.item,
          [["demographic_ratio_base_avg", paying]],
          `${base.title}, mean stated`,
        ),
      ],
      notes: [
        "The report states the ends of all scenarios' range, from 2022 on, and not their " +
        "years: they stand at ours.",
      ],
      source: reportSource(results.experience),
    };
  },
};
