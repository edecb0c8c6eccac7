import { refuseMonthsOutside, type StatisticsExtract } from "@jkp/extract";
import type { Language } from "@jkp/language";
import type { Month } from "@jkp/month";
import { DataError } from "@jkp/problem";
import { addPaid } from "../count/paid_wages.ts";
import { toStatistics } from "../count/to_statistics.ts";
import { StatisticsCounts } from "../count/statistics_counts.ts";
import { openRegister, type Register } from "../folder/open_register.ts";
import { statisticsManifest } from "../folder/statistics_manifest.ts";
import type { PaymentDelays } from "../ledger/payment_delays.ts";
import { checkJkp, checkJkpAlone } from "../jkp/check_jkp.ts";
import { cutSpells } from "../register/cut_spells.ts";
import { checkDrift } from "./drift.ts";
import type { FindingSink } from "./finding.ts";
import { type QualityReport, qualityReport } from "./quality_report.ts";
import { readRegister, type ScratchPlanned } from "./read_register.ts";
import { type RowsSeen, withoutErrors } from "./read_spell_files.ts";
import { Stated } from "./stated.ts";
import { Tally } from "./tally.ts";

/** What to compare an extract with, and how to follow the check. */
export interface CheckOptions {
  /** An earlier extract, to see what has moved. */
  readonly previous?: StatisticsExtract;
  /**
   * Last month of which the whole is judged and compared, as if the extract had been drawn
   * then; rows are checked all.
   * @default the extract's last month
   */
  readonly lastMonth?: Month | undefined;
  /** Called as rows are read. */
  readonly rowsSeen?: RowsSeen;
  /** Told before a ledger is sorted on disk: where, and how much room it may take. */
  readonly scratchPlanned?: ScratchPlanned;
  /** Counts when contributions were paid, of a ledger that has dates. */
  readonly paymentDelays?: PaymentDelays;
  /**
   * Language of findings and of the verdict.
   * @default {"en"}
   */
  readonly language?: Language;
}

/**
 * Checks a member-level extract: every cell, every row, every member and the whole; of a
 * register of JKP claims alone its claims.
 *
 * @param path Folder of the extract.
 * @param sink Gets each finding.
 * @param options What to compare with.
 * @returns The verdict, rule by rule. What could not be checked is "not checked".
 * @throws {DataError} If the extract cannot be read.
 * @throws {RangeError} If a last month is asked for that the extract does not cover.
 *
 * @example The shipped example of a broken extract: two unreadable cells, a wage that is not positive
 * ```ts
 * import { BROKEN_SPELLS_FOLDER, checkSpells } from "@jkp/spells/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { isUsable, rows, outcomes } = await checkSpells(BROKEN_SPELLS_FOLDER, () => {});
 * assertEquals([isUsable, rows], [false, 23]);
 * const found = (name: string) => outcomes.find(({ rule }) => rule === name)!.found;
 * assertEquals([found("values_readable"), found("wage_positive")], [2, 1]);
 * ```
 */
export async function checkSpells(
  path: string,
  sink: FindingSink,
  options: CheckOptions = {},
): Promise<QualityReport> {
  const tally = new Tally(sink, options.language);
  const alone = await checkJkpAlone(path, tally);
  if (alone !== undefined) return qualityReport(alone.rows, alone.members, tally);
  const folder = await openOrReport(path, tally);
  if (folder === undefined) return qualityReport(0, 0, tally);
  tally.checked("readable", folder.files.length);
  const { lastMonth = folder.manifest.lastMonth } = options;
  const { outside } = tally.words.extract;
  const { firstMonth } = folder.manifest;
  refuseMonthsOutside(
    outside.check,
    folder.manifest,
    { firstMonth, lastMonth },
    tally.words,
  );
  const isCut = lastMonth < folder.manifest.lastMonth;
  const manifest = { ...folder.manifest, lastMonth };
  const { wageGrowthPerYear } = manifest;
  const stated = await Stated.read(folder, tally);
  const statistics = new StatisticsCounts(manifest);
  const { previous, rowsSeen } = options;
  const { rows, members, wageTotalIdr, paidCells = [] } = await readRegister(
    folder,
    tally,
    {
      rowsSeen,
      scratchPlanned: options.scratchPlanned,
      paymentDelays: options.paymentDelays,
      carried: [],
      ...(isCut ? { lastMonth } : {}),
      partRead: (part) => {
        stated.add(part);
        if (previous === undefined) return;
        const spells = withoutErrors(part);
        statistics.add(isCut ? cutSpells(spells, lastMonth, wageGrowthPerYear) : spells);
      },
    },
  );
  stated.finish(rows, wageTotalIdr);
  await checkJkp(folder, tally);
  if (previous === undefined) {
    tally.explain("drift", tally.words.check.reason.noPrevious);
  } else {
    addPaid(statistics, paidCells);
    const current = toStatistics(
      statistics,
      statisticsManifest(manifest, ""),
      wageGrowthPerYear,
    );
    checkDrift(previous, current, tally);
  }
  return qualityReport(rows, members, tally);
}

async function openOrReport(
  path: string,
  tally: Tally,
): Promise<Register | undefined> {
  try {
    return await openRegister(path);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    tally.checked("readable", 1);
    tally.findAll("readable", error);
    return undefined;
  }
}
