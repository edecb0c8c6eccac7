import type { ByScenario } from "@jkp/economy";
import {
  deriveAssumptions,
  projectMonths,
  READINGS,
  SCENARIO_SHARE_VARIANT,
  transitionalCost,
  type Valuation,
  valueAssumptions,
} from "@jkp/valuation";
import { type ReportResults, scenarioInputs } from "../results.ts";
import type { OtherScenario } from "./unemployment_factors.ts";

/** The variant that implies unemployed with the scenario's involuntary share, valued. */
export function valueScenarioShare(results: ReportResults): ByScenario<Valuation> {
  const choices = { ...READINGS.national_odds, ...SCENARIO_SHARE_VARIANT.choices };
  const value = (name: keyof ByScenario<Valuation>) =>
    valueAssumptions(
      deriveAssumptions({ ...scenarioInputs(results, name), choices }, results.rules)
        .assumptions,
    );
  return {
    pessimistic: value("pessimistic"),
    base: value("base"),
    optimistic: value("optimistic"),
  };
}

/**
 * Claims of a scenario over those of base, in the same economy: what the involuntary
 * share alone does. The engine counts both.
 */
export function claimsRatio(
  valuations: ByScenario<Pick<Valuation, "assumptions">>,
  scenario: OtherScenario,
): number {
  const { assumptions } = valuations.base;
  const { involuntaryShare, scenarioInvoluntaryShare } = valuations[scenario].assumptions;
  const paid = (each: typeof assumptions) => projectMonths(each).beneficiaries.at(-1)!;
  return paid({ ...assumptions, involuntaryShare, scenarioInvoluntaryShare }) /
    paid(assumptions);
}

/** Table 4.1 of a scenario, with as many claims more than base as the variant has. */
export function transitionWithClaims(
  valuations: ByScenario<Valuation>,
  scenario: keyof ByScenario<Valuation>,
): ReturnType<typeof transitionalCost> {
  const { assumptions, years } = valuations[scenario];
  const ratio = scenario === "base" ? 1 : claimsRatio(valuations, scenario);
  const involuntaryShare = valuations.base.assumptions.involuntaryShare * ratio;
  return transitionalCost({ ...assumptions, involuntaryShare }, years);
}
