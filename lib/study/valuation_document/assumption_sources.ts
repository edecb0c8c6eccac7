import type { Scenario } from "@jkp/economy";
import { dataInWords } from "@jkp/exhibit";
import type { SchemeValuation, ValuationRun } from "@jkp/valuation";
import { saidByScenario } from "./said_by_scenario.ts";

/** Of a level that is not the extract's, and of which the file says no source. */
const STATED = "stated in the valuation file";

/** Where the assumptions of a valuation come from. */
export function assumptionSources(
  valued: readonly SchemeValuation[],
  { inputs, basis: { file } }: {
    readonly inputs: ValuationRun["inputs"];
    readonly basis: Pick<ValuationRun["basis"], "file">;
  },
) {
  const extract = dataInWords(inputs[0]!.experience);
  const { members: stated, experience: said } = file.content;
  const statedSource = said?.source ?? STATED;
  const levelsSaid = [said ?? {}, ...Object.values(said?.roles ?? {})];
  const isStated = (key: keyof NonNullable<typeof said>) =>
    levelsSaid.some((levels) => Object.hasOwn(levels, key));
  const sourceOf = (key: keyof NonNullable<typeof said>) =>
    isStated(key) ? statedSource : extract;
  const scenarios = valued.map(({ scenarioName }) =>
    inputs.find(({ scenario }) => scenario.name === scenarioName)!.scenario
  );
  const law = valued[0]!.rules.source;
  return {
    members: stated === undefined ? sourceOf("members") : stated.source ?? STATED,
    terminations: sourceOf("termination_pct_per_month"),
    survival: sourceOf("survival"),
    eligibleShare: sourceOf("eligible_share"),
    claimants: sourceOf("claimants_relative_wage"),
    /** Where what a section of the scenarios holds is from. */
    economy: (section: keyof NonNullable<Scenario["basis"]>) =>
      saidByScenario(scenarios.map(({ title, source, basis }) => ({
        title,
        words: basis?.[section] ?? source,
      }))),
    /** Whether terminations are of no years of the extract; nor is what goes with them. */
    areTerminationsStated: isStated("termination_pct_per_month"),
    isEligibleShareStated: isStated("eligible_share"),
    law,
    fund: file.content.fund?.source ?? law,
    terms: file.content.reserve?.source ?? "terms of the valuation",
  };
}
