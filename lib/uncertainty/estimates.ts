import { quantileSorted } from "simple-statistics";

/** A figure of simulated paths, and how far chance of the simulation may move it. */
export interface Estimate {
  readonly value: number;
  /** Standard error; `null` with fewer than two paths. */
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
 * deviation, √(n p (1 − p)), below and above its place.
 */
export function quantileEstimate(
  sorted: ArrayLike<number>,
  probability: number,
): Estimate {
  const { length } = sorted;
  const value = quantileSorted(sorted as number[], probability);
  if (length < 2) return { value, standardError: null };
  const spread = Math.sqrt(length * probability * (1 - probability));
  const at = (place: number) =>
    sorted[Math.min(length - 1, Math.max(0, Math.round(place)))]!;
  const place = length * probability - 0.5;
  return {
    value,
    standardError: (at(place + spread) - at(place - spread)) / 2,
  };
}

/** Values in ascending order. */
export function sortedValues(values: ArrayLike<number>): Float64Array {
  return new Float64Array(values).sort();
}
