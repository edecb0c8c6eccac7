import type { StatisticsExtract } from "@jkp/extract";
import type { QualityReport } from "../check/quality_report.ts";
import {
  readSpells,
  type ReadSpellsOptions,
  type SpellsRead,
} from "../check/read_spells.ts";
import { openSpellFolder } from "../folder/spell_folder.ts";
import { statisticsManifest } from "../folder/statistics_manifest.ts";
import { StatisticsCounts } from "./statistics_counts.ts";
import { toStatistics } from "./to_statistics.ts";

/** Statistics made from spells. */
export interface BuiltStatistics {
  readonly extract: StatisticsExtract;
  /** What the rules found. */
  readonly quality: QualityReport;
  /** Rows that were not counted. */
  readonly rowsLeftOut: number;
}

/**
 * Counts a member-level extract into the statistics extract.
 *
 * Conventions:
 *
 * - A member is active in each month from the start to the last month of a spell.
 * - Continuous service of a month is the unbroken run of contributions in the months before
 *   it, as the report counts it "in the previous 24 months"; adjoining spells are one run.
 * - Claims count in the month of claim, at the age then.
 * - A member is inactive, up to 60 months, if the latest spell ended before the last month
 *   of the window and no claim had closed it by then.
 * - A wage of an earlier month is the last reported one, taken back by the manifest's
 *   `wage_growth_per_year`.
 * - Ages below 15 and from 70 are not counted.
 *
 * @param path Folder of the member-level extract.
 * @param options What to do with wrong rows.
 * @returns The statistics, and what was found on the way.
 * @throws {DataError} If the extract cannot be read, or has errors and these are not to be
 * left out: the first 20 of them and the number of the others.
 * @see ILO (2021), section 1.2.3 and footnote 12.
 *
 * @example Four spells of three members: two active at the end, one layoff, one inactive
 * ```ts
 * import { buildStatistics } from "@jkp/spells/read";
 * import { exampleFolder } from "../example_folder.ts";
 * import { monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const { extract } = await buildStatistics(await exampleFolder());
 * const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
 * const december = extract.active.filter(({ month }) => month === monthOf(2019, 12));
 * assertEquals(sum(december.map(({ members }) => members)), 2);
 * assertEquals(sum(extract.withdrawals.map(({ claims }) => claims)), 1);
 * assertEquals(extract.inactive.findIndex(({ members }) => members > 0), 5);
 * ```
 */
export async function buildStatistics(
  path: string,
  options: ReadSpellsOptions = {},
): Promise<BuiltStatistics> {
  const { manifest } = await openSpellFolder(path);
  const counts = new StatisticsCounts(manifest);
  const read = await readSpells(path, [counts], options);
  const extract = toStatistics(
    counts,
    statisticsManifest(manifest, methodOf(read)),
    manifest.wageGrowthPerYear,
  );
  return { extract, quality: read.quality, rowsLeftOut: read.rowsLeftOut };
}

/** How the statistics were made, in words. */
function methodOf(read: SpellsRead): string {
  const { manifest, rows, members, rowsLeftOut } = read;
  const number = (value: number) => value.toLocaleString("en");
  const caution = rowsLeftOut === 0
    ? ""
    : " for their errors, so that the others are no random sample";
  const growth = Number((100 * manifest.wageGrowthPerYear).toFixed(6));
  return `Counted from ${number(rows)} spells of ${number(members)} members; ` +
    `${
      number(rowsLeftOut)
    } rows left out${caution}. Last wages taken back to earlier months at ` +
    `${growth} % a year. The spells: ${manifest.method.trim()}\n`;
}
