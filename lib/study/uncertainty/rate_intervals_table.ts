import { formatNumber, roundedPercent, type Table } from "@jkp/exhibit";
import { checkText, valueInWords } from "@jkp/problem";
import type { RateInterval } from "@jkp/uncertainty";

/** An interval, and by what draws it was found. */
export interface MethodInterval {
  /** For example "Bootstrap of members". */
  readonly method: string;
  readonly interval: RateInterval;
}

/**
 * How far a valuation's rates can be wrong by its experience, by several ways of drawing it.
 *
 * @param found One interval or more, of the same scheme.
 * @param source Where the figures come from.
 * @returns A row a method and rate: the rate, both ends, and the deviation of the draws.
 * @throws {RangeError} If there is no interval.
 *
 * @example Two ways to draw, one above the other
 * ```ts
 * import { rateIntervalsTable } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const end = (rate: number) => ({ rate, standardError: 0.0001 });
 * const rate = { rate: 0.0135, lower: end(0.012), upper: end(0.015), standardError: 0.001 };
 * const interval = {
 *   suggested: rate,
 *   minimum: rate,
 *   lastCostRate: rate,
 *   lastYear: 2030,
 *   level: 0.9,
 *   seed: 1,
 *   draws: 199,
 *   failed: 0,
 * };
 * const { rows } = rateIntervalsTable(
 *   [{ method: "Draws", interval }, { method: "Bootstrap", interval }],
 *   "by hand",
 * );
 * assertEquals(rows.length, 6);
 * assertEquals((rows[0]!.upper as number).toFixed(2), "1.50");
 * ```
 */
export function rateIntervalsTable(
  found: readonly MethodInterval[],
  source: string,
): Table {
  const doing = "show how far rates can be wrong";
  if (!Array.isArray(found) || found.length === 0) {
    throw new RangeError(
      `Cannot ${doing}: one interval or more is wanted, got ${valueInWords(found)}`,
    );
  }
  checkText(doing, "where the figures come from, as source", source);
  const percent = { unit: "%", decimals: 3 } as const;
  return {
    id: "experience_intervals",
    number: "",
    title: "Rates as far as the experience can be wrong",
    columns: [
      { key: "method", title: "By" },
      { key: "rate", title: "Rate" },
      { key: "value", title: "As valued", ...percent },
      { key: "lower", title: "Lower end", ...percent },
      { key: "lowerError", title: "±", decimals: 4 },
      { key: "upper", title: "Upper end", ...percent },
      { key: "upperError", title: "±", decimals: 4 },
      { key: "deviation", title: "Deviation of draws", ...percent },
    ],
    rows: found.flatMap(({ method, interval }: MethodInterval) =>
      ([
        ["Suggested", interval.suggested],
        ["Minimum", interval.minimum],
        [`Cost in ${interval.lastYear}`, interval.lastCostRate],
      ] as const).map(([rate, { rate: value, lower, upper, standardError }]) => ({
        method,
        rate,
        value: 100 * value,
        lower: 100 * lower.rate,
        lowerError: 100 * lower.standardError,
        upper: 100 * upper.rate,
        upperError: 100 * upper.standardError,
        deviation: 100 * standardError,
      }))
    ),
    notes: [
      "Per cent of insurable earnings. ±: standard error of an end, from the number of draws.",
      ...found.map((
        { method, interval: { draws, failed, level, seed } }: MethodInterval,
      ) =>
        `${method}: ${formatNumber(draws, 0)} draws, ${
          formatNumber(failed, 0)
        } of them left out since they cannot be valued; ${
          roundedPercent(level, 2)
        } % interval; seed ${seed}.`
      ),
      "Where the time out of work is read from the stock of those out of work, draws smooth " +
      "that stock, and the rate as valued does not: with few records it need not lie in the " +
      "middle of its interval.",
      "Leavers' wages are means of sexes, ages and reasons, some with few claims: what a " +
      "bootstrap of members does not show of their error is drawn beside it.",
      "What moves all members together, such as a month of many layoffs, is not in a " +
      "bootstrap of members.",
    ],
    source,
  };
}
