import type { StatisticsExtract } from "@jkp/extract";
import { extractFolder, readManifest, readStatisticsExtract } from "@jkp/extract/read";
import type { QualityReport } from "@jkp/spells";

/** Statistics of an extract, and where its single members are, if they are known. */
export interface ReadExtract {
  readonly extract: StatisticsExtract;
  readonly folder: string;
  /** Folder of the member-level extract that the statistics were counted from just now. */
  readonly spells: string | null;
  /** What the rules found in single members; `null` for statistics, which are not checked. */
  readonly quality: QualityReport | null;
}

/**
 * Reads an extract of either form: statistics as they are, single members counted into
 * statistics.
 *
 * @param nameOrPath A folder of `data/extracts`, or a path.
 * @throws {DataError} With everything that is wrong with it.
 */
export async function readExtract(nameOrPath: string): Promise<ReadExtract> {
  const folder = await extractFolder(nameOrPath);
  const { form } = await readManifest(folder);
  if (form === "statistics") {
    return {
      extract: await readStatisticsExtract(folder),
      folder,
      spells: null,
      quality: null,
    };
  }
  // Only here: it brings Polars, which most valuations do not need.
  const { buildStatistics } = await import("@jkp/spells/read");
  const { extract, quality } = await buildStatistics(folder);
  return { extract, folder, spells: folder, quality };
}
