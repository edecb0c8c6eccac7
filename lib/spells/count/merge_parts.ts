import {
  COUNTED_REGISTER_FILE,
  EXACT_SUMS_FILE,
  MANIFEST_FILE,
  type StatisticsExtract,
} from "@jkp/extract";
import { readStatisticsExtract } from "@jkp/extract/read";
import { readText } from "@jkp/files/read";
import { DataError, type Problem, throwIfAny } from "@jkp/problem";
import { join } from "node:path";
import type { CountedRegister } from "./counted_register.ts";
import { parseExactSums } from "./exact_sums_file.ts";
import { type CountedPart, mergeCounted } from "./merge_counted.ts";

/**
 * Adds statistics extracts that were built part by part, with their exact sums beside them.
 *
 * @param folders The parts.
 * @param name Name of the whole, where the parts have different ones.
 * @returns The statistics of the whole, and what was counted.
 * @throws {DataError} If a part cannot be read, was changed, has no exact sums, stands twice
 * among the parts, or says other things of itself than the first: all such problems.
 *
 * @example A register in one part
 * ```ts
 * import { exampleFolder } from "../example_folder.ts";
 * import { statisticsExtractFiles } from "@jkp/extract/write";
 * import { exactSumsFiles } from "@jkp/spells";
 * import { buildStatistics, mergeParts } from "@jkp/spells/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { extract, counted } = await buildStatistics(await exampleFolder());
 * const files = await statisticsExtractFiles(extract, exactSumsFiles(counted));
 * const merged = await mergeParts([await exampleFolder(Object.fromEntries(files))], "jht");
 * assertEquals(merged.extract.active, extract.active);
 * ```
 */
export async function mergeParts(
  folders: readonly string[],
  name: string,
): Promise<{ readonly extract: StatisticsExtract; readonly counted: CountedRegister }> {
  const problems: Problem[] = [];
  const parts: CountedPart[] = [];
  const seen = new Map<string, string>();
  for (const path of folders) {
    try {
      const { counted, checksum } = await readPart(path);
      const twin = seen.get(checksum);
      if (twin !== undefined) {
        problems.push({
          file: path,
          expected: "each part once",
          received: `the sums of ${twin} again`,
        });
      }
      seen.set(checksum, path);
      parts.push({ path, counted });
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      problems.push(...error.problems);
    }
  }
  throwIfAny(problems);
  return mergeCounted(parts, name);
}

async function readPart(
  folder: string,
): Promise<{ counted: CountedRegister; checksum: string }> {
  const { manifest } = await readStatisticsExtract(folder);
  const names = [EXACT_SUMS_FILE, COUNTED_REGISTER_FILE] as const;
  const stated = names.map((name) => manifest.sha256[name]);
  if (stated.includes(undefined)) {
    throw new DataError([{
      file: join(folder, MANIFEST_FILE),
      expected:
        `a checksum of ${EXACT_SUMS_FILE}: means and shares are rounded, so parts ` +
        "are added by their sums; build each part with --sums",
      received: "none",
    }]);
  }
  const texts = await Promise.all(names.map((name) => readText(join(folder, name))));
  const [sums, register] = names.map((name, at) =>
    [join(folder, name), texts[at]!] as const
  );
  return {
    counted: parseExactSums({ sums: sums!, register: register! }, manifest),
    checksum: stated[0]!,
  };
}
