import { isThere, requireFolder } from "@jkp/files/read";
import { DataError, didYouMean } from "@jkp/problem";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MANIFEST_FILE } from "./manifest.ts";
import { readStatisticsExtract } from "./read_statistics_extract.ts";
import type { StatisticsExtract } from "./statistics_extract.ts";

/** Folder of the project's extracts. */
const EXTRACTS = fileURLToPath(new URL("../../data/extracts", import.meta.url));

/** Folder of the extract that comes with the project. */
export const SHIPPED_EXTRACT_FOLDER: string = join(EXTRACTS, "jht_2019");

/**
 * The folder of an extract: one of `data/extracts` by name, or any by path.
 *
 * @param nameOrPath A name such as `jht_2019`, or a path: anything with a slash, or with
 * dots alone.
 * @returns The folder.
 * @throws {DataError} If nothing stands there, with the names that there are.
 *
 * @example A misspelt name
 * ```ts
 * import { extractFolder } from "@jkp/extract/read";
 * import { DataError } from "@jkp/problem";
 * import { assertRejects } from "@std/assert";
 *
 * await assertRejects(
 *   () => extractFolder("jht_2091"),
 *   DataError,
 *   "got jht_2091 (did you mean jht_2019?)",
 * );
 * ```
 */
export async function extractFolder(nameOrPath: string): Promise<string> {
  const isPath = /[/\\]|^\.+$/.test(nameOrPath);
  const folder = isPath ? nameOrPath : join(EXTRACTS, nameOrPath);
  if (isPath) await requireFolder(folder);
  if (isPath || await isThere(folder)) return folder;
  const entries = await Array.fromAsync(Deno.readDir(EXTRACTS));
  const extracts = await Promise.all(
    entries.map(async ({ name }) =>
      await isThere(join(EXTRACTS, name, MANIFEST_FILE)) ? [name] : []
    ),
  );
  const names = extracts.flat().sort();
  throw new DataError([{
    file: "data/extracts",
    expected: `one of ${names.join(", ")}, or the path of a folder`,
    received: `${nameOrPath}${didYouMean(nameOrPath, names)}`,
  }]);
}

/**
 * Reads the extract that comes with the project: synthetic, made to agree with what the
 * report prints of JHT from 2016 to 2019.
 *
 * @returns The extract.
 * @throws {DataError} If its files were changed.
 *
 * @example Layoffs a month, 2016–19: about 29,500 (ILO 2021, section 1.2.3)
 * ```ts
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { withdrawals } = await readShippedExtract();
 * const layoffs = withdrawals.filter(({ reason }) => reason === "layoff")
 *   .reduce((sum, { claims }) => sum + claims, 0);
 * assertEquals(Math.round(layoffs / 48), 29_484);
 * ```
 */
export function readShippedExtract(): Promise<StatisticsExtract> {
  return readStatisticsExtract(SHIPPED_EXTRACT_FOLDER);
}
