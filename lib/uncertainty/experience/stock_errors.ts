import type { StatisticsExtract } from "@jkp/extract";
import { elapsedStock, survivalAt } from "@jkp/survival";

/** Months of a stock that were pooled, or one alone. */
export interface StockBlock {
  readonly firstMonth: number;
  readonly lastMonth: number;
  /** Persons over all its months. */
  readonly members: number;
}

/** Survival after so many months, with its error. */
export interface SurvivalError {
  readonly month: number;
  readonly survival: number;
  readonly standardError: number;
}

/** Errors of the survival that a stock tells. */
export interface StockErrors {
  readonly blocks: readonly StockBlock[];
  /** Variance of a month's count as a multiple of its mean. */
  readonly dispersion: number;
  /** Records of those who were active in the month before. */
  readonly entrantRecords: number;
  readonly points: readonly SurvivalError[];
}

/**
 * Errors of survival read from a stock: S(d) = n(d) / n(0), whose counts are independent
 * Poisson with dispersion, each block of pooled months as one.
 *
 * @param inactive Counts by completed months, of which {@link elapsedStock} finds a curve.
 */
export function stockErrors(
  inactive: StatisticsExtract["inactive"],
): StockErrors {
  const counts = inactive.map(({ members }) => members);
  const { curve } = elapsedStock(inactive.map((row) => ({
    elapsedMonths: row.monthsSinceLastContribution,
    members: row.members,
  })));
  const blocks: StockBlock[] = [];
  let first = 0;
  for (let month = 0; month < counts.length; month++) {
    const isLast = month + 1 === counts.length ||
      survivalAt(curve, month + 1) < survivalAt(curve, month);
    if (!isLast) continue;
    const members = counts.slice(first, month + 1).reduce((a, b) => a + b);
    blocks.push({ firstMonth: first, lastMonth: month, members });
    first = month + 1;
  }
  const persons = counts.reduce((a, b) => a + b);
  const records = inactive.map((row) => row.records ?? row.members)
    .reduce((a, b) => a + b);
  const dispersion = Math.max(persons / records, pearson(counts, blocks));
  const { members } = blocks[0]!;
  return {
    blocks,
    dispersion,
    entrantRecords: members / (blocks[0]!.lastMonth + 1) * records / persons,
    points: blocks.flatMap((block, i) =>
      Array.from({ length: block.lastMonth - block.firstMonth + 1 }, (_, k) => {
        const month = block.firstMonth + k;
        const survival = survivalAt(curve, month);
        const variance = i === 0 || block.members === 0
          ? 0
          : dispersion * (1 / block.members + 1 / members);
        return {
          month,
          survival,
          standardError: survival * Math.sqrt(variance),
        };
      })
    ),
  };
}

/** Pearson's chi-square of months around their block's mean by degree of freedom. */
function pearson(
  counts: readonly number[],
  blocks: readonly StockBlock[],
): number {
  let [chiSquare, freedom] = [0, 0];
  for (const { firstMonth, lastMonth, members } of blocks) {
    const length = lastMonth - firstMonth + 1;
    const mean = members / length;
    if (length === 1 || mean === 0) continue;
    freedom += length - 1;
    for (let month = firstMonth; month <= lastMonth; month++) {
      chiSquare += (counts[month]! - mean) ** 2 / mean;
    }
  }
  return freedom === 0 ? 1 : chiSquare / freedom;
}
