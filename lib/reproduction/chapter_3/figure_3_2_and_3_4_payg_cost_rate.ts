import { REPORT_SCENARIOS, type ReportScenario } from "@jkp/economy";
import type { ProjectionYear } from "@jkp/valuation";
import type { ReportItem } from "../item.ts";
import { input, model } from "../reproduced.ts";
import { meanOf, WHY_DIFFERENT, yearOf } from "./printed_path.ts";
import { reportSource } from "../report_source.ts";
import { statedDots } from "../stated.ts";

const costRateOf = ({ paygCostRate }: ProjectionYear) => paygCostRate;

const COMMON = {
  xTitle: "Financial year",
  yTitle: "PAYG cost rate",
  yUnit: "% of insurable earnings",
  decimals: 2,
} as const;

/** Years for which the text of section 3.3 states the total. */
const STATED_YEARS = [2021, 2022, 2026] as const;

/** Figure 3.2: PAYG cost rate, base scenario. */
export const figure32: ReportItem = {
  item: "figure_3_2",
  number: "F3.2",
  title: "PAYG cost rate (benefits and administrative expenses), 2021–30: base scenario",
  cells: ({ valuations }) => {
    const { years, assumptions } = valuations.base;
    const of = (wanted: number) => years.find(({ year }) => year === wanted)!;
    const later = years.filter(({ year }) => year > 2026);
    const lowest = yearOf({ valuations }, "base", Math.min, costRateOf);
    const low = `our lowest year is ${lowest}; ${WHY_DIFFERENT}`;
    const percent = (rate: number, why = WHY_DIFFERENT) => model(100 * rate, why);
    return {
      paygo_benefit_2022: percent(of(2022).paygBenefitCostRate),
      paygo_benefit_2026: percent(of(2026).paygBenefitCostRate, low),
      paygo_benefit_after: percent(meanOf(later, (year) => year.paygBenefitCostRate)),
      paygo_admin: input(100 * assumptions.administrationRate),
      paygo_total_2021: percent(of(2021).paygCostRate),
      paygo_total_2022: percent(of(2022).paygCostRate),
      paygo_total_2026: percent(of(2026).paygCostRate, low),
      paygo_total_after: percent(meanOf(later, (year) => year.paygCostRate)),
    };
  },
  figure(results, published) {
    const { years } = results.valuations.base;
    const x = years.map(({ year }) => year);
    const after = x.filter((year) => year > 2026);
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
        statedDots(
          published,
          this.item,
          [
            ...STATED_YEARS.map((year) => [year, `paygo_total_${year}`] as const),
            ...after.map((year) => [year, "paygo_total_after"] as const),
          ],
          "Total stated in the report",
        ),
        statedDots(
          published,
          this.item,
          [
            [2022, "paygo_benefit_2022"],
            [2026, "paygo_benefit_2026"],
            ...after.map((year) => [year, "paygo_benefit_after"] as const),
          ],
          "Benefits stated in the report",
        ),
      ],
      notes: ["Of the years after 2026 the report says around what is marked."],
      source: reportSource(results.experience),
    };
  },
};

/** Figure 3.4: PAYG cost rate, all scenarios. */
export const figure34: ReportItem = {
  item: "figure_3_4",
  number: "F3.4",
  title: "PAYG cost rate, financial years 2021–30: all scenarios",
  cells: ({ valuations }) => {
    const highest = (name: ReportScenario) =>
      Math.max(...valuations[name].years.map((year) => 100 * year.paygCostRate));
    return {
      paygo_max_opt: { ...model(highest("optimistic")), relation: "at_most" },
      paygo_max_pess: model(highest("pessimistic"), WHY_DIFFERENT),
    };
  },
  figure(results, published) {
    const { base, optimistic, pessimistic } = results.scenarios;
    const highestYear = (name: ReportScenario) =>
      yearOf(results, name, Math.max, costRateOf);
    return {
      ...COMMON,
      id: this.item,
      number: "3.4",
      title: this.title,
      isStacked: false,
      series: [
        ...REPORT_SCENARIOS.map((name) => ({
          name: results.scenarios[name].title,
          x: results.valuations[name].years.map(({ year }) => year),
          y: results.valuations[name].years.map(({ paygCostRate }) => 100 * paygCostRate),
          mark: "line" as const,
        })),
        statedDots(
          published,
          this.item,
          [[highestYear("pessimistic"), "paygo_max_pess"]],
          `${pessimistic.title}, highest stated`,
        ),
        statedDots(
          published,
          "figure_3_2",
          STATED_YEARS.map((year) => [year, `paygo_total_${year}`] as const),
          `${base.title}, stated`,
        ),
        statedDots(
          published,
          this.item,
          [[highestYear("optimistic"), "paygo_max_opt"]],
          `${optimistic.title}, stated never to be exceeded`,
        ),
      ],
      notes: [
        "Of the highest rates the report does not state the years: they stand at ours.",
      ],
      source: reportSource(results.experience),
    };
  },
};
