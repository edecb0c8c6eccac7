import { REPORT_SCENARIOS, type ReportScenario } from "@jkp/economy";
import {
  extractServiceShares,
  type SchemeScenario,
  type ServiceShare,
} from "@jkp/valuation";
import type { ReportResults } from "../results.ts";
import { schemeMoney } from "./scheme_money.ts";

/**
 * The report's scenarios, to value schemes under.
 *
 * @param results The report's results.
 * @param serviceShares Shares of leavers with spells by rule of service.
 * @param names Which scenarios, in which order.
 * @returns Assumptions and data of each, with the wages that limits abroad need.
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
  { extract, valuations, scenarios, experience, open }: Pick<
    ReportResults,
    "extract" | "valuations" | "scenarios" | "experience" | "open"
  >,
  serviceShares: readonly ServiceShare[],
  names: readonly ReportScenario[] = REPORT_SCENARIOS,
): SchemeScenario[] {
  const extractShares = extractServiceShares(extract);
  const money = schemeMoney(open);
  return names.map((name) => ({
    assumptions: valuations[name].assumptions,
    data: {
      scenario: scenarios[name],
      earnings: experience.earnings,
      extractShares,
      leaverAges: experience.leaverAges,
      serviceShares,
      ...money,
    },
  }));
}
