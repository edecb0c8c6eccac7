import { readNamedFile } from "@jkp/files/read";
import type { FloorBenefit } from "./floor_benefit.ts";
import { parseFloorBenefit } from "./floor_benefit_file.ts";

/**
 * Reads a benefit of a social protection floor: one of the project's by name, or a TOML
 * file by path.
 *
 * @param nameOrPath A file of `data/floor`, such as `unemployment_assistance`, or a path
 * ending in `.toml`.
 * @returns The benefit, with fractions for the file's per cents.
 * @throws {DataError} With everything that is wrong with the file.
 *
 * @example Unemployment assistance is paid for up to six months, as JKP is
 * ```ts
 * import { readFloorBenefit } from "@jkp/floor/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { monthsPaid } = await readFloorBenefit("unemployment_assistance");
 * assertEquals(monthsPaid, 6);
 * ```
 */
export async function readFloorBenefit(nameOrPath: string): Promise<FloorBenefit> {
  const { path, text } = await readNamedFile("floor", nameOrPath);
  return parseFloorBenefit(path, text);
}
