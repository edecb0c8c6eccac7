import { EXACT_SUMS_FILE, MANIFEST_FILE, publishableFiles } from "@jkp/extract";
import { statisticsExtractFiles } from "@jkp/extract/write";
import { writeFilesTogether } from "@jkp/files/write";
import { type BuiltStatistics, exactSumsFiles } from "@jkp/spells";
import { writeApart } from "./publishing.ts";

/** The option that asks for what adds a part of a register to others. */
export const SUMS = {
  about:
    `write ${EXACT_SUMS_FILE} too, with which extract merge adds this part of a register
          to others`,
} as const;

/**
 * Writes a statistics extract, its manifest last; for publication if there is a threshold.
 *
 * @throws {UsageError} If the folder holds files of the other kind: nothing is written.
 */
export async function writeStatistics(
  out: string,
  { extract, counted, largest }: Pick<BuiltStatistics, "extract" | "counted" | "largest">,
  { threshold, hasSums }: {
    readonly threshold?: number;
    /** Whether exact sums are written, too, which are never for publication. */
    readonly hasSums: boolean;
  },
): Promise<void> {
  const isPublished = threshold !== undefined;
  const files = isPublished
    ? publishableFiles(extract, { threshold, largest })
    : await statisticsExtractFiles(
      extract,
      hasSums ? exactSumsFiles(counted) : new Map(),
    );
  await writeApart(
    out,
    files,
    isPublished,
    (folder, all) => writeFilesTogether(folder, all, { last: MANIFEST_FILE }),
  );
}
