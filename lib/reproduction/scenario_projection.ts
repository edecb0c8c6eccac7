import type { Experience } from "@jkp/experience";
import type { ReportScenario } from "@jkp/economy";
import { type Table } from "@jkp/exhibit";
import { projectionTable } from "@jkp/study";
import type { ReportResults } from "./results.ts";
import { reportSource } from "./report_source.ts";

/**
 * The years of a scenario of the report, under the reading in force.
 *
 * @param results The computation.
 * @param scenario The scenario.
 * @returns Its projection table.
 *
 * @example Base scenario: 429 thousand beneficiaries in 2022, 2.73 per cent of members
 * ```ts
 * import { computeResults, scenarioProjectionTable } from "@jkp/reproduction";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const results = await computeResults(await readValuation("report_2021"));
 * const row = scenarioProjectionTable(results, "base").rows[1]!;
 * assertAlmostEquals(Number(row.beneficiaries), 429, 0.5);
 * assertAlmostEquals(Number(row.demographic), 2.73, 0.005);
 * ```
 */
export function scenarioProjectionTable(
  results: Pick<ReportResults, "scenarios" | "valuations"> & {
    readonly experience: Experience;
  },
  scenario: ReportScenario,
): Table {
  const source = `${results.scenarios[scenario].title} scenario. ${
    reportSource(results.experience)
  }`;
  return projectionTable(results.valuations[scenario], source);
}
