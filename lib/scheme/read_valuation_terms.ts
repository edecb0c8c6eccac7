import { readNamedFile } from "@jkp/files/read";
import { parseValuationTerms, type ValuationTerms } from "./valuation_terms.ts";
/**
 * Reads the terms of a valuation: one of the project's by name, or a TOML file by path.
 *
 * @param nameOrPath A file of `data/valuation`, or a path ending in `.toml`.
 * @returns The terms, with a fraction for the file's per cent.
 * @throws {DataError} With everything that is wrong with the file.
 *
 * @example The report projects ten years and wants two years' expenses in reserve
 * ```ts
 * import { readValuationTerms } from "@jkp/scheme/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { projectionYears, reserveMultiple } = await readValuationTerms();
 * assertEquals([projectionYears, reserveMultiple], [10, 2]);
 * ```
 */
export async function readValuationTerms(
  nameOrPath = "report_2021",
): Promise<ValuationTerms> {
  const { path, text } = await readNamedFile("valuation", nameOrPath);
  return parseValuationTerms(path, text);
}
