import { readNamedFile } from "@jkp/files/read";
import { parseSeverancePractice, type SeverancePractice } from "./severance_practice.ts";

/**
 * Reads what employers pay on a layoff: one of the project's by name, or a TOML file by
 * path.
 *
 * @param nameOrPath A file of `data/severance`, or a path ending in `.toml`.
 * @returns Who is paid, and how much of what the law wants, as fractions.
 * @throws {DataError} With everything that is wrong with the file.
 * @see ILO (2021), section 1.1.1.
 *
 * @example One third of the laid off are paid 40 per cent: 13 per cent of what is due
 * ```ts
 * import { readSeverancePractice } from "@jkp/scheme/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { receivedShare, paidShareOfDue } = await readSeverancePractice();
 * assertAlmostEquals(receivedShare * paidShareOfDue, 0.133, 0.0005);
 * ```
 */
export async function readSeverancePractice(
  nameOrPath = "indonesia",
): Promise<SeverancePractice> {
  const { path, text } = await readNamedFile("severance", nameOrPath);
  return parseSeverancePractice(path, text);
}
