import type { Scenario } from "@jkp/economy";
import { readScenario } from "@jkp/economy/read";
import { studyExperience } from "@jkp/experience";
import { readShippedExtract } from "@jkp/extract/read";
import { readScheme } from "@jkp/scheme/read";
import { checkArgument } from "@jkp/problem";
import { rulesAt } from "@jkp/scheme";
import {
  type ReadingName,
  READINGS,
  REPORT_DESIGN,
  REPORT_VALUATION,
} from "../choices.ts";
import { readValuationFile } from "../file/read_valuation_file.ts";
import { checkReading } from "../usual_reading.ts";
import { deriveAssumptions } from "./derive_assumptions.ts";
import type { ValuationAssumptions } from "./valuation_assumptions.ts";
import type { ValuationInputs } from "./valuation_inputs.ts";

/**
 * All that the report values its design with, from the shipped extract: to put other rules
 * to the same members and the same economy.
 *
 * @param scenario `base`, `pessimistic`, `optimistic`, a path, or a scenario itself.
 * @param reading Which reading of the report's open points.
 * @returns Experience, scenario, terms and choices.
 * @throws {DataError} If a file cannot be used.
 *
 * @example The experience that the report starts from: 1.0754 per cent a month
 * ```ts
 * import { reportInputs } from "@jkp/valuation/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { experience } = await reportInputs("base");
 * assertAlmostEquals(experience.termination.ratePerMonth, 0.010754, 1e-6);
 * ```
 */
export async function reportInputs(
  scenario: string | Scenario,
  reading: ReadingName = "closest",
): Promise<ValuationInputs> {
  checkReading(reading);
  const [extract, economy, { terms, data }] = await Promise.all([
    readShippedExtract(),
    scenarioOf(scenario),
    readValuationFile(REPORT_VALUATION),
  ]);
  const experience = studyExperience(extract, {
    referenceYears: data.studiedYears,
    baseYear: data.baseYear,
    qualifyingMonths: data.serviceMonths,
  });
  return { experience, scenario: economy, terms, choices: READINGS[reading] };
}

/**
 * The assumptions of a valuation of the report's design on the shipped extract.
 *
 * @param scenario `base`, `pessimistic`, `optimistic`, a path, or a scenario itself.
 * @param reading Which reading of the report's open points.
 * @returns The assumptions.
 * @throws {DataError} If a file cannot be used.
 *
 * @example Half of the terminations are layoffs, a quarter in the optimistic scenario
 * ```ts
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const [base, optimistic] = [
 *   await reportAssumptions("base"),
 *   await reportAssumptions("optimistic"),
 * ];
 * assertEquals([base.involuntaryShare, optimistic.involuntaryShare], [0.5, 0.25]);
 * ```
 */
export async function reportAssumptions(
  scenario: string | Scenario,
  reading: ReadingName = "closest",
): Promise<ValuationAssumptions> {
  const [inputs, scheme] = await Promise.all([
    reportInputs(scenario, reading),
    readScheme(REPORT_DESIGN),
  ]);
  const rules = rulesAt(scheme, inputs.terms.firstBenefitMonth);
  return deriveAssumptions(inputs, rules).assumptions;
}

/** A scenario by name, or as it is given. */
async function scenarioOf(scenario: string | Scenario): Promise<Scenario> {
  if (typeof scenario === "string" || scenario === undefined) {
    return await readScenario(scenario);
  }
  const wanted = "the name of a scenario, or a scenario, as readScenario reads it,";
  checkArgument("make assumptions", wanted, scenario, ["name", "unemploymentRate"]);
  return scenario;
}
