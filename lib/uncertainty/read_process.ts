import { namesIn, readNamedFile } from "@jkp/files/read";
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

/**
 * The process that a valuation is drawn by where nobody names one: that of its name, or else
 * that of JKP as it is.
 *
 * @param valuation The valuation's name.
 * @returns A name of `data/processes`.
 *
 * @example One's own valuation, for which nobody has written a process
 * ```ts
 * import { usualProcess } from "@jkp/uncertainty/read";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(await usualProcess("report_2021"), "report_2021");
 * assertEquals(await usualProcess("my_valuation"), "jkp_2026");
 * ```
 */
export async function usualProcess(valuation: string): Promise<string> {
  return (await namesIn("processes")).includes(valuation) ? valuation : USUAL_PROCESS;
}

/** The process of valuations that have none of their name. */
const USUAL_PROCESS = "jkp_2026";
