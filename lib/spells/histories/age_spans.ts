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
 * The last month in which a person is in an age group.
 *
 * @param birthMonth Month of birth.
 * @param group Index in `AGE_GROUPS`.
 * @returns The month before the birthday that leads out of it.
 */
export function lastMonthInGroup(birthMonth: Month, group: number): Month {
  return birthMonth + 60 * (group + 4) - 1;
}

/**
 * Refuses a window that ends before it begins.
 *
 * @param window The window.
 * @throws {RangeError} Unless its first month is not after its last.
 */
export function checkWindow({ firstMonth, lastMonth }: CountWindow): void {
  if (firstMonth <= lastMonth) return;
  throw new RangeError(
    "Cannot count: a first month not after the last is wanted, got " +
      `${formatMonth(firstMonth)} and ${formatMonth(lastMonth)}`,
  );
}
