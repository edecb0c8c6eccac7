import { readNamedFile } from "@jkp/files/read";
import { type EconomicProcess, parseProcess } from "./economy/economic_process.ts";

/**
 * Reads a process of the economy: one of the project's by name, or a TOML file by path.
 *
 * @param nameOrPath `report_2021`, `jkp_2026`, or a path ending in `.toml`.
 * @returns The process, with fractions for the file's per cents and points.
 * @throws {DataError} With everything that is wrong with the file.
 *
 * @example Of the years 2010 to 2025 one, 2020, began a recession
 * ```ts
 * import { readProcess } from "@jkp/uncertainty/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { recession } = await readProcess("jkp_2026");
 * assertAlmostEquals(recession.probabilityPerYear, 1 / 16);
 * ```
 */
export async function readProcess(nameOrPath: string): Promise<EconomicProcess> {
  const { path, text } = await readNamedFile("processes", nameOrPath);
  return parseProcess(path, text);
}
