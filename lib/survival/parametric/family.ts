import normalCdf from "@stdlib/normal-cdf";
import normalQuantile from "@stdlib/normal-quantile";

/** A function of the standardised logarithm of time with its first two slopes. */
export type Slopes = readonly [value: number, first: number, second: number];

/** Distribution of (log time - location) / scale. */
export interface Family {
  /** Whether the scale is fixed at 1. */
  readonly hasFixedScale: boolean;
  logDensity(z: number): Slopes;
  logSurvival(z: number): Slopes;
  /** Where survival is a given fraction. */
  quantileOfSurvival(survival: number): number;
}

/** From here on the normal survival is taken from its asymptotic form. */
const FAR = 30;

const extremeValue = {
  logDensity: (z: number): Slopes => {
    const hazard = Math.exp(z);
    return [z - hazard, 1 - hazard, -hazard];
  },
  logSurvival: (z: number): Slopes => {
    const hazard = Math.exp(z);
    return [-hazard, -hazard, -hazard];
  },
  quantileOfSurvival: (survival: number) => Math.log(-Math.log(survival)),
};

const normal = {
  logDensity: (z: number): Slopes => [-z * z / 2 - Math.log(2 * Math.PI) / 2, -z, -1],
  logSurvival: (z: number): Slopes => {
    const logDensity = normal.logDensity(z)[0];
    const logSurvival = z > FAR
      ? logDensity - Math.log(z) - 1 / (z * z)
      : Math.log(normalCdf(-z, 0, 1));
    const hazard = Math.exp(logDensity - logSurvival);
    return [logSurvival, -hazard, hazard * (z - hazard)];
  },
  quantileOfSurvival: (survival: number) => normalQuantile(1 - survival, 0, 1),
};

const logistic = {
  logDensity: (z: number): Slopes => {
    const [logSurvival, slope] = logistic.logSurvival(z);
    const ended = -slope;
    return [z + 2 * logSurvival, 1 - 2 * ended, -2 * ended * (1 - ended)];
  },
  logSurvival: (z: number): Slopes => {
    const ended = 1 / (1 + Math.exp(-z));
    const logSurvival = z > 0 ? -z - Math.log1p(Math.exp(-z)) : -Math.log1p(Math.exp(z));
    return [logSurvival, -ended, -ended * (1 - ended)];
  },
  quantileOfSurvival: (survival: number) => Math.log(1 / survival - 1),
};

/** Families of durations by name, in the order in which they are compared. */
export const FAMILIES = {
  exponential: { ...extremeValue, hasFixedScale: true },
  weibull: { ...extremeValue, hasFixedScale: false },
  lognormal: { ...normal, hasFixedScale: false },
  loglogistic: { ...logistic, hasFixedScale: false },
} as const satisfies Record<string, Family>;

/** Name of a family of durations. */
export type FamilyName = keyof typeof FAMILIES;
