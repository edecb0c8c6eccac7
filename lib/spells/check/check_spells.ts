import type { StatisticsExtract } from "@jkp/extract";
import { DataError } from "@jkp/problem";
import { toStatistics } from "../count/to_statistics.ts";
import { StatisticsCounts } from "../count/statistics_counts.ts";
import { openRegister, type Register } from "../folder/open_register.ts";
import { statisticsManifest } from "../folder/statistics_manifest.ts";
import type { PaymentDelays } from "../ledger/payment_delays.ts";
import { checkJkp } from "../jkp/check_jkp.ts";
import { checkDrift } from "./drift.ts";
import type { FindingSink } from "./finding.ts";
import { type QualityReport, qualityReport } from "./quality_report.ts";
import { readRegister } from "./read_register.ts";
import { type RowsSeen, withoutErrors } from "./read_spell_files.ts";
import { Stated } from "./stated.ts";
import { Tally } from "./tally.ts";

/** What to compare an extract with, and how to follow the check. */
export interface CheckOptions {
  /** An earlier extract, to see what has moved. */
  readonly previous?: StatisticsExtract;
  /** Called as rows are read. */
  readonly rowsSeen?: RowsSeen;
  /** Told before a ledger is sorted on disk: where, and how much room it may take. */
  readonly scratchPlanned?: (folder: string, bytes: number) => void;
  /** Counts when contributions were paid, of a ledger that has dates. */
  readonly paymentDelays?: PaymentDelays;
}

/**
 * Checks a member-level extract: every cell, every row, every member and the whole.
 *
 * @param path Folder of the extract.
 * @param sink Gets each finding.
 * @param options What to compare with.
 * @returns The verdict, rule by rule. What could not be checked is "not checked".
 * @throws {DataError} If the extract cannot be read.
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
  const tally = new Tally(sink);
  const folder = await openOrReport(path, tally);
  if (folder === undefined) return qualityReport(0, 0, tally);
  tally.checked("readable", folder.files.length);
  const { manifest } = folder;
  const stated = await Stated.read(folder, tally);
  const statistics = new StatisticsCounts(manifest);
  const { previous, rowsSeen } = options;
  const { rows, members, wageTotalIdr } = await readRegister(folder, tally, {
    rowsSeen,
    scratchPlanned: options.scratchPlanned,
    paymentDelays: options.paymentDelays,
    partRead: (part) => {
      stated.add(part);
      if (previous !== undefined) statistics.add(withoutErrors(part));
    },
  });
  stated.finish(rows, wageTotalIdr);
  await checkJkp(folder, tally);
  if (previous === undefined) {
    tally.explain("drift", "no previous extract was given");
  } else {
    const current = toStatistics(
      statistics,
      statisticsManifest(manifest, ""),
      manifest.wageGrowthPerYear,
    );
    checkDrift(previous.manifest.name, previous, current, tally);
    if (tally.of("drift").checked === 0) {
      tally.explain("drift", "the previous extract has no month in common");
    }
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
    tally.findAll("readable", error.problems);
    return undefined;
  }
}
