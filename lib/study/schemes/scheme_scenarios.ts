import {
  type ByScenario,
  REPORT_SCENARIOS,
  type ReportScenario,
  type Scenario,
} from "@jkp/economy";
import type { Experience } from "@jkp/experience";
import type { StatisticsExtract } from "@jkp/extract";
import type { OpenStatistics } from "@jkp/open";
import {
  extractServiceShares,
  type SchemeScenario,
  type ServiceShare,
  type Valuation,
} from "@jkp/valuation";
import { schemeMoney } from "./scheme_money.ts";

/** The scenarios of the report as they are valued. */
export interface ValuedScenarios {
  readonly experience: Experience;
  readonly scenarios: ByScenario<Scenario>;
  readonly valuations: ByScenario<Valuation>;
}

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
 * import { computeResults } from "@jkp/reproduction";
 * import { schemeScenarios } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const results = await computeResults(await readShippedExtract(), "closest");
 * const [base] = schemeScenarios(results, [], ["base"]);
 * assertEquals(base!.data.scenario.name, "base");
 * ```
 */
export function schemeScenarios(
  { extract, valuations, scenarios, experience, open }: ValuedScenarios & {
    readonly extract: StatisticsExtract;
    readonly open: OpenStatistics;
  },
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
