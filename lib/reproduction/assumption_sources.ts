import { REPORT_SCENARIOS, type ReportScenario } from "@jkp/economy";
import { assumptionSources } from "@jkp/study";
import { type ReportResults, scenarioInputs } from "./results.ts";

/** Where the report says what we take from the extract. */
const SECTIONS = {
  members: "section 3.2.3 and Table 1.3",
  terminationRatePerMonth: "section 3.2.3",
  eligibleShare: "section 3.2.2",
  survival: "section 1.2.3",
  claimantRelativity: "section 3.2.2 and Tables 3.2, 3.5 and 3.6",
} as const;

/**
 * Where each assumption of the report's valuation comes from, by its name.
 *
 * @param results The computation.
 * @param names The scenarios that are shown: what they say is there by scenario.
 */
export function reportSources(
  results: ReportResults,
  names: readonly ReportScenario[] = REPORT_SCENARIOS,
): ReturnType<typeof assumptionSources> {
  const { scenarios, rules, file } = results;
  const sources = assumptionSources(
    names.map((name) => ({ scenarioName: scenarios[name].name, rules })),
    {
      inputs: names.map((name) => scenarioInputs(results, name)),
      changes: {},
      rulesInTime: [[rules]],
      basis: { file, roles: [...names] },
    },
  );
  const ofExtract = Object.entries(SECTIONS).map(([name, section]) => [
    name,
    `${sources[name as keyof typeof SECTIONS]}; ILO (2021), ${section}`,
  ]);
  return { ...sources, ...Object.fromEntries(ofExtract) };
}
