import type { WorkbookSheet } from "@jkp/exhibit";
import { liveSheets } from "../live_workbook/live_sheets.ts";
import type { SchemeComparison } from "../schemes/compare_schemes.ts";
import { bySchemeAndDuration } from "../schemes/scheme_groups.ts";
import { assumptionSources } from "./assumption_sources.ts";

/**
 * The chain of the first scheme under each scenario, as sheets of formulas: at each of its
 * durations, if the law leaves them open.
 */
export function valuationFormulas(
  run: SchemeComparison,
): readonly WorkbookSheet[] {
  const { valued, inputs, rulesInTime } = run;
  const groups = bySchemeAndDuration(valued);
  const { rules } = groups[0]![0]!;
  const ofScheme = groups.filter(([one]) => one!.rules === rules);
  const paysResignations = rulesInTime.find((each) => each.includes(rules))!
    .some(({ contingency: { reasons } }) => reasons.voluntary_resignation?.covered);
  return liveSheets(
    ofScheme.flat().map(({ scenarioName, durationMonths, valuation }) => {
      const { title } = inputs
        .find(({ scenario }) => scenario.name === scenarioName)!.scenario;
      return ofScheme.length === 1
        ? { name: scenarioName, title, valuation, paysResignations }
        : {
          paysResignations,
          name: `${scenarioName}_${durationMonths}m`,
          title: `${title}, up to ${durationMonths} months`,
          valuation,
        };
    }),
    assumptionSources(ofScheme[0]!, run),
  );
}
