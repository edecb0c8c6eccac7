import { readNamedFile } from "@jkp/files/read";
import { parseScenario, type Scenario } from "./scenario.ts";
/**
 * Reads a scenario: one of the project's by name, or a TOML file by path.
 *
 * @param nameOrPath `base`, `pessimistic`, `optimistic`, or a path ending in `.toml`.
 * @returns The scenario, with fractions for the file's per cents.
 * @throws {DataError} With everything that is wrong with the file.
 *
 * @example The report's base scenario
 * ```ts
 * import { readScenario } from "@jkp/economy/read";
 * import { valueInYear } from "@jkp/month";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const base = await readScenario("base");
 * assertAlmostEquals(valueInYear(base.unemploymentRate, 2022), 0.068);
 * ```
 */
export async function readScenario(nameOrPath: string): Promise<Scenario> {
  const { path, text } = await readNamedFile("scenarios", nameOrPath);
  return parseScenario(path, text);
}
