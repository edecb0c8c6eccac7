import type { Month } from "@jkp/month";
import { NO_MONTH, type SpellColumns } from "../spell_columns.ts";

/** Months without contribution for which former contributors are counted. */
export const INACTIVE_MONTHS = 60;

/**
 * How many months the member of a row has been without contribution at the end of a month,
 * by the latest spell; `undefined` for a contributor, for whom a claim has taken out, and
 * from the sixtieth month on.
 */
export function monthsInStock(
  { claimMonth, lastMonth, member }: SpellColumns,
  row: number,
  atEndOf: Month,
): number | undefined {
  const isLatest = row + 1 === member.length || member[row] !== member[row + 1];
  const claim = claimMonth[row]!;
  const elapsed = atEndOf - lastMonth[row]! - 1;
  const isOpen = claim === NO_MONTH || claim > atEndOf;
  const isInStock = isLatest && isOpen && elapsed >= 0 && elapsed < INACTIVE_MONTHS;
  return isInStock ? elapsed : undefined;
}
