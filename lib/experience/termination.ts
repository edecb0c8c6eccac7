import { checkArgument, checkOptions, checkWordList } from "@jkp/problem";
import type {
  ActiveRow,
  AgeGroup,
  Sex,
  StatisticsExtract,
  TerminationReason,
  WithdrawalRow,
} from "@jkp/extract";
import { checkMonth, formatMonth, type Month } from "@jkp/month";

/** A characteristic by which terminations and exposure can be split. */
export type TerminationSplit = typeof TERMINATION_SPLITS[number];

/** By what terminations can be split. */
export const TERMINATION_SPLITS = ["month", "sex", "ageGroup", "reason"] as const;

/** Where and how {@link terminationRates} looks. */
export interface TerminationOptions {
  /**
   * First month of the study.
   * @default the extract's first month
   */
  readonly firstMonth?: Month;
  /**
   * Last month of the study.
   * @default the extract's last month
   */
  readonly lastMonth?: Month;
  /**
   * Characteristics to split by.
   * @default none: one rate for all
   */
  readonly by?: readonly TerminationSplit[];
}

/**
 * A group of members or claims; a characteristic that is left out takes all its values.
 */
export interface TerminationGroup {
  readonly month?: Month;
  readonly sex?: Sex;
  readonly ageGroup?: AgeGroup;
  readonly reason?: TerminationReason;
}

/** Terminations, exposure and their ratio in one group of members. */
export interface TerminationRate extends TerminationGroup {
  /** Layoff and resignation claims. */
  readonly claims: number;
  /** Member-months of exposure. */
  readonly exposureMonths: number;
  /** Central rate: claims per member and month. */
  readonly ratePerMonth: number;
}

/** Termination rates with the conventions they were found under. */
export interface TerminationStudy {
  readonly rates: readonly TerminationRate[];
  /** The conventions, in words. */
  readonly basis: string;
}

/**
 * Central termination rates: JHT claims for layoff or resignation per member-month.
 * {@link terminationStudy} has their intervals.
 *
 * @param extract The extract.
 * @param options Study window and split.
 * @returns One rate a group, in the order of the extract's rows. Splitting by reason
 * splits the claims; the exposure of each reason is that of all members.
 * @throws {RangeError} If no member was exposed in the window.
 * @see ILO (2021), sections 1.2.3 and 3.2.3.
 *
 * @example The report's rate for 2018–19: 161 300 terminations among 14 999 100 members
 * ```ts
 * import { terminationRates } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { monthOf } from "@jkp/month";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { rates } = terminationRates(await readShippedExtract(), {
 *   firstMonth: monthOf(2018, 1),
 * });
 * assertAlmostEquals(rates[0]!.ratePerMonth, 161_300 / 14_999_100, 1e-6);
 * ```
 */
export function terminationRates(
  extract: StatisticsExtract,
  options: TerminationOptions = {},
): TerminationStudy {
  const doing = "find termination rates";
  checkArgument(doing, "an extract, as readStatisticsExtract reads it,", extract, [
    "manifest",
    "active",
  ]);
  checkOptions(doing, options, ["firstMonth", "lastMonth", "by"]);
  const {
    firstMonth = extract.manifest.firstMonth,
    lastMonth = extract.manifest.lastMonth,
    by = [],
  } = options;
  checkWordList(doing, "by", by, TERMINATION_SPLITS);
  checkMonth(doing, "firstMonth", firstMonth);
  checkMonth(doing, "lastMonth", lastMonth);
  const isInWindow = (row: { readonly month: Month }) =>
    row.month >= firstMonth && row.month <= lastMonth;
  const exposureKeys = by.filter((split) => split !== "reason");

  const exposure = new Map<string, number>();
  for (const row of extract.active.filter(isInWindow)) {
    const key = groupKey(row, exposureKeys);
    exposure.set(key, (exposure.get(key) ?? 0) + row.members);
  }
  const claims = new Map<string, { claims: number; row: WithdrawalRow }>();
  for (const row of extract.withdrawals.filter(isInWindow)) {
    const key = groupKey(row, by);
    claims.set(key, { claims: (claims.get(key)?.claims ?? 0) + row.claims, row });
  }
  if (exposure.size === 0) {
    throw new RangeError(
      "Cannot find termination rates: members exposed between " +
        `${formatMonth(firstMonth)} and ${formatMonth(lastMonth)} are wanted, got none`,
    );
  }
  const rates = [...claims.values()].map(({ claims, row }): TerminationRate => {
    const exposureMonths = exposure.get(groupKey(row, exposureKeys)) ?? 0;
    const group = Object.fromEntries(by.map((split) => [split, row[split]]));
    return {
      ...group,
      claims,
      exposureMonths,
      ratePerMonth: claims / exposureMonths,
    };
  });
  return {
    rates,
    basis: "JHT claims for layoff or resignation per member-month, members counted in " +
      "each month they contributed; " +
      `${formatMonth(firstMonth)} to ${formatMonth(lastMonth)}`,
  };
}

function groupKey(
  row: ActiveRow | WithdrawalRow,
  by: readonly TerminationSplit[],
): string {
  return by.map((split) => String((row as WithdrawalRow)[split])).join("|");
}
