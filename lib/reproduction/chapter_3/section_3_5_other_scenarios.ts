import type { ReportScenario } from "@jkp/economy";
import type { ReportItem } from "../item.ts";
import { experience, input, model, type Reproduced } from "../reproduced.ts";
import type { ReportResults } from "../results.ts";
import { finding } from "./table_3_3_3_7_and_e2_contribution_rates.ts";
import { averageBenefitRatio } from "./section_3_3_base_projection.ts";

/** Section 3.5: the share of involuntary terminations. */
export const section35: ReportItem = {
  item: "text_3_5",
  number: "section 3.5",
  title: "Optimistic and pessimistic scenarios",
  cells: ({ scenarios }) => ({
    pess_involuntary_share: input(100 * scenarios.pessimistic.involuntaryShare),
  }),
};

/** Section 3.5.1: assumptions of the pessimistic scenario. */
export const section351: ReportItem = {
  item: "text_3_5_1",
  number: "section 3.5.1",
  title: "Pessimistic scenario",
  cells: (results) => {
    const { pessimistic, base } = results.scenarios;
    return {
      pess_claimants_earn_less_total: experience(
        results,
        100 * (1 - relativeTotalEarnings(results, "pessimistic")),
      ),
      pess_more_claims: input(
        100 * (pessimistic.involuntaryShare / base.involuntaryShare - 1),
      ),
      pess_admin: input(100 * pessimistic.administrationRate.stated),
      pess_return_delta: returnDifference(results, "pessimistic"),
    };
  },
};

/** Footnote 28: claimants' earnings in the pessimistic scenario. */
export const footnote28: ReportItem = {
  item: "text_fn_28",
  number: "footnote 28",
  title: "Claimants' insurable earnings, pessimistic scenario",
  cells: (results) => ({
    pess_claimants_earn_less_insurable: experience(
      results,
      100 * (1 - results.valuations.pessimistic.assumptions.earnings.claimantRelativity),
    ),
  }),
};

/** Section 3.5.2: assumptions of the optimistic scenario. */
export const section352: ReportItem = {
  item: "text_3_5_2",
  number: "section 3.5.2",
  title: "Optimistic scenario",
  cells: (results) => {
    const { optimistic, base } = results.scenarios;
    return {
      opt_claimants_earn_less_insurable: experience(
        results,
        100 * (1 - results.valuations.optimistic.assumptions.earnings.claimantRelativity),
      ),
      opt_involuntary_share: input(100 * optimistic.involuntaryShare),
      opt_claims_half: input(optimistic.involuntaryShare / base.involuntaryShare),
      opt_admin: input(100 * optimistic.administrationRate.stated),
      opt_return_delta: returnDifference(results, "optimistic"),
    };
  },
};

/** Section 3.5.3: what it states besides figures 3.3 and 3.4. */
export const section353: ReportItem = {
  item: "text_3_5_3",
  number: "section 3.5.3",
  title: "Demographic and financial projections, all scenarios",
  cells: (results) => {
    const compensation = (name: ReportScenario) =>
      model(100 * averageBenefitRatio(results.valuations[name].years));
    const rate = (name: ReportScenario) =>
      finding(results, `benefit_and_administrative/suggested_contribution_rate/${name}`);
    return {
      avg_compensation_opt: compensation("optimistic"),
      avg_compensation_pess: compensation("pessimistic"),
      rate_range_low: rate("optimistic"),
      rate_range_high: rate("pessimistic"),
    };
  },
};

/**
 * Claimants' earnings before the ceiling over members' of the same sex, weighted with the
 * sexes of leavers.
 */
export function relativeTotalEarnings(
  { valuations, experience: { earnings } }: ReportResults,
  name: "base" | "pessimistic",
): number {
  const { members, claimants } = valuations[name].assumptions.earnings.baseYear.total;
  const share = earnings.maleShareOfLeavers;
  return share * claimants.male / members.male +
    (1 - share) * claimants.female / members.female;
}

function returnDifference(
  { scenarios }: ReportResults,
  name: "pessimistic" | "optimistic",
): Reproduced {
  const [own, base] = [scenarios[name], scenarios.base].map((scenario) =>
    scenario.realReturn.values[0]!
  );
  return input(100 * (own! - base!));
}
