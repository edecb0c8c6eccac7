import { REPORT_SCENARIOS, type ReportScenario } from "@jkp/economy";
import type { SchemeScenario, ServiceShare } from "@jkp/valuation";
import type { ReportResults } from "../results.ts";
import { schemeMoney } from "./scheme_money.ts";

/**
 * The report's scenarios, to value schemes under.
 *
 * @param results The report's results.
 * @param serviceShares Shares of leavers by rule of service.
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
  { valuations, scenarios, experience, open }: Pick<
    ReportResults,
    "valuations" | "scenarios" | "experience" | "open"
  >,
  serviceShares: readonly ServiceShare[],
  names: readonly ReportScenario[] = REPORT_SCENARIOS,
): SchemeScenario[] {
  const money = schemeMoney(open);
  return names.map((name) => ({
    assumptions: valuations[name].assumptions,
    data: {
      scenario: scenarios[name],
      earnings: experience.earnings,
      serviceShares,
      ...money,
    },
  }));
}
