import { weightedMean } from "@jkp/numeric";
import type { ProjectionYear } from "@jkp/valuation";
import type { ReportItem } from "../item.ts";
import { model } from "../reproduced.ts";
import { finding } from "./table_3_3_3_7_and_e2_contribution_rates.ts";

/** Section 3.3: what it states besides figures 3.1 and 3.2. */
export const section33: ReportItem = {
  item: "text_3_3",
  number: "section 3.3",
  title: "Demographic and financial projections, base scenario",
  cells: (results) => ({
    avg_compensation_base: model(
      100 * averageBenefitRatio(results.valuations.base.years),
    ),
    required_rate_base: finding(
      results,
      "benefit_and_administrative/suggested_contribution_rate/base",
    ),
  }),
};

/**
 * Mean benefit over mean insurable earnings, years weighted with beneficiaries; years
 * without benefits do not count.
 */
export function averageBenefitRatio(years: readonly ProjectionYear[]): number {
  return weightedMean(
    years.map(({ averageBenefitRatio }) => averageBenefitRatio ?? 0),
    years.map(({ beneficiaries }) => beneficiaries),
  );
}
