import type { StatisticsManifest } from "./extract_manifest.ts";
import { checkTable, sha256, type TableRead } from "@jkp/files";
import { readText, requireFolder } from "@jkp/files/read";
import { checkText, DataError, furtherProblems, type Problem } from "@jkp/problem";
import { join } from "node:path";
import {
  checkGrid,
  checkInactive,
  checkRecords,
  checkService,
  checkWages,
} from "./check_rows.ts";
import {
  ACTIVE_FILE,
  DATA_FILES,
  type FileSpec,
  INACTIVE_FILE,
  readColumns,
  SERVICE_FILE,
  SUMS_FILES,
  WITHDRAWALS_FILE,
} from "./file_spec.ts";
import { MANIFEST_FILE, parseManifest } from "./manifest.ts";
import {
  isServiceSeen,
  SERVICE_MONTHS,
  type StatisticsExtract,
} from "./statistics_extract.ts";
import { TERMINATION_REASONS } from "./vocabulary.ts";

/** How many problems are worded one by one; of the others only the number is given. */
const MOST_PROBLEMS = 50;

/**
 * Reads a statistics extract and checks all of it.
 *
 * Checked are:
 *
 * - the form of every cell;
 * - a row for each sex and age group in every month of the window;
 * - a wage where there are persons, and only there;
 * - service: shares fall with its months, and do not look before `history_from`;
 * - the inactive: months from 0 without gap;
 * - the checksums, also of exact sums beside them.
 *
 * @param folder Folder with `extract.toml` and the four CSV files.
 * @returns The extract.
 * @throws {DataError} With file, row, column, value and what was expected for the first
 * 50 problems, and the number of the others.
 *
 * @example A folder without an extract
 * ```ts
 * import { readStatisticsExtract } from "@jkp/extract/read";
 * import { DataError } from "@jkp/problem";
 * import { assertRejects } from "@std/assert";
 *
 * await assertRejects(
 *   () => readStatisticsExtract("nowhere"),
 *   DataError,
 *   "nowhere: expected a folder, got no such folder",
 * );
 * ```
 */
export async function readStatisticsExtract(folder: string): Promise<StatisticsExtract> {
  checkText("read an extract", "a folder", folder);
  await requireFolder(folder);
  const { manifest, problems: manifestProblems } = await manifestOf(folder);
  const active = await readDataFile(folder, ACTIVE_FILE);
  const withdrawals = await readDataFile(folder, WITHDRAWALS_FILE);
  const service = await readDataFile(folder, SERVICE_FILE);
  const inactive = await readDataFile(folder, INACTIVE_FILE);
  const problems = [
    ...manifestProblems,
    ...problemsOf(active, (read) => [
      ...(manifest ? checkGrid(read, manifest, [""], () => "") : []),
      ...checkWages(read, (row) => row.members),
      ...checkRecords(read, (row) => row.members),
    ]),
    ...problemsOf(withdrawals, (read) => [
      ...(manifest
        ? checkGrid(read, manifest, TERMINATION_REASONS, (row) => row.reason)
        : []),
      ...checkWages(read, (row) => row.claims),
      ...checkRecords(read, (row) => row.claims),
    ]),
    ...problemsOf(service, (read) => [
      ...(manifest
        ? checkGrid(
          read,
          manifest,
          SERVICE_MONTHS,
          (row) => row.monthsAtLeast,
          (month, months) => isServiceSeen(manifest, month, months),
        )
        : []),
      ...checkService(read, manifest),
    ]),
    ...problemsOf(inactive, (read) => [
      ...checkInactive(read),
      ...checkRecords(read, (row) => row.members),
    ]),
    ...(manifest ? await checkChecksums(folder, manifest) : []),
  ];
  if (manifest === undefined || problems.length > 0) throw worded(folder, problems);
  return {
    manifest,
    active: active.rows.map(({ row }) => row),
    withdrawals: withdrawals.rows.map(({ row }) => row),
    service: service.rows.map(({ row }) => row),
    inactive: inactive.rows.map(({ row }) => row),
  };
}

async function manifestOf(
  folder: string,
): Promise<{ manifest?: StatisticsManifest; problems: readonly Problem[] }> {
  const file = join(folder, MANIFEST_FILE);
  try {
    return { manifest: parseManifest(file, await readText(file)), problems: [] };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return { problems: error.problems };
  }
}

async function readDataFile<Row>(
  folder: string,
  spec: FileSpec<Row>,
): Promise<TableRead<Row>> {
  const file = join(folder, spec.file);
  try {
    const rules = { key: spec.key as readonly string[] };
    const read = checkTable(file, await readText(file), readColumns(spec), rules);
    return read as TableRead<Row>;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return { file, header: [], rows: [], problems: error.problems };
  }
}

/** A file's own problems; only where there are none, those between its rows. */
function problemsOf<Row>(
  read: TableRead<Row>,
  check: (read: TableRead<Row>) => readonly Problem[],
): readonly Problem[] {
  return read.problems.length > 0 ? read.problems : check(read);
}

async function checkChecksums(
  folder: string,
  manifest: StatisticsManifest,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const stated = SUMS_FILES.filter((name) => manifest.sha256[name] !== undefined);
  for (const name of [...DATA_FILES, ...stated]) {
    const file = join(folder, name);
    const bytes = await Deno.readFile(file).catch(() => undefined);
    if (bytes === undefined) continue; // reported where it was read
    const received = await sha256(bytes);
    const expected = manifest.sha256[name];
    if (received !== expected) {
      problems.push({
        file,
        expected: `SHA-256 ${expected}, as ${MANIFEST_FILE} says`,
        received,
      });
    }
  }
  return problems;
}

function worded(folder: string, problems: readonly Problem[]): DataError {
  if (problems.length <= MOST_PROBLEMS) return new DataError(problems);
  return new DataError([
    ...problems.slice(0, MOST_PROBLEMS),
    furtherProblems(folder, problems.length - MOST_PROBLEMS),
  ]);
}
