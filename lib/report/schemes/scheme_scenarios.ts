import { REPORT_SCENARIOS, type ReportScenario } from "@jkp/economy";
import type { SchemeScenario, ServiceShare } from "@jkp/valuation";
import type { ReportResults } from "../results.ts";

/**
 * The report's scenarios, to value schemes under.
 *
 * @param results The report's results.
 * @param serviceShares Shares of leavers by rule of service.
 * @param names Which scenarios, in which order.
 * @returns Assumptions and data of each.
 *
 * @example
 * ```ts
 * import { readShippedExtract } from "@jkp/extract";
 * import { computeResults, schemeScenarios } from "@jkp/report";
 * import { assertEquals } from "@std/assert";
 *
 * const results = await computeResults(await readShippedExtract(), "closest");
 * const [base] = schemeScenarios(results, [], ["base"]);
 * assertEquals(base!.data.scenario.name, "base");
 * ```
 */
export function schemeScenarios(
  { valuations, scenarios, experience }: Pick<
    ReportResults,
    "valuations" | "scenarios" | "experience"
  >,
  serviceShares: readonly ServiceShare[],
  names: readonly ReportScenario[] = REPORT_SCENARIOS,
): SchemeScenario[] {
  return names.map((name) => ({
    assumptions: valuations[name].assumptions,
    data: {
      scenario: scenarios[name],
      earnings: experience.earnings,
      leaverAges: experience.leaverAges,
      serviceShares,
    },
  }));
}
