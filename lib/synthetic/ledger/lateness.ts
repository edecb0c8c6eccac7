import type { Month } from "@jkp/month";
import { evenHash, HASHED } from "./even_hash.ts";

/**
 * Fractions of an employer's months that are paid in the month itself, one month later, and
 * so on: contributions are due by the 15th of the month after. Invented.
 * @see Government Regulation 46/2015 on JHT, article 20, for when they are due.
 */
export const PAID_AFTER = [
  0.20,
  0.56,
  0.10,
  0.05,
  0.03,
  0.02,
  0.02,
  0.01,
  0.005,
  0.005,
] as const;

/** Share of four-month blocks that an employer pays together after their last month. */
export const IN_ARREARS = 0.02;

/** Months that arrears are paid for together, at most. */
export const MONTHS_IN_ARREARS = 4;

/** Months after its last month of contributions at which all of a ledger is paid. */
export const ALL_PAID_AFTER = 12;

/** Month in which an employer pays for a month, or for arrears that end with it. */
export function paidMonth(seed: number, employer: number, month: Month): Month {
  let left = evenHash(seed, HASHED.late, employer, month);
  for (let delay = 0; delay < PAID_AFTER.length - 1; delay++) {
    left -= PAID_AFTER[delay]!;
    if (left < 0) return month + delay;
  }
  return month + PAID_AFTER.length - 1;
}

/** Last month of those that an employer pays together with a month: mostly itself. */
export function arrearsUntil(seed: number, employer: number, month: Month): Month {
  const block = Math.floor(month / MONTHS_IN_ARREARS);
  const isLate = evenHash(seed, HASHED.arrears, employer, block) < IN_ARREARS;
  return isLate ? MONTHS_IN_ARREARS * (block + 1) - 1 : month;
}

/**
 * Fraction of contributions that are paid within so many months after their own, of members
 * who pay in all months: the delay that a ledger is made with.
 */
export function paidWithin(months: number): number {
  const within = (delay: number) =>
    PAID_AFTER.slice(0, Math.max(0, delay + 1)).reduce((sum, each) => sum + each, 0);
  const ofArrears = Array.from(
    { length: MONTHS_IN_ARREARS },
    (_, waited) => within(months - waited),
  ).reduce((sum, each) => sum + each, 0) / MONTHS_IN_ARREARS;
  return (1 - IN_ARREARS) * within(months) + IN_ARREARS * ofArrears;
}
