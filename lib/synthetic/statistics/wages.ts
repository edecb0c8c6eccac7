import { weightedMean } from "@jkp/numeric";
import type { ByAge } from "./targets.ts";
import { MONTHS } from "./window.ts";

/** Growth of nominal wages a year over the window. */
const WAGE_GROWTH = 0.075;

/** Level of wages in each month of the window, up to a factor. */
const LEVELS = MONTHS.map((month) => (1 + WAGE_GROWTH) ** ((month - MONTHS[0]!) / 12));

/**
 * Mean wages in whole rupiah a month, by month and age group, that average to given means
 * over 2019; 0 where there is nobody. Wages grow evenly, and each age group keeps its
 * place.
 */
export function synthesizeWages(counts: readonly ByAge[], means2019: ByAge): number[][] {
  const scales = means2019.map((mean, a) =>
    mean / weightedMean(LEVELS.slice(-12), counts.slice(-12).map((ages) => ages[a]!))
  );
  return counts.map((ages, t) =>
    ages.map((count, a) => count === 0 ? 0 : Math.round(LEVELS[t]! * scales[a]!))
  );
}
