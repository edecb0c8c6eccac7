import { refuseMonthsOutside } from "@jkp/extract";
import type { Month } from "@jkp/month";
import type { Table } from "@jkp/exhibit";
import {
  ClaimDelayCounts,
  countRecords,
  EffectiveWeight,
  InactiveStock,
  InactivityCounts,
  LargestWageCounts,
  LeaverCounts,
  type LeaverKey,
  type ReadSpellsOptions,
  SeemingHistory,
  type ServiceRule,
  ServiceShares,
} from "@jkp/spells";
import { openRegister, readSpells } from "@jkp/spells/read";
import { inactivityStudy } from "./inactivity/inactivity_study.ts";
import type { InactivityReport } from "./inactivity/inactivity_tables.ts";
import { publishableInactivity } from "./inactivity/publishable_inactivity.ts";
import { serviceSuppression } from "./service/service_suppression.ts";
import { stockOrNull } from "./inactivity/time_out_of_work.ts";
import { serviceTables } from "./service/service_tables.ts";

/** What to study of inactivity. */
export interface InactivityFolderOptions {
  /**
   * What to group by: `sex`, `ageGroup`, `endReason`, or names of carried columns.
   * @default {[]}
   */
  readonly by?: readonly string[];
  /**
   * Months to report.
   * @default {[3, 6, 9, 12, 24, 36]}
   */
  readonly at?: readonly number[];
  /**
   * First month in which ends are seen.
   * @default the extract's first month
   */
  readonly observedFrom?: Month | undefined;
  /**
   * Last month of observation.
   * @default the extract's last month
   */
  readonly observedTo?: Month | undefined;
  /**
   * Whether only the first inactivity of each member counts.
   * @default {false}
   */
  readonly isFirstOnly?: boolean;
  /**
   * Whether claims are counted by month of the last contribution and delay as well.
   * @default {false}
   */
  readonly hasClaimDelays?: boolean;
  /**
   * Records that every number shown holds at least, for publication.
   * @default everything is shown
   */
  readonly publishedFrom?: number | undefined;
}

/** What to study of service. */
export interface ServiceFolderOptions {
  readonly rules: readonly ServiceRule[];
  /**
   * What to split leavers by.
   * @default {["reason", "sex"]}
   */
  readonly by?: readonly LeaverKey[];
  /**
   * Records that every number shown holds at least, for publication.
   * @default everything is shown
   */
  readonly publishedFrom?: number | undefined;
  /**
   * First month of leavers.
   * @default the extract's first month
   */
  readonly firstMonth?: Month | undefined;
  /**
   * Last month, as if the extract had been drawn then.
   * @default the extract's last month
   */
  readonly lastMonth?: Month | undefined;
}

/**
 * Studies how long the members of a member-level extract stay inactive.
 *
 * @param folder Its folder.
 * @param options What to study.
 * @param reading What to do with wrong rows, and how to follow the reading.
 * @returns The study, for `inactivityTables` and `inactivityFigure`.
 * @throws {DataError} If the extract cannot be read, or has errors.
 * @throws {RangeError} If months are asked for that the extract does not cover, or a column
 * is not there.
 *
 * @example
 * ```ts
 * import { SHIPPED_SPELLS_FOLDER } from "@jkp/spells/read";
 * import { studyInactivity } from "@jkp/study/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { study } = await studyInactivity(SHIPPED_SPELLS_FOLDER, { by: ["sex"] });
 * assertEquals(study.groups.map(({ group }) => group.sex), ["M", "F"]);
 * ```
 */
