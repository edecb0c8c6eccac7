import { checkArgument, checkNumber } from "@jkp/problem";
import { FAMILIES } from "./family.ts";
import type { ParametricFit } from "./fit.ts";

/** Parts into which a mean is integrated. */
const PARTS = 4000;

/**
 * Survival at a time under a fitted distribution.
 *
 * @param fit The fit.
 * @param time The time, 0 or more.
 * @returns Fraction not ended.
 *
 * @example
 * ```ts
 * import { fittedSurvivalAt, fitParametric } from "@jkp/survival";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const fit = fitParametric({ durations: [2, 4], eventObserved: [1, 1] }, "exponential");
 * assertAlmostEquals(fittedSurvivalAt(fit, 3), Math.exp(-1));
 * ```
 */
export function fittedSurvivalAt(fit: ParametricFit, time: number): number {
  const doing = "read a fitted survival";
  checkArgument(doing, "a fit, as fitParametric makes it,", fit, ["family", "location"]);
  checkNumber(doing, "a number as time", time);
  if (time <= 0) return 1;
  const z = (Math.log(time) - fit.location) / fit.scale;
  return Math.exp(FAMILIES[fit.family].logSurvival(z)[0]);
}

/**
 * Hazard of a fitted distribution at a time above 0: ends by unit of time among those not
 * ended.
 */
export function fittedHazardAt(fit: ParametricFit, time: number): number {
  const z = (Math.log(time) - fit.location) / fit.scale;
  const [, slope] = FAMILIES[fit.family].logSurvival(z);
  return -slope / (fit.scale * time);
}

/**
 * Time at which a given fraction has ended under a fitted distribution.
 *
 * @param fit The fit.
 * @param ended Fraction ended, between 0 and 1; 0.5 for the median.
 * @returns The time.
 *
 * @example
 * ```ts
 * import { fitParametric, fittedQuantile } from "@jkp/survival";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const fit = fitParametric({ durations: [2, 4], eventObserved: [1, 1] }, "exponential");
 * assertAlmostEquals(fittedQuantile(fit, 0.5), 3 * Math.log(2));
 * ```
 */
export function fittedQuantile(fit: ParametricFit, ended: number): number {
  const z = FAMILIES[fit.family].quantileOfSurvival(1 - ended);
  return Math.exp(fit.location + fit.scale * z);
}

/** Mean duration up to a time: the area under the fitted survival, by Simpson's rule. */
export function fittedRestrictedMean(fit: ParametricFit, to: number): number {
  const width = to / PARTS;
  let sum = 1 + fittedSurvivalAt(fit, to);
  for (let i = 1; i < PARTS; i++) {
    sum += (i % 2 === 1 ? 4 : 2) * fittedSurvivalAt(fit, i * width);
  }
  return (sum * width) / 3;
}
