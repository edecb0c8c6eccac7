import { checkNumber } from "@jkp/problem";
import normalQuantile from "@stdlib/normal-quantile";

/** Formula of a confidence interval for survival: on which scale it is symmetric. */
export type IntervalFormula = typeof INTERVAL_FORMULAS[number];

export const INTERVAL_FORMULAS = ["log-log", "log", "plain"] as const;

/**
 * Lower end of survival when none of some spells has ended: that under which this had half
 * the error probability, the exact (Clopper–Pearson) end. Formulas with a standard error
 * have no width there.
 *
 * @param atRisk Spells still under observation.
 * @param level Coverage of the interval, whose upper end is 1.
 * @returns The lower end, a fraction.
 * @see Clopper and Pearson (1934), The use of confidence or fiducial limits illustrated in
 * the case of the binomial, Biometrika 26.
 *
 * @example None of ten has ended
 * ```ts
 * import { lowerEndWithoutEvents } from "@jkp/survival";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(lowerEndWithoutEvents(10, 0.95), 0.6915, 0.00005);
 * ```
 */
export function lowerEndWithoutEvents(atRisk: number, level: number): number {
  return ((1 - level) / 2) ** (1 / atRisk);
}

/** Refuses a level that no interval has. */
export function checkLevel(level: number): void {
  const isInside = (value: number) => value > 0 && value < 1;
  checkNumber("make an interval", "a level between 0 and 1", level, isInside);
}

/**
 * Pointwise confidence intervals of a survival function, from the standard error of its
 * logarithm; NaN at survival 0. Before anything has ended, the exact interval of those
 * still at risk.
 * @throws {RangeError} If the level is not between 0 and 1.
 * @see Kalbfleisch and Prentice (2002), The statistical analysis of failure time data,
 * section 1.4, for log-log.
 */
export function survivalInterval(
  survival: ArrayLike<number>,
  atRisk: ArrayLike<number>,
  logStdError: ArrayLike<number>,
  formula: IntervalFormula,
  level: number,
): { readonly lower: Float64Array; readonly upper: Float64Array } {
  checkLevel(level);
  const z = normalQuantile((1 + level) / 2, 0, 1);
  const [lower, upper] = [
    new Float64Array(survival.length),
    new Float64Array(survival.length),
  ];
  for (let i = 0; i < survival.length; i++) {
    const [s, width] = [survival[i]!, z * logStdError[i]!];
    if (s === 1) {
      lower[i] = lowerEndWithoutEvents(atRisk[i]!, level);
      upper[i] = 1;
    } else if (i > 0 && s === survival[i - 1] && logStdError[i] === logStdError[i - 1]) {
      // Nothing ended since the row before: three times quicker than the formula.
      lower[i] = lower[i - 1]!;
      upper[i] = upper[i - 1]!;
    } else if (formula === "plain") {
      lower[i] = Math.max(0, s - s * width);
      upper[i] = Math.min(1, s + s * width);
    } else if (formula === "log") {
      lower[i] = s === 0 ? NaN : s * Math.exp(-width);
      upper[i] = s === 0 ? NaN : Math.min(1, s * Math.exp(width));
    } else {
      const log = Math.log(s);
      lower[i] = s > 0 ? Math.exp(log * Math.exp(-width / log)) : NaN;
      upper[i] = s > 0 ? Math.exp(log * Math.exp(width / log)) : NaN;
    }
  }
  return { lower, upper };
}
