import type { ReportScenario } from "@jkp/economy";
import type { ReportItem } from "../item.ts";
import { arithmetic, input, model } from "../reproduced.ts";
import type { ReportResults } from "../results.ts";

/** Section 4.1: benefits in the first year. */
export const section41: ReportItem = {
  item: "text_4_1",
  number: "section 4.1",
  title: "Transitional arrangement",
  cells: (results) => ({
    transitional_cost_opt: transitionalCostTrillion(results, "optimistic"),
    transitional_cost_pess: transitionalCostTrillion(results, "pessimistic"),
    transitional_cost_base: transitionalCostTrillion(results, "base"),
    transitional_rate_opt: transitionalRate(results, "optimistic"),
    transitional_rate_pess: transitionalRate(results, "pessimistic"),
    transitional_rate_base: transitionalRate(results, "base"),
  }),
};

/** Footnote 30: from JHT members to JHT and JKK members. */
export const footnote30: ReportItem = {
  item: "text_fn_30",
  number: "footnote 30",
  title: "Workers under JHT and JKK",
  cells: ({ terms: { transition } }) => ({
    jht_workers_2018: input(transition.jhtWorkers),
    jht_jkk_workers_2018: input(transition.jhtAndJkkWorkers),
    transitional_factor: arithmetic(transition.jhtAndJkkWorkers / transition.jhtWorkers),
  }),
};

/** The cost of the transition, in trillion rupiah. */
export function transitionalCostTrillion(results: ReportResults, name: ReportScenario) {
  return model(results.valuations[name].transition.costIdr / 1e12);
}

/** The addition to the contribution rate, in percentage points. */
export function transitionalRate(results: ReportResults, name: ReportScenario) {
  return model(100 * results.valuations[name].transition.additionalContributionRate);
}
