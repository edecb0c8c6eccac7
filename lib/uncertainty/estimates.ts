import { quantileSorted } from "simple-statistics";

/** A figure of simulated paths, and how far chance of the simulation may move it. */
export interface Estimate {
  readonly value: number;
  /** Standard error; `null` where the paths are too few to tell it. */
  readonly standardError: number | null;
}

/** An array of as many values: `Float64Array.from` takes ten times as long. */
export function valuesOf(length: number, of: (index: number) => number): Float64Array {
  const values = new Float64Array(length);
  for (let i = 0; i < length; i++) values[i] = of(i);
  return values;
}

/** The mean of values, one a path, with s / √n. */
export function meanEstimate(values: ArrayLike<number>): Estimate {
  const { length } = values;
  let sum = 0;
  for (let i = 0; i < length; i++) sum += values[i]!;
  const value = sum / length;
  let squares = 0;
  for (let i = 0; i < length; i++) squares += (values[i]! - value) ** 2;
  return {
    value,
    standardError: length < 2 ? null : Math.sqrt(squares / (length - 1) / length),
  };
}

/** A probability, from how many of so many paths; binomial error. */
export function shareEstimate(count: number, paths: number): Estimate {
  const value = count / paths;
  return {
    value,
    standardError: paths < 2 ? null : Math.sqrt(value * (1 - value) / paths),
  };
}

/**
 * A quantile, with half the distance of the order statistics that are one binomial standard
 * deviation, √(n p (1 − p)), below and above its place. Where one of them would lie outside
 * the sample, as of the 99 per cent point of 16 paths, nothing tells how far off it is.
 */
export function quantileEstimate(
  sorted: ArrayLike<number>,
  probability: number,
): Estimate {
  const { length } = sorted;
  const value = quantileSorted(sorted as number[], probability);
  const spread = Math.sqrt(length * probability * (1 - probability));
  const place = length * probability - 0.5;
  const [below, above] = [Math.round(place - spread), Math.round(place + spread)];
  const isKnown = length >= 2 && below >= 0 && above < length;
  return {
    value,
    standardError: isKnown ? (sorted[above]! - sorted[below]!) / 2 : null,
  };
}

/** Values in ascending order. */
export function sortedValues(values: ArrayLike<number>): Float64Array {
  return new Float64Array(values).sort();
}
