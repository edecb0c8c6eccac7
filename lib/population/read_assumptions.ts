import { readNamedFile } from "@jkp/files/read";
import { parsePopulationAssumptions, type PopulationAssumptions } from "./assumptions.ts";
/**
 * Reads assumptions on the population: the project's by name, or a TOML file by path.
 *
 * @param nameOrPath `report_2021`, or a path ending in `.toml`.
 * @returns The assumptions, with fractions for per cents and thousands of people.
 * @throws {DataError} With everything that is wrong with the file.
 *
 * @example The report's fertility in 2030
 * ```ts
 * import { valueInYear } from "@jkp/month";
 * import { readPopulationAssumptions } from "@jkp/population/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { totalFertility } = await readPopulationAssumptions("report_2021");
 * assertAlmostEquals(valueInYear(totalFertility, 2030), 2.1);
 * ```
 */
export async function readPopulationAssumptions(
  nameOrPath: string,
): Promise<PopulationAssumptions> {
  const { path, text } = await readNamedFile("population", nameOrPath);
  return parsePopulationAssumptions(path, text);
}
