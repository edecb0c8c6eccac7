import { sha256 } from "@jkp/files";
import { writeFilesTogether } from "@jkp/files/write";
import { DATA_PACKAGE_FILE, formatDataPackage } from "./data_package.ts";
import {
  ACTIVE_FILE,
  columnsOf,
  type FileSpec,
  INACTIVE_FILE,
  SERVICE_FILE,
  WITHDRAWALS_FILE,
} from "./file_spec.ts";
import { formatManifest, MANIFEST_FILE } from "./manifest.ts";
import type { StatisticsExtract } from "./statistics_extract.ts";

/**
 * The files of a statistics extract as text, checksums included.
 *
 * The same extract gives the same bytes.
 *
 * @param extract The extract; the checksums of its manifest are made anew.
 * @param beside Other files to stand with it, under checksums as its own: name to text.
 * @returns File name to content: four CSVs, `extract.toml`, `datapackage.json` and the
 * others.
 *
 * @example Men of 15 to 19 years in January 2016: members and mean wage in rupiah a month
 * ```ts
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { statisticsExtractFiles } from "@jkp/extract/write";
 * import { assertEquals } from "@std/assert";
 *
 * const files = await statisticsExtractFiles(await readShippedExtract());
 * assertEquals(files.get("active.csv")!.split("\n").slice(0, 2), [
 *   "month,sex,age_group,members,mean_wage_idr",
 *   "2016-01,M,15-19,149240,2511020",
 * ]);
 * ```
 */
export async function statisticsExtractFiles(
  extract: StatisticsExtract,
  beside: ReadonlyMap<string, string> = new Map(),
): Promise<Map<string, string>> {
  const files = new Map([
    [ACTIVE_FILE.file, formatRows(ACTIVE_FILE, extract.active)],
    [WITHDRAWALS_FILE.file, formatRows(WITHDRAWALS_FILE, extract.withdrawals)],
    [SERVICE_FILE.file, formatRows(SERVICE_FILE, extract.service)],
    [INACTIVE_FILE.file, formatRows(INACTIVE_FILE, extract.inactive)],
    ...beside,
  ]);
  const checksums: Record<string, string> = {};
  for (const [name, content] of files) checksums[name] = await sha256(content);
  const manifest = { ...extract.manifest, sha256: checksums };
  files.set(DATA_PACKAGE_FILE, formatDataPackage(manifest, hasRecords(extract.active)));
  files.set(MANIFEST_FILE, formatManifest(manifest));
  return files;
}

/**
 * Writes a statistics extract into a folder, all files together; the folder is made if
 * missing.
 */
export async function writeStatisticsExtract(
  folder: string,
  extract: StatisticsExtract,
): Promise<void> {
  const files = await statisticsExtractFiles(extract);
  writeFilesTogether(folder, files, { last: MANIFEST_FILE });
}

type Counted = { readonly records?: number };

/** Whether rows say how many records are behind them. */
function hasRecords(rows: readonly Counted[]): boolean {
  return rows.some(({ records }) => records !== undefined);
}

function formatRows<Row extends Counted>(
  spec: FileSpec<Row>,
  rows: readonly Row[],
): string {
  const columns = columnsOf(spec, hasRecords(rows));
  const header = columns.map(({ column }) => column.name).join(",");
  const lines = rows.map((row) =>
    columns.map(({ field, column }) => column.kind.format(row[field])).join(",")
  );
  return [header, ...lines, ""].join("\n");
}
