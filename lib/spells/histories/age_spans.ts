import { AGE_GROUPS } from "@jkp/extract";
import { formatMonth, type Month } from "@jkp/month";

/** Youngest age of the first group and oldest of the last one, in completed months. */
export const AGES = { first: 12 * 15, last: 12 * (15 + 5 * AGE_GROUPS.length) - 1 };

/** Months that are counted, both included. */
export interface CountWindow {
  readonly firstMonth: Month;
  readonly lastMonth: Month;
}

/**
 * The last month that a person spends in an age group: the one before the birthday that
 * ends it.
 */
export function lastMonthInGroup(birthMonth: Month, group: number): Month {
  return birthMonth + 60 * (group + 4) - 1;
}

/**
 * Refuses a window that ends before it begins.
 * @throws {RangeError} If its first month lies after its last.
 */
export function checkWindow({ firstMonth, lastMonth }: CountWindow): void {
  if (firstMonth <= lastMonth) return;
  throw new RangeError(
    "Cannot count: a first month not after the last is wanted, got " +
      `${formatMonth(firstMonth)} and ${formatMonth(lastMonth)}`,
  );
}
