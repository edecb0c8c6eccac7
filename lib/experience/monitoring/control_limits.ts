import { findRoot, incompleteGamma } from "@jkp/numeric";
import { checkNumber, checkOptions } from "@jkp/problem";
import type { Interval } from "../poisson_interval.ts";

/**
 * Coverage of control limits where none is stated: that of three standard deviations of a
 * normal variable, so that chance alone leaves them about once in 370 months.
 */
export const CONTROL_LEVEL = 0.9973;

/** How wide control limits are. */
export interface ControlLimitOptions {
  /**
   * Variance of claims as a multiple of their mean.
   * @default {1}
   */
  readonly dispersion?: number;
  /**
   * Coverage.
   * @default {0.9973}
   */
  readonly level?: number;
}

/**
 * Limits between which claims stay, if they come as expected: those counts of which the
 * exact Poisson interval (Garwood) holds the expected number. So a month outside its limits
 * is one that `poisson.test` of R refuses.
 *
 * With a dispersion, claims divided by it are taken as Poisson.
 *
 * @param expected Expected claims, 0 or more; or rupiah, with their dispersion in rupiah.
 * @param options Dispersion and coverage.
 * @returns The lowest and the highest value within limits; not rounded to whole claims. The
 * lower is 0 where no count is too low.
 * @throws {RangeError} If expected claims are below 0, the dispersion is not above 0, or
 * the level not between 0 and 1.
 * @see Garwood (1936), Fiducial limits for the Poisson distribution, Biometrika 28.
 *
 * @example Between 7.5 and 35.2 claims where 20 are expected: three standard deviations
 * would be 6.6 and 33.4
 * ```ts
 * import { controlLimits } from "./control_limits.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { lower, upper } = controlLimits(20);
 * assertEquals([lower.toFixed(1), upper.toFixed(1)], ["7.5", "35.2"]);
 * ```
 */
export function controlLimits(
  expected: number,
  options: ControlLimitOptions = {},
): Interval {
  const doing = "set control limits";
  checkOptions(doing, options, ["dispersion", "level"]);
  const { dispersion = 1, level = CONTROL_LEVEL } = options;
  checkNumber(
    doing,
    "expected claims of 0 or more",
    expected,
    (value) => value >= 0 && value < Infinity,
  );
  checkNumber(
    doing,
    "a dispersion above 0",
    dispersion,
    (value) => value > 0 && value < Infinity,
  );
  checkNumber(
    doing,
    "a level between 0 and 1",
    level,
    (value) => value > 0 && value < 1,
  );
  const mean = expected / dispersion;
  if (mean === 0) return { lower: 0, upper: 0 };
  const tail = (1 - level) / 2;
  const purpose = `control limits around ${expected}`;
  // P(X ≤ x) = Q(x + 1, mean) and P(X ≥ x) = P(x, mean), for x that need not be whole.
  const atMost = (x: number) => incompleteGamma(x + 1, mean).upper - tail;
  const atLeast = (x: number) => incompleteGamma(x, mean).lower - tail;
  let highest = mean + 2;
  while (atLeast(highest) >= 0) highest += 4 + 2 * Math.sqrt(mean);
  const lower = atMost(0) >= 0
    ? 0
    : findRoot(atMost, { lower: 0, upper: mean, purpose }).root;
  const upper = findRoot(atLeast, { lower: LEAST_SHAPE, upper: highest, purpose }).root;
  return { lower: dispersion * lower, upper: dispersion * upper };
}

/** The incomplete gamma function wants a shape above 0. */
const LEAST_SHAPE = 1e-12;
