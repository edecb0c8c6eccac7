import type { LargestContributions, StatisticsExtract } from "@jkp/extract";
import type { Month } from "@jkp/month";
import type { QualityReport } from "../check/quality_report.ts";
import { readSpells, type ReadSpellsOptions } from "../check/read_spells.ts";
import { openRegister } from "../folder/open_register.ts";
import { windowOf } from "../folder/statistics_manifest.ts";
import { SeemingHistory } from "../histories/seen_history.ts";
import { ClaimsCounted } from "./claims_counted.ts";
import type { MemberPart } from "../register/member_part.ts";
import { type CountedRegister, statisticsOf } from "./counted_register.ts";
import { LargestWageCounts } from "./largest_wage_counts.ts";
import { addPaid, withPaidLargest } from "./paid_wages.ts";
import { StatisticsCounts } from "./statistics_counts.ts";

/** What to do with wrong rows, and what is counted besides. */
export interface BuildOptions extends ReadSpellsOptions {
  /**
   * Whether the largest contributions to wages are looked for, which takes longer.
   * @default {false}
   */
  readonly isForPublication?: boolean;
  /**
   * First month that is counted.
   * @default the extract's first month
   */
  readonly firstMonth?: Month | undefined;
}

/** Statistics made from spells. */
export interface BuiltStatistics {
  readonly extract: StatisticsExtract;
  /** What the rules found. */
  readonly quality: QualityReport;
  /** Rows that were not counted. */
  readonly rowsLeftOut: number;
  /** What was done with the rows, and is to be known of the numbers, in sentences. */
  readonly remarks: readonly string[];
  /** What is to be said of service that the extract seems not to hold. */
  readonly caution?: string;
  /** What was counted, before rounding: for `exactSums`. */
  readonly counted: CountedRegister;
  /** What single records contribute to wages, if asked for: for `publishableFiles`. */
  readonly largest?: LargestContributions;
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
 *   `wage_growth_per_year`. Of a ledger, the mean wage of members of a month, sex and age is
 *   that of their payments for the month.
 * - Ages below 15 and from 70 are not counted.
 * - Service of k months is asked from k months after the manifest's `history_from` on, if it
 *   names one.
 * - If rows have weights other than 1, the statistics say how many rows are behind each number.
 *
 * @param path Folder of the member-level extract.
 * @param options What to do with wrong rows, and whether the statistics are to be published.
 * @returns The statistics, and what was found on the way.
 * @throws {DataError} If the extract cannot be read, or has errors and these are not to be
 * left out: the first 20 of them and the number of the others.
 * @throws {RangeError} If months are asked for that the extract does not cover.
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
  { isForPublication = false, firstMonth, lastMonth, ...options }: BuildOptions = {},
): Promise<BuiltStatistics> {
  const folder = await openRegister(path);
  const { manifest: whole } = folder;
  const manifest = windowOf(whole, { firstMonth, lastMonth });
  const counts = new StatisticsCounts({ ...manifest, countsRecords: true });
  const largest = isForPublication ? new LargestWageCounts(manifest) : undefined;
  const seeming = new SeemingHistory();
  const claims = new ClaimsCounted(manifest);
  const counters = [
    counts,
    claims,
    ...(largest === undefined ? [] : [largest]),
    ...(whole.historyFrom === undefined ? [seeming] : []),
  ];
  const read = await readSpells(folder, counters, {
    ...options,
    lastMonth,
    carried: [],
    findsLargestWages: isForPublication,
  });
  addPaid(counts, read.paidCells);
  const counted: CountedRegister = {
    ...read,
    rows: read.rows - read.blankRows,
    whole: read.manifest,
    window: manifest,
    persons: counts,
    records: counts.records,
  };
  const { caution } = seeming;
  const extract = statisticsOf(counted);
  return {
    extract: options.part === undefined ? extract : ofPart(extract, options.part),
    quality: read.quality,
    remarks: [
      ...read.quality.remarks,
      ...(claims.remark === undefined ? [] : [claims.remark]),
    ],
    rowsLeftOut: read.rowsLeftOut,
    ...(caution === undefined ? {} : { caution }),
    counted,
    ...(largest === undefined ? {} : {
      largest: withPaidLargest(largest.result(), counts.grid, read.paidCells),
    }),
  };
}

/** Statistics of a part, which say so. */
function ofPart(
  extract: StatisticsExtract,
  { part, parts }: MemberPart,
): StatisticsExtract {
  const method = `Part ${part} of ${parts} of the members, by hash of their numbers. ` +
    extract.manifest.method;
  return { ...extract, manifest: { ...extract.manifest, method } };
}
