import { AGE_GROUPS, SEXES, type StatisticsExtract } from "@jkp/extract";
import type { Month } from "@jkp/month";

/** First and last month of age that the groups cover: 15 and 69 completed years. */
export const YOUNGEST = 12 * 15;
export const OLDEST = 12 * 70 - 1;

/** Months of age that the groups cover. */
export const AGES = OLDEST - YOUNGEST + 1;

/** Months of age in one group. */
export const AGES_PER_GROUP = AGES / AGE_GROUPS.length;

/** Longest time from the last contribution to the claim, in months. */
export const LONGEST_LAG = 3;

/** The months and cohorts that a synthetic register is about. */
export interface SynthesisWindow {
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  /** Number of months from the first to the last. */
  readonly months: number;
  /** Number of months elapsed that the inactive stock is given for, from 0. */
  readonly elapsedMonths: number;
  /** First month after which a member of the register left. */
  readonly firstExit: Month;
  /** First month of birth. */
  readonly firstBirth: Month;
  /** Number of months of birth. */
  readonly births: number;
  /** Number of cohorts: months of birth of men, then of women. */
  readonly cohorts: number;
}

/**
 * The months of a register made from an extract, and the months of birth of all who can
 * be in it.
 */
export function synthesisWindow(extract: StatisticsExtract): SynthesisWindow {
  const { firstMonth, lastMonth } = extract.manifest;
  const elapsedMonths = extract.inactive.reduce(
    (most, row) => Math.max(most, row.monthsSinceLastContribution + 1),
    0,
  );
  const firstExit = Math.min(lastMonth - elapsedMonths, firstMonth - LONGEST_LAG);
  const firstBirth = firstExit - OLDEST;
  const births = lastMonth - YOUNGEST - firstBirth + 1;
  return {
    firstMonth,
    lastMonth,
    months: lastMonth - firstMonth + 1,
    elapsedMonths,
    firstExit,
    firstBirth,
    births,
    cohorts: SEXES.length * births,
  };
}
