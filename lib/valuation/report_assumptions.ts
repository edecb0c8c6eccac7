import { readScenario } from "@jkp/economy";
import { studyExperience } from "@jkp/experience";
import { readShippedExtract } from "@jkp/extract";
import { readDesign } from "@jkp/scheme";
import {
  deriveAssumptions,
  studyOptions,
  type ValuationAssumptions,
} from "./assumptions.ts";
import { type ReadingName, READINGS } from "./choices.ts";

/**
 * The assumptions of a valuation of the report's design on the shipped extract.
 *
 * @param scenarioName Name or path of a scenario.
 * @param reading Which reading of the report's open points.
 * @returns The assumptions.
 * @throws {DataError} If a file cannot be used.
 *
 * @example
 * ```ts
 * import { reportAssumptions } from "@jkp/valuation";
 * import { assertEquals } from "@std/assert";
 *
 * const assumptions = await reportAssumptions("optimistic");
 * assertEquals(assumptions.involuntaryShare, 0.25);
 * ```
 */
export async function reportAssumptions(
  scenarioName: string,
  reading: ReadingName = "closest",
): Promise<ValuationAssumptions> {
  const [extract, scenario, design] = await Promise.all([
    readShippedExtract(),
    readScenario(scenarioName),
    readDesign("proposed_2021"),
  ]);
  const experience = studyExperience(extract, studyOptions(scenario, design));
  return deriveAssumptions(experience, scenario, design, READINGS[reading]);
}
