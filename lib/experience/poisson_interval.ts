import { findRoot, incompleteGamma } from "@jkp/numeric";
import { valueInWords } from "@jkp/problem";

/** Ends of a confidence interval. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The exact confidence interval of a Poisson mean (Garwood).
 *
 * The lower end is the mean under which so many claims or more have half the error
 * probability, the upper end that under which so many or fewer have it.
 *
 * @param count Claims counted, 0 or more; a count divided by its dispersion need not be
 * whole.
 * @param level Coverage, between 0 and 1.
 * @returns Lower and upper end of expected claims.
 * @throws {RangeError} If the count is below 0 or the level not between 0 and 1.
 * @see Garwood (1936), Fiducial limits for the Poisson distribution, Biometrika 28.
 *
 * @example Ten claims
 * ```ts
 * import { poissonInterval } from "@jkp/experience";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { lower, upper } = poissonInterval(10);
 * assertAlmostEquals(lower, 4.795, 0.001);
 * assertAlmostEquals(upper, 18.39, 0.001);
 * // No claims, and one side alone: the rule of three.
 * assertAlmostEquals(poissonInterval(0, 0.9).upper, 3.0, 0.005);
 * ```
 */
export function poissonInterval(count: number, level = 0.95): Interval {
  if (
    !(Number.isFinite(count) && count >= 0) ||
    !(Number.isFinite(level) && level > 0 && level < 1)
  ) {
    throw new RangeError(
      "Cannot find a Poisson interval: a count of 0 or more and a level between 0 and " +
        `1 are wanted, got ${valueInWords(count)} and ${valueInWords(level)}`,
    );
  }
  const tail = (1 - level) / 2;
  const moreThan = (mean: number) => incompleteGamma(count, mean).lower - tail;
  const atMost = (mean: number) => incompleteGamma(count + 1, mean).upper - tail;
  let highest = count + 2;
  while (atMost(highest) >= 0) highest += 4 + 2 * Math.sqrt(count);
  const purpose = `the Poisson interval of ${count}`;
  return {
    lower: count === 0 ? 0 : findRoot(moreThan, { lower: 0, upper: count, purpose }).root,
    upper: findRoot(atMost, { lower: count, upper: highest, purpose }).root,
  };
}