export async function studyInactivity(
  folder: string,
  options: InactivityFolderOptions = {},
  reading: ReadSpellsOptions = {},
): Promise<InactivityReport> {
  const { by = [], at = [3, 6, 9, 12, 24, 36], isFirstOnly = false } = options;
  const extract = await openRegister(folder);
  const { manifest } = extract;
  const {
    observedFrom = manifest.firstMonth,
    observedTo = manifest.lastMonth,
  } = options;
  refuseMonthsOutside("Cannot study inactivity", manifest, {
    firstMonth: observedFrom,
    lastMonth: observedTo,
  });
  const counting = { observedFrom, observedTo, by, isFirstOnly };
  const counts = new InactivityCounts(counting);
  const records = new InactivityCounts(counting);
  const weight = new EffectiveWeight();
  const { publishedFrom } = options;
  const isForPublication = publishedFrom !== undefined;
  const stock = new InactiveStock(observedTo);
  const seen = { ...manifest, lastMonth: observedTo };
  const delays = options.hasClaimDelays ? new ClaimDelayCounts(seen) : undefined;
  await readSpells(extract, [
    ...[weight, counts],
    ...(delays === undefined ? [] : [delays]),
    ...(isForPublication ? [countRecords(records)] : [stock]),
  ], { ...reading, lastMonth: observedTo });
  const study = inactivityStudy(counts.result(), { effectiveWeight: weight.value });
  const report = { study, manifest: seen, by, at, observedFrom, observedTo };
  return isForPublication
    ? publishableInactivity(report, records.result(), publishedFrom)
    : {
      ...report,
      stock: stockOrNull(stock.result()),
      ...(delays && { claimDelays: delays.result() }),
    };
}

/**
 * Studies who of a member-level extract would meet rules of service, and what leavers
 * earned.
 *
 * @param folder Its folder.
 * @param options Rules, and what to split by.
 * @param reading What to do with wrong rows, and how to follow the reading.
 * @returns Tables of members, of leavers, and of leavers' wages.
 * @throws {DataError} If the extract cannot be read, or has errors.
 * @throws {RangeError} If a rule contradicts itself, or months are asked for that the extract
 * does not cover.
 *
 * @example
 * ```ts
 * import { SHIPPED_SPELLS_FOLDER } from "@jkp/spells/read";
 * import { studyService } from "@jkp/study/read";
 * import { assertEquals } from "@std/assert";
 *
 * const rules = [{ months: 12, withinMonths: 24 }];
 * const [members] = await studyService(SHIPPED_SPELLS_FOLDER, { rules });
 * assertEquals(members!.rows[0]!.rule, "12 months in 24");
 * ```
 */
export async function studyService(
  folder: string,
  { rules, by = ["reason", "sex"], publishedFrom, ...asked }: ServiceFolderOptions,
  reading: ReadSpellsOptions = {},
): Promise<Table[]> {
  const extract = await openRegister(folder);
  const { firstMonth = extract.manifest.firstMonth } = asked;
  const { lastMonth = extract.manifest.lastMonth } = asked;
  refuseMonthsOutside("Cannot study service", extract.manifest, {
    firstMonth,
    lastMonth,
  });
  const manifest = { ...extract.manifest, firstMonth, lastMonth };
  const { wageGrowthPerYear, historyFrom } = manifest;
  const ofLast = { firstMonth: lastMonth, lastMonth, rules };
  const counting = {
    firstMonth,
    lastMonth,
    rules,
    historyFrom,
    // Of the last month, not of the year 0: from there it would grow past all numbers.
    wageIndex: (month: Month) => (1 + wageGrowthPerYear) ** ((month - lastMonth) / 12),
  };
  const shares = new ServiceShares({ firstMonth, lastMonth, rules });
  const leavers = new LeaverCounts(counting);
  const records = {
    shares: new ServiceShares(ofLast),
    leavers: new LeaverCounts(counting),
  };
  const largest = new LargestWageCounts(manifest);
  const seeming = new SeemingHistory();
  await readSpells(extract, [
    shares,
    leavers,
    ...(historyFrom === undefined ? [seeming] : []),
    ...(publishedFrom === undefined
      ? []
      : [countRecords(records.shares), countRecords(records.leavers), largest]),
  ], { ...reading, lastMonth });
  const counted = {
    shares: shares.result(),
    leavers: leavers.result(),
    unseenClaims: leavers.unseenClaims,
    caution: seeming.caution,
  };
  if (publishedFrom === undefined) return serviceTables(counted, by, manifest);
  const suppression = serviceSuppression(
    {
      shares: records.shares.result(),
      leavers: records.leavers.result(),
      weighted: counted.leavers,
      largest: largest.result(),
      firstMonth,
    },
    by,
    publishedFrom,
  );
  return serviceTables(counted, by, manifest, suppression);
}
