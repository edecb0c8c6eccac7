import type { ProjectionYear } from "@jkp/valuation";
import type { ReportItem } from "../item.ts";
import { input, model } from "../reproduced.ts";
import { finding } from "../tables/findings.ts";

/** Section 3.3: the path of the base scenario. */
export const section33: ReportItem = {
  item: "text_3_3",
  number: "section 3.3",
  title: "Demographic and financial projections, base scenario",
  cells(results) {
    const { years, assumptions } = results.valuations.base;
    const paying = years.filter((year) => year.beneficiaries > 0);
    const ratios = paying.map((year) => 100 * year.demographicRatio);
    const yearOf = (wanted: number) => years.find(({ year }) => year === wanted)!;
    const later = years.filter(({ year }) => year > 2026);
    const lowest = years.slice(1).reduce((a, b) =>
      a.paygCostRate < b.paygCostRate ? a : b
    );
    const path = "no reading of Annex I gives the printed path and rates at once";
    const low = `our lowest year is ${lowest.year}; ${path}`;
    return {
      demographic_ratio_min: model(Math.min(...ratios), low),
      demographic_ratio_max: model(Math.max(...ratios), path),
      avg_compensation_base: model(100 * averageBenefitRatio(paying)),
      paygo_benefit_2022: model(100 * yearOf(2022).paygBenefitCostRate, path),
      paygo_benefit_2026: model(100 * yearOf(2026).paygBenefitCostRate, low),
      paygo_benefit_after: model(
        100 * mean(later, (year) => year.paygBenefitCostRate),
        path,
      ),
      paygo_admin: input(100 * assumptions.administrationRate),
      paygo_total_2021: model(100 * yearOf(2021).paygCostRate),
      paygo_total_2022: model(100 * yearOf(2022).paygCostRate, path),
      paygo_total_2026: model(100 * yearOf(2026).paygCostRate, low),
      paygo_total_after: model(100 * mean(later, (year) => year.paygCostRate), path),
      required_rate_base: finding(
        results,
        "benefit_and_administrative/suggested_contribution_rate/base",
      ),
    };
  },
};

/** The note of Figure 3.1. */
export const figure31Note: ReportItem = {
  item: "text_figure_3_1_note",
  number: "note of figure 3.1",
  title: "No benefits in the first year",
  cells: ({ valuations }) => ({
    demographic_ratio_2021: model(100 * valuations.base.years[0]!.demographicRatio),
  }),
};

/**
 * Mean benefit over mean insurable earnings, over several years.
 *
 * @param years Years with benefits.
 * @returns The mean of the yearly ratios, weighted with beneficiaries.
 */
export function averageBenefitRatio(years: readonly ProjectionYear[]): number {
  const beneficiaries = years.reduce((sum, year) => sum + year.beneficiaries, 0);
  return years.reduce(
    (sum, year) => sum + (year.averageBenefitRatio ?? 0) * year.beneficiaries,
    0,
  ) / beneficiaries;
}

/** Mean of a yearly figure. */
export function mean(
  years: readonly ProjectionYear[],
  figure: (year: ProjectionYear) => number,
): number {
  return years.reduce((sum, year) => sum + figure(year), 0) / years.length;
}
