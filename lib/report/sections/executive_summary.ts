import type { ReportItem } from "../item.ts";
import { input } from "../reproduced.ts";
import { finding } from "../tables/findings.ts";
import { difference, suggested } from "./section_3_4.ts";
import { transitionalCostTrillion, transitionalRate } from "./section_4_1.ts";

/** The executive summary. */
export const executiveSummary: ReportItem = {
  item: "text_es",
  number: "executive summary",
  title: "Executive summary and recommendations",
  cells: (results) => {
    const { rules, terms, valuations: { base: { assumptions } } } = results;
    return {
      es_reserve_multiple: input(terms.reserveMultiple),
      es_benefit_rate: input(100 * assumptions.benefitRate),
      es_reference_months: input(assumptions.averageEarningsMonths),
      es_max_duration: input(assumptions.maximumDurationMonths),
      es_required_months: input(rules.qualifying.contributionMonths),
      es_window_months: input(rules.qualifying.windowMonths),
      es_projection_years: input(terms.projectionYears),
      es_recommended_rate: finding(
        results,
        "benefit_and_administrative/suggested_contribution_rate/base",
      ),
      es_rate_min_benefit_60: suggested(results, "benefit_60"),
      es_delta_benefit_60: difference(results, "benefit_60"),
      es_rate_benefit_45: suggested(results, "benefit_45"),
      es_delta_benefit_45: difference(results, "benefit_45"),
      es_rate_duration_9: suggested(results, "duration_9"),
      es_delta_duration_9: difference(results, "duration_9"),
      es_rate_duration_3: suggested(results, "duration_3"),
      es_delta_duration_3: difference(results, "duration_3"),
      es_transitional_cost: transitionalCostTrillion(results, "base"),
      es_transitional_rate: transitionalRate(results, "base"),
    };
  },
  reasonForNone: "dates and advice enter no computation",
};
