/**
 * Average monthly earnings (AME): the mean of the months before each month.
 *
 * @param earningsIdr Insurable earnings in rupiah, one value a month.
 * @param months How many months before the claim are averaged.
 * @returns The mean for a claim in each month; over the months there are at the start,
 * and the month's own earnings for the first.
 * @throws {RangeError} If the number of months is no whole number from 1.
 * @see ILO (2021), Table 3.1: average earnings over the 6 months prior to claim.
 *
 * @example Two months
 * ```ts
 * import { averageMonthlyEarnings } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const average = averageMonthlyEarnings(Float64Array.of(10, 20, 40, 60), 2);
 * assertEquals([...average], [10, 10, 15, 30]);
 * ```
 */
export function averageMonthlyEarnings(
  earningsIdr: Float64Array,
  months: number,
): Float64Array {
  if (!Number.isInteger(months) || months < 1) {
    throw new RangeError(
      `Cannot average earnings: a whole number of months from 1 is wanted, got ${months}`,
    );
  }
  return earningsIdr.map((own, month) => {
    const before = earningsIdr.subarray(Math.max(0, month - months), month);
    return before.length === 0 ? own : before.reduce((a, b) => a + b) / before.length;
  });
}
