import {
  checkNumber,
  checkOptions,
  type ColumnsOf,
  rowsOf,
  valueInWords,
} from "@jkp/problem";
import { weightedMean } from "@jkp/numeric";
import { sumSimple } from "simple-statistics";
import { type SurvivalCurve, survivalCurveFromPoints } from "./curve.ts";

/** Persons of a stock who have been in it for so many completed months. */
export interface StockCount {
  readonly elapsedMonths: number;
  readonly members: number;
}

/** Most growth of an inflow a month: 0.1 makes three of one in a year. */
const MOST_GROWTH = 0.1;

/** How {@link elapsedStock} reads a stock. */
export interface ElapsedStockOptions {
  /**
   * Growth of the inflow a month, as a fraction from -0.1 to 0.1; 0 for a steady inflow.
   * @default {0}
   */
  readonly inflowGrowthPerMonth?: number;
}

/** What a stock tells of how long its members stay. */
export interface ElapsedStockResult {
  /** Survival by completed months, straight between them. */
  readonly curve: SurvivalCurve;
  /** Mean time elapsed in the stock, in months: not the mean of completed spells. */
  readonly meanElapsedMonths: number;
  /** Median time elapsed in the stock, in months. */
  readonly medianElapsedMonths: number;
  /** Months whose count rose and was evened out with its neighbours'. */
  readonly smoothedMonths: number;
  /** The conventions, in words. */
  readonly basis: string;
}

/**
 * Survival from the time that the members of a stock have been in it.
 *
 * Under a steady inflow, the members of the stock who entered d months ago number the
 * inflow times the probability of staying d months: S(d) = n(d) / n(0). The report's shares
 * of inactive contributors "still inactive" after so many months can be read in this way
 * from their months since the last contribution. Where counts rise with d, which no
 * survival function allows, neighbouring months are pooled.
 *
 * @param counted Counts for 0, 1, 2 … completed months without gaps: a record each, or
 * columns.
 * @param options Growth of the inflow.
 * @returns The curve, and mean and median of the elapsed time.
 * @throws {RangeError} If months are missing, counts are negative, nobody has just entered,
 * or the growth is none of a month.
 * @see ILO (2021), section 1.2.3, figure 1.17. For the pooling: Ayer et al. (1955), An
 * empirical distribution function for sampling with incomplete information, Ann. Math.
 * Stat. 26.
 *
 * @example A stock that loses a tenth of each month's entrants a month
 * ```ts
 * import { elapsedStock, survivalAt } from "@jkp/survival";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const stock = Array.from({ length: 24 }, (_, month) => ({
 *   elapsedMonths: month,
 *   members: 1000 * 0.9 ** month,
 * }));
 * assertAlmostEquals(survivalAt(elapsedStock(stock).curve, 6), 0.9 ** 6);
 * ```
 */
export function elapsedStock(
  counted: readonly StockCount[] | ColumnsOf<StockCount>,
  options: ElapsedStockOptions = {},
): ElapsedStockResult {
  const stock = rowsOf(
    "read a stock",
    "a list of { elapsedMonths, members }, or these as columns,",
    counted,
    ["elapsedMonths", "members"],
  );
  checkOptions("read a stock", options, ["inflowGrowthPerMonth"]);
  const { inflowGrowthPerMonth = 0 } = options;
  checkNumber(
    "read a stock",
    `a fraction a month from -${MOST_GROWTH} to ${MOST_GROWTH} as inflowGrowthPerMonth`,
    inflowGrowthPerMonth,
    (value) => Math.abs(value) <= MOST_GROWTH,
  );
  const counts = stock.map(({ elapsedMonths, members }, i) => {
    if (elapsedMonths !== i || !(Number.isFinite(members) && members >= 0)) {
      throw new RangeError(
        `Cannot read a stock: a count of 0 or more for month ${i} is wanted, got ` +
          `${valueInWords(members)} for month ${valueInWords(elapsedMonths)}`,
      );
    }
    return members;
  });
  if (!tellsSurvival(stock)) {
    throw new RangeError(
      "Cannot read a stock: two or more months with entrants in the first are wanted, " +
        `got ${counts.length} months with ${counts[0] ?? 0}`,
    );
  }
  const inflowUndone = counts.map((count, month) =>
    count * (1 + inflowGrowthPerMonth) ** month
  );
  const evened = poolRises(inflowUndone);
  const smoothedMonths = evened.filter((value, i) => value !== inflowUndone[i]).length;
  const points = evened.map((value, month) => ({
    time: month,
    survival: value / evened[0]!,
  }));
  const total = sumSimple(counts);
  const mean = weightedMean(counts.map((_, month) => month + 0.5), counts);
  const inflow = inflowGrowthPerMonth === 0
    ? "steady inflow"
    : `inflow growing ${100 * inflowGrowthPerMonth} % a month`;
  return {
    curve: survivalCurveFromPoints(points, "linear"),
    meanElapsedMonths: mean,
    medianElapsedMonths: medianElapsed(counts, total),
    smoothedMonths,
    basis: `elapsed durations of a stock under ${inflow}, ${counts.length} months; ` +
      `${smoothedMonths} months evened out; straight between months`,
  };
}

/**
 * Whether a stock tells how long its members stay: it has two or more months, and entrants
 * in the first, of whom the others are the rest.
 *
 * @param stock Counts for 0, 1, 2 … completed months.
 * @returns Whether {@link elapsedStock} can read it.
 *
 * @example Nobody has just entered
 * ```ts
 * import { tellsSurvival } from "@jkp/survival";
 * import { assertEquals } from "@std/assert";
 *
 * const after = { elapsedMonths: 1, members: 90 };
 * assertEquals(tellsSurvival([{ elapsedMonths: 0, members: 100 }, after]), true);
 * assertEquals(tellsSurvival([{ elapsedMonths: 0, members: 0 }, after]), false);
 * ```
 */
export function tellsSurvival(stock: readonly StockCount[]): boolean {
  return stock.length > 1 && stock[0]!.members > 0;
}

/** Middle of the stock, members spread evenly over each month. */
function medianElapsed(counts: readonly number[], total: number): number {
  let [month, below] = [0, 0];
  while (below + counts[month]! < total / 2) below += counts[month++]!;
  return month + (total / 2 - below) / counts[month]!;
}

/** Pools adjacent values that rise, so that the result never does. */
function poolRises(values: readonly number[]): number[] {
  const pools: { sum: number; size: number }[] = [];
  for (const value of values) {
    pools.push({ sum: value, size: 1 });
    while (pools.length > 1) {
      const [left, right] = [pools.at(-2)!, pools.at(-1)!];
      if (left.sum / left.size >= right.sum / right.size) break;
      pools.splice(-2, 2, { sum: left.sum + right.sum, size: left.size + right.size });
    }
  }
  return pools.flatMap(({ sum, size }) => Array.from({ length: size }, () => sum / size));
}
