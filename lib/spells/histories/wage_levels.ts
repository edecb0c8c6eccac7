import { formatMonth, type Month } from "@jkp/month";

/** Months that a 16-bit column can hold. */
const MONTHS = 2 ** 15;

/**
 * A wage index, on any base, that computes the level of each month only once.
 * @throws {RangeError} When asked for a month whose index is not a positive number.
 */
export function wageLevels(
  wageIndex: (month: Month) => number,
): (month: Month) => number {
  const levels = new Float64Array(MONTHS);
  return (month) => {
    const known = levels[month]!;
    if (known > 0) return known;
    const level = wageIndex(month);
    if (!(level > 0 && level < Infinity)) {
      throw new RangeError(
        `Cannot index wages: a positive index is wanted for ${formatMonth(month)}, ` +
          `got ${level}`,
      );
    }
    return levels[month] = level;
  };
}
