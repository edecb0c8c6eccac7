/** Records from which a mean is shown with three significant digits. */
const RECORDS_OF_THREE_DIGITS = 100;

/**
 * A mean for publication: three significant digits, two if fewer than 100 records are
 * behind it. So the sum stays open by a tenth of the mean at least, and what one record
 * more adds to it by twice that.
 *
 * @param mean The mean.
 * @param records Rows of the register behind it.
 * @returns The mean, rounded; 0 of nobody.
 *
 * @example A mean wage of many, and of a few
 * ```ts
 * import { roundedMean } from "@jkp/extract";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(roundedMean(4_512_672, 15_833_952), 4_510_000);
 * assertEquals(roundedMean(4_512_672, 12), 4_500_000);
 * ```
 */
export function roundedMean(mean: number, records: number): number {
  return Number(mean.toPrecision(records < RECORDS_OF_THREE_DIGITS ? 2 : 3));
}
