import type { StatisticsExtract } from "@jkp/extract";
import { DataError, type Problem } from "@jkp/problem";
import { join } from "node:path";
import { toStatistics } from "../count/to_statistics.ts";
import { StatisticsCounts } from "../count/statistics_counts.ts";
import {
  CONTROL_TOTALS_FILE,
  openSpellFolder,
  type SpellFolder,
} from "../folder/spell_folder.ts";
import { statisticsManifest } from "../folder/statistics_manifest.ts";
import { checkChecksums } from "./checksums.ts";
import {
  checkControlTotals,
  type ControlTotal,
  readControlTotals,
} from "./control_totals.ts";
import { checkDrift } from "./drift.ts";
import type { FindingSink, RuleName } from "./finding.ts";
import { PersonCounts } from "./person_counts.ts";
import { type QualityReport, qualityReport } from "./quality_report.ts";
import { readRegister, type RowsSeen, withoutErrors } from "./read_register.ts";
import { PLAUSIBLE_WAGE_IDR, type RowLimits } from "./row_rules.ts";
import { Tally } from "./tally.ts";

/** What to compare an extract with, and how to follow the check. */
export interface CheckOptions {
  /** An earlier extract, to see what has moved. */
  readonly previous?: StatisticsExtract;
  /**
   * Bounds of a plausible wage, in rupiah a month.
   * @default PLAUSIBLE_WAGE_IDR
   */
  readonly plausibleWageIdr?: RowLimits["plausibleWageIdr"];
  /** Called as rows are read. */
  readonly rowsSeen?: RowsSeen;
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
  const reasons: { [rule in RuleName]?: string | undefined } = {};
  const folder = await openOrReport(path, tally);
  if (folder === undefined) return qualityReport(0, 0, tally, reasons);
  tally.checked("readable", folder.files.length);
  await checkChecksums(folder, tally);
  if (tally.of("checksums").checked === 0) {
    reasons.checksums = "the manifest states none";
  }
  const { manifest } = folder;
  const totals = await controlTotalsOf(folder, tally);
  const persons = new PersonCounts(manifest.firstMonth, manifest.lastMonth);
  const statistics = new StatisticsCounts(manifest);
  const { lastMonth, extractMonth } = manifest;
  const { plausibleWageIdr = PLAUSIBLE_WAGE_IDR, previous, rowsSeen } = options;
  const limits = { lastMonth, extractMonth, plausibleWageIdr };
  const { rows, members } = await readRegister(folder, limits, tally, {
    rowsSeen,
    partRead: (part) => {
      if (totals !== undefined) persons.add(part);
      if (previous !== undefined) statistics.add(withoutErrors(part));
    },
  });
  persons.rows = rows;
  if (totals === undefined) {
    reasons.control_totals = `there is no ${CONTROL_TOTALS_FILE}`;
  } else {
    checkControlTotals(join(path, CONTROL_TOTALS_FILE), totals, persons, tally);
  }
  if (previous === undefined) {
    reasons.drift = "no previous extract was given";
  } else {
    const current = toStatistics(
      statistics,
      statisticsManifest(manifest, ""),
      manifest.wageGrowthPerYear,
    );
    checkDrift(previous.manifest.name, previous, current, tally);
    if (tally.of("drift").checked === 0) {
      reasons.drift = "the previous extract has no month in common";
    }
  }
  return qualityReport(rows, members, tally, reasons);
}

async function openOrReport(
  path: string,
  tally: Tally,
): Promise<SpellFolder | undefined> {
  try {
    return await openSpellFolder(path);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    tally.checked("readable", 1);
    reportProblems(error.problems, "readable", tally);
    return undefined;
  }
}

function reportProblems(
  problems: readonly Problem[],
  rule: RuleName,
  tally: Tally,
): void {
  for (const { file, place, expected, received } of problems) {
    tally.find(rule, {
      file,
      ...(place === undefined ? {} : { column: place }),
      ...(received === undefined ? {} : { value: received }),
      expected,
    });
  }
}

/** The folder's control totals; `undefined` where it has none. */
async function controlTotalsOf(
  folder: SpellFolder,
  tally: Tally,
): Promise<ControlTotal[] | undefined> {
  const file = join(folder.path, CONTROL_TOTALS_FILE);
  if (!await Deno.stat(file).then(() => true, () => false)) return undefined;
  try {
    return await readControlTotals(file);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    reportProblems(error.problems, "control_totals", tally);
    return [];
  }
}
