import { REPORT_SCENARIOS, type ReportScenario } from "@jkp/economy";
import { schemeMoney } from "@jkp/study";
import {
  extractServiceShares,
  type ServiceShare,
  type ValuationInputs,
} from "@jkp/valuation";
import { type ReportResults, scenarioInputs } from "./results.ts";

/**
 * The report's scenarios, to value schemes under.
 *
 * @param results The report's results.
 * @param serviceShares Shares of leavers with spells by rule of service.
 * @param names Which scenarios, in which order.
 * @returns All that valuations are made from, but the law, with the wages that limits
 * abroad need.
 *
 * @example The average wage that Thailand's limits are compared with: 15 200 baht a month
 * ```ts
 * import { readScenario } from "@jkp/economy/read";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { loadOpenStatistics } from "@jkp/open/read";
 * import { schemeScenarios } from "@jkp/reproduction";
 * import { reportInputs } from "@jkp/valuation/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { experience, terms, scenario: base } = await reportInputs("base");
 * const [pessimistic, optimistic] = [
 *   await readScenario("pessimistic"),
 *   await readScenario("optimistic"),
 * ];
 * const results = {
 *   extract: await readShippedExtract(),
 *   experience,
 *   terms,
 *   scenarios: { pessimistic, base, optimistic },
 *   reading: "closest",
 *   open: await loadOpenStatistics(),
 * } as const;
 * const [inputs] = schemeScenarios(results, [], ["base"]);
 * assertAlmostEquals(inputs!.data!.averageWages!.THB!.perMonth, 15_200, 1);
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
