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
 * @example
 * ```ts
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { computeResults, scenarioProjectionTable } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const results = await computeResults(await readShippedExtract(), "closest");
 * const { id } = scenarioProjectionTable(results, "optimistic");
 * assertEquals(id, "projection_optimistic");
 * ```
 */
export function scenarioProjectionTable(
  results: Pick<ReportResults, "scenarios" | "valuations" | "experience">,
  scenario: ReportScenario,
): Table {
  const source = `${results.scenarios[scenario].title} scenario. ${
    reportSource(results.experience)
  }`;
  return projectionTable(results.valuations[scenario], source);
}
