import { NEW_ARRAY } from "./array_pool.ts";

/**
 * How a path of the economy, or a draw of what is not known exactly, departs from the
 * assumptions of a valuation: factors of what is assumed, by month of the projection or for
 * all months. What is left out is as assumed.
 */
export interface Departures {
  /** Of members. */
  readonly members?: Float64Array;
  /** Of the national unemployment rate. */
  readonly unemployment?: Float64Array;
  /** Of members' mean insurable earnings. */
  readonly memberEarnings?: Float64Array;
  /** Of claimants' mean insurable earnings. */
  readonly claimantEarnings?: Float64Array;
  /** Of the mean benefit over insurable earnings, by month of benefit. */
  readonly relativeBenefits?: readonly Float64Array[];
  /** Of the allowances over insurable earnings, by month since the end of the job. */
  readonly allowances?: readonly Float64Array[];
  /** Of the fraction of terminations that is paid for, by month of the termination. */
  readonly claims?: Float64Array;
  /** Of terminations per member. */
  readonly terminationRate?: number;
}

/** A series of months times the factors of the same months, if there are any. */
export function timesMonthly(
  values: Float64Array,
  factors?: Float64Array,
  newArray = NEW_ARRAY,
): Float64Array {
  if (factors === undefined) return values;
  const { length } = values;
  const moved = newArray(length);
  for (let i = 0; i < length; i++) moved[i] = values[i]! * factors[i]!;
  return moved;
}

/** Several such series. */
export function timesEach(
  series: readonly Float64Array[],
  factors?: readonly Float64Array[],
  newArray = NEW_ARRAY,
): readonly Float64Array[] {
  return factors === undefined
    ? series
    : series.map((values, i) => timesMonthly(values, factors[i], newArray));
}
