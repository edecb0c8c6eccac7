import type { Month } from "@jkp/month";
import type { AgeGroup, Sex, TerminationReason } from "./vocabulary.ts";
import type { ExtractManifest, StatisticsManifest } from "./extract_manifest.ts";

/** Months of service that `service.csv` counts members from. */
export const SERVICE_MONTHS = [3, 6, 12, 24] as const;

/** Members who contributed in a month (`active.csv`). */
export interface ActiveRow {
  readonly month: Month;
  readonly sex: Sex;
  readonly ageGroup: AgeGroup;
  /** Persons, to the millionth: a row of a sample may stand for a part of one. */
  readonly members: number;
  /**
   * Rows of the register behind them, whatever their weights; not given where each person
   * is one.
   */
  readonly records?: number;
  /** Mean monthly wage in rupiah, before any ceiling; 0 without members. */
  readonly meanWageIdr: number;
}

/** Claims that closed a membership in a month (`withdrawals.csv`). */
export interface WithdrawalRow {
  readonly month: Month;
  readonly sex: Sex;
  readonly ageGroup: AgeGroup;
  readonly reason: TerminationReason;
  /** Claims, one a person. */
  readonly claims: number;
  /** Rows of the register behind them, as of {@link ActiveRow}. */
  readonly records?: number;
  /** Mean last monthly wage in rupiah, before any ceiling; 0 without claims. */
  readonly meanWageIdr: number;
}

/** Continuous service of active members (`service.csv`). */
export interface ServiceRow {
  readonly month: Month;
  readonly sex: Sex;
  readonly ageGroup: AgeGroup;
  /** Months of service reached within the last 24 months. */
  readonly monthsAtLeast: number;
  /** Fraction of the active members with at least that service. */
  readonly share: number;
  /** Rows of the register with that service, as of {@link ActiveRow}. */
  readonly records?: number;
}

/** Former contributors by time since their last contribution (`inactive.csv`). */
export interface InactiveRow {
  /** Completed months, from 0. */
  readonly monthsSinceLastContribution: number;
  /** Persons. */
  readonly members: number;
  /** Rows of the register behind them, as of {@link ActiveRow}. */
  readonly records?: number;
}

/** The statistics form of an extract: what the ILO received; everything reads it. */
export interface StatisticsExtract {
  readonly manifest: StatisticsManifest;
  readonly active: readonly ActiveRow[];
  readonly withdrawals: readonly WithdrawalRow[];
  readonly service: readonly ServiceRow[];
  readonly inactive: readonly InactiveRow[];
}

/**
 * Whether an extract holds the months in which service is looked for.
 *
 * @param manifest What the extract says of itself.
 * @param month The month of which the members are.
 * @param months Months of service before it.
 * @returns Whether the first of them is not before `historyFrom`, if there is one.
 *
 * @example Contributions from January 2016 on: 12 months of service from January 2017
 * ```ts
 * import { isServiceSeen } from "@jkp/extract";
 * import { monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const manifest = { historyFrom: monthOf(2016, 1) };
 * const months = [monthOf(2016, 12), monthOf(2017, 1)];
 * const areSeen = months.map((month) => isServiceSeen(manifest, month, 12));
 * assertEquals(areSeen, [false, true]);
 * ```
 */
export function isServiceSeen(
  { historyFrom }: Pick<ExtractManifest, "historyFrom">,
  month: Month,
  months: number,
): boolean {
  return historyFrom === undefined || month - months >= historyFrom;
}
