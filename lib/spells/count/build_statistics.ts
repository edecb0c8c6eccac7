import {
  isServiceSeen,
  type LargestContributions,
  type LedgerRules,
  refuseMonthsOutside,
  SERVICE_MONTHS,
  type SpellManifest,
  type StatisticsExtract,
} from "@jkp/extract";
import { countInWords } from "@jkp/exhibit";
import { formatMonth, type Month } from "@jkp/month";
import type { QualityReport } from "../check/quality_report.ts";
import {
  readSpells,
  type ReadSpellsOptions,
  type SpellsRead,
} from "../check/read_spells.ts";
import { openRegister } from "../folder/open_register.ts";
import { statisticsManifest } from "../folder/statistics_manifest.ts";
import { SeemingHistory } from "../histories/seen_history.ts";
import { LargestWageCounts } from "./largest_wage_counts.ts";
import { RecordCounts } from "./record_counts.ts";
import { StatisticsCounts } from "./statistics_counts.ts";
import { toStatistics } from "./to_statistics.ts";

/** Months back that the statistics look for service, at most. */
const LONGEST_SERVICE = Math.max(...SERVICE_MONTHS);

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
  /** What is to be said of service that the extract seems not to hold. */
  readonly caution?: string;
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
 *   `wage_growth_per_year`.
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
  const counts = new StatisticsCounts(manifest);
  const records = new RecordCounts(counts);
  const largest = isForPublication ? new LargestWageCounts(manifest) : undefined;
  const seeming = new SeemingHistory();
  const counters = [
    ...[records, counts],
    ...(largest === undefined ? [] : [largest]),
    ...(whole.historyFrom === undefined ? [seeming] : []),
  ];
  const read = await readSpells(folder, counters, { ...options, lastMonth });
  const ofStatistics = statisticsManifest(manifest, methodOf(read, manifest));
  const extract = toStatistics(counts, ofStatistics, manifest.wageGrowthPerYear);
  const { caution } = seeming;
  return {
    extract: withSeenService(records.addTo(extract)),
    quality: read.quality,
    rowsLeftOut: read.rowsLeftOut,
    ...(caution === undefined ? {} : { caution }),
    ...(largest === undefined ? {} : { largest: largest.result() }),
  };
}

/** Statistics without the service that goes back beyond what the extract holds. */
function withSeenService(extract: StatisticsExtract): StatisticsExtract {
  const { manifest, service } = extract;
  const seen = service.filter(({ month, monthsAtLeast }) =>
    isServiceSeen(manifest, month, monthsAtLeast)
  );
  return { ...extract, service: seen };
}

/** The manifest with the months that are to be counted. */
function windowOf(
  manifest: SpellManifest,
  asked: Pick<BuildOptions, "firstMonth" | "lastMonth">,
): SpellManifest {
  const { firstMonth = manifest.firstMonth, lastMonth = manifest.lastMonth } = asked;
  refuseMonthsOutside("Cannot count the extract", manifest, { firstMonth, lastMonth });
  return { ...manifest, firstMonth, lastMonth };
}

/** How the statistics were made, in words. */
function methodOf(read: SpellsRead, windowed: SpellManifest): string {
  const { manifest, rows, spells, members, rowsLeftOut } = read;
  const { firstMonth, lastMonth, historyFrom } = windowed;
  const number = (value: number) => value.toLocaleString("en");
  const caution = rowsLeftOut === 0
    ? ""
    : " for their errors, so that the others are no random sample";
  const isWhole = firstMonth === manifest.firstMonth && lastMonth === manifest.lastMonth;
  const cut = isWhole
    ? ""
    : `Cut to ${formatMonth(firstMonth)} to ${formatMonth(lastMonth)}, of ${
      formatMonth(manifest.firstMonth)
    } to ${formatMonth(manifest.lastMonth)}. `;
  const history = isServiceSeen(windowed, firstMonth, LONGEST_SERVICE)
    ? ""
    : `Contributions are known from ${
      formatMonth(historyFrom!)
    } on: service of k months ` +
      "is asked from k months later. ";
  const growth = Number((100 * manifest.wageGrowthPerYear).toFixed(6));
  const { ledger } = manifest;
  const made = ledger === undefined
    ? `${number(rows)} spells of ${number(members)} members; `
    : `${number(spells)} spells of ${number(members)} members, made of ` +
      `${number(rows)} payments by ${ledgerInWords(ledger)}; `;
  return `Counted from ${made}` +
    `${
      number(rowsLeftOut)
    } rows left out${caution}. Last wages taken back to earlier months at ` +
    `${growth} % a year. ${cut}${history}The ${
      ledger === undefined ? "spells" : "payments"
    }: ${manifest.method.trim()}\n`;
}

/** How payments became spells, in words. */
function ledgerInWords({ gapMonths, employers }: LedgerRules): string {
  const gap = gapMonths === 0
    ? "any month without a payment ends a spell"
    : `a spell runs over up to ${countInWords(gapMonths, "month")} without a payment`;
  const wage = employers === "sum"
    ? "wages of several employers in a month are added"
    : "of several employers in a month the highest wage counts";
  return `these rules: ${gap}; ${wage}`;
}
