import type { StatisticsExtract } from "@jkp/extract";
import { DataError, furtherProblems, type Problem } from "@jkp/problem";
import type { Finding } from "../check/finding.ts";
import { type QualityReport, qualityReport } from "../check/quality_report.ts";
import { readRegister, type RowsSeen } from "../check/read_register.ts";
import { PLAUSIBLE_WAGE_IDR } from "../check/row_rules.ts";
import { Tally } from "../check/tally.ts";
import { openSpellFolder, type SpellFolder } from "../folder/spell_folder.ts";
import { statisticsManifest } from "../folder/statistics_manifest.ts";
import type { RegisterPart } from "../register/spell_register.ts";
import { selectSpells } from "../register/select_spells.ts";
import { StatisticsCounts } from "./statistics_counts.ts";
import { toStatistics } from "./to_statistics.ts";

/** How to deal with rows that are wrong, and how to follow the count. */
export interface BuildOptions {
  /**
   * Whether rows with errors are left out; if not, any error stops the count.
   * @default {false}
   */
  readonly leavesOutErrors?: boolean;
  /** Called as rows are read. */
  readonly rowsSeen?: RowsSeen;
}

/** Statistics made from spells. */
export interface BuiltStatistics {
  readonly extract: StatisticsExtract;
  /** What the rules found. */
  readonly quality: QualityReport;
  /** Rows that were not counted. */
  readonly rowsLeftOut: number;
}

/** How many findings an error words one by one. */
const MOST_WORDED = 20;

/**
 * Counts a member-level extract into the statistics extract.
 *
 * Conventions: a member is active in each month from the start to the last month of a
 * spell. Continuous service at a month is the unbroken run of contributions up to it;
 * adjoining spells are one run. Claims count in the month of claim, at the age then.
 * Inactive are members whose latest spell ended before the last month of the window and
 * was not closed by a claim by then, up to 60 months. A wage of an earlier month is the
 * last reported one taken back by the manifest's `wage_growth_per_year`. Ages below 15 and
 * from 70 are not counted.
 *
 * @param path Folder of the member-level extract.
 * @param options What to do with wrong rows.
 * @returns The statistics, and what was found on the way.
 * @throws {DataError} If the extract cannot be read, or has errors and these are not to be
 * left out: the first 20 of them and the number of the others.
 * @see ILO (2021), section 1.2.3 and footnote 12.
 *
 * @example
 * ```ts
 * import { buildStatistics, exampleFolder } from "@jkp/spells";
 * import { assertEquals } from "@std/assert";
 *
 * const { extract } = await buildStatistics(await exampleFolder());
 * const claims = extract.withdrawals.reduce((sum, row) => sum + row.claims, 0);
 * assertEquals(claims, 1);
 * ```
 */
export async function buildStatistics(
  path: string,
  options: BuildOptions = {},
): Promise<BuiltStatistics> {
  const { leavesOutErrors = false, rowsSeen } = options;
  const folder = await openSpellFolder(path);
  const { lastMonth, extractMonth } = folder.manifest;
  const limits = { lastMonth, extractMonth, plausibleWageIdr: PLAUSIBLE_WAGE_IDR };
  const errors: Finding[] = [];
  const tally = new Tally((finding) => {
    const isWorded = finding.severity === "error" && errors.length < MOST_WORDED;
    if (isWorded) errors.push(finding);
  });
  const counts = new StatisticsCounts(folder.manifest);
  let counted = 0;
  const { rows, members } = await readRegister(folder, limits, tally, {
    rowsSeen,
    partRead: (part) => {
      const spells = withoutErrors(part);
      counts.add(spells);
      counted += spells.member.length;
    },
  });
  const quality = qualityReport(rows, members, tally, {});
  const isUnreadable = tally.of("readable").found > 0;
  if (quality.errors > 0 && (!leavesOutErrors || isUnreadable)) {
    throw worded(path, errors, quality.errors);
  }
  const rowsLeftOut = rows - counted;
  const manifest = statisticsManifest(
    folder.manifest,
    methodOf(folder, rows, members, rowsLeftOut),
  );
  const extract = toStatistics(counts, manifest, folder.manifest.wageGrowthPerYear);
  return { extract, quality, rowsLeftOut };
}

function withoutErrors(part: RegisterPart) {
  return part.hasError.includes(1)
    ? selectSpells(part, (row) => part.hasError[row] === 0)
    : part;
}

function worded(path: string, errors: readonly Finding[], count: number): DataError {
  const problems = errors.map((finding): Problem => ({
    file: finding.file,
    place: [
      finding.row === undefined ? "" : `row ${finding.row}`,
      finding.column === undefined ? "" : `column ${finding.column}`,
    ].filter((part) => part !== "").join(", "),
    expected: finding.expected,
    ...(finding.value === undefined ? {} : { received: finding.value || "nothing" }),
  }));
  const more = count - errors.length;
  return new DataError(more > 0 ? [...problems, furtherProblems(path, more)] : problems);
}

function methodOf(
  folder: SpellFolder,
  rows: number,
  members: number,
  rowsLeftOut: number,
): string {
  const { manifest } = folder;
  const number = (value: number) => value.toLocaleString("en");
  const growth = Number((100 * manifest.wageGrowthPerYear).toFixed(6));
  return `Counted from ${number(rows)} spells of ${number(members)} members; ` +
    `${number(rowsLeftOut)} rows left out. Last wages taken back to earlier months at ` +
    `${growth} % a year. The spells: ${manifest.method.trim()}\n`;
}
