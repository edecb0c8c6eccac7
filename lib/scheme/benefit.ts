/**
 * Average monthly earnings (AME): the mean of the months before each month.
 *
 * @param earningsIdr Insurable earnings in rupiah, one value a month.
 * @param months How many months before the claim are averaged.
 * @param into Where the means are written, an array of its own by default.
 * @returns The mean for a claim in each month; over the months there are at the start,
 * and the month's own earnings for the first.
 * @throws {RangeError} If the number of months is no whole number from 1.
 * @see ILO (2021), Table 3.1: average earnings over the 6 months prior to claim.
 *
 * @example The mean of the two months before
 * ```ts
 * import { averageMonthlyEarnings } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const earningsIdr = Float64Array.of(4_000_000, 4_200_000, 4_400_000, 4_400_000);
 * assertEquals(
 *   [...averageMonthlyEarnings(earningsIdr, 2)],
 *   [4_000_000, 4_000_000, 4_100_000, 4_300_000],
 * );
 * ```
 */
export function averageMonthlyEarnings(
  earningsIdr: Float64Array,
  months: number,
  into: Float64Array = new Float64Array(earningsIdr.length),
): Float64Array {
  if (!Number.isInteger(months) || months < 1) {
    throw new RangeError(
      `Cannot average earnings: a whole number of months from 1 is wanted, got ${months}`,
    );
  }
  const { length } = earningsIdr;
  if (length > 0) into[0] = earningsIdr[0]!;
  for (let month = 1; month < length; month++) {
    const first = Math.max(0, month - months);
    let sum = 0;
    for (let i = first; i < month; i++) sum += earningsIdr[i]!;
    into[month] = sum / (month - first);
  }
  return into;
}
