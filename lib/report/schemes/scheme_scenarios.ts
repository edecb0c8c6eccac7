import { REPORT_SCENARIOS, type ReportScenario } from "@jkp/economy";
import {
  extractServiceShares,
  type ServiceShare,
  type ValuationInputs,
} from "@jkp/valuation";
import { type ReportResults, scenarioInputs } from "../results.ts";
import { schemeMoney } from "./scheme_money.ts";

/**
 * The report's scenarios, to value schemes under.
 *
 * @param results The report's results.
 * @param serviceShares Shares of leavers with spells by rule of service.
 * @param names Which scenarios, in which order.
 * @returns All that valuations are made from, but the law, with the wages that limits
 * abroad need.
 *
 * @example
 * ```ts
 * import { readShippedExtract } from "@jkp/extract";
 * import { computeResults, schemeScenarios } from "@jkp/report";
 * import { assertEquals } from "@std/assert";
 *
 * const results = await computeResults(await readShippedExtract(), "closest");
 * const [base] = schemeScenarios(results, [], ["base"]);
 * assertEquals(base!.scenario.name, "base");
 * ```
 */
export function schemeScenarios(
  results: Pick<
    ReportResults,
    "extract" | "experience" | "scenarios" | "terms" | "reading" | "open"
  >,
  serviceShares: readonly ServiceShare[],
  names: readonly ReportScenario[] = REPORT_SCENARIOS,
): ValuationInputs[] {
  const extractShares = extractServiceShares(results.extract);
  const data = { extractShares, serviceShares, ...schemeMoney(results.open) };
  return names.map((name) => ({ ...scenarioInputs(results, name), data }));
}
