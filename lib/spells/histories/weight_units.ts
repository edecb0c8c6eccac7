import { WEIGHT_UNIT } from "../count/statistics_counts.ts";

/** Units in a weight of 1. */
const UNITS = Math.round(1 / WEIGHT_UNIT);

/**
 * A weight in whole units, so that sums do not depend on the order of rows.
 *
 * @param weight How many members a row stands for.
 * @returns Whole millionths.
 */
export function toUnits(weight: number): number {
  return Math.round(weight * UNITS);
}

/**
 * The weight that units make.
 *
 * @param units Millionths.
 * @returns Number of members.
 */
export function fromUnits(units: number): number {
  return units / UNITS;
}
