import type { WorkbookSheet } from "@jkp/exhibit";
import { liveSheets } from "../live_workbook/live_sheets.ts";
import type { SchemeComparison } from "../schemes/compare_schemes.ts";
import { bySchemeAndDuration } from "../schemes/scheme_groups.ts";
import { assumptionSources } from "./assumption_sources.ts";

/** The chain of the first scheme under each scenario, as sheets of formulas. */
export function valuationFormulas(
  comparison: SchemeComparison,
): readonly WorkbookSheet[] {
  const [first] = bySchemeAndDuration(comparison.valued);
  const sources = assumptionSources(first!, comparison);
  return liveSheets(
    first!.map(({ scenarioName, valuation }) => ({
      name: scenarioName,
      title: comparison.inputs
        .find(({ scenario }) => scenario.name === scenarioName)!.scenario.title,
      valuation,
    })),
    {
      involuntaryShare: sources.economy("claims"),
      eligibleShare: sources.eligibleShare,
      benefitRate: sources.law,
      maximumDurationMonths: sources.law,
      waitingPeriodDays: sources.law,
      administrationRate: sources.economy("administration"),
      terminationRatePerMonth: sources.terminations,
      referenceUnemploymentRate: sources.economy("reference"),
      openingFund: sources.fund,
      reserveMultiple: sources.terms,
      trialContributionRate: `${sources.terms}, or ${sources.law}`,
    },
  );
}
