import { WEIGHT_UNIT } from "../count/statistics_counts.ts";

/** Units in a weight of 1. */
const UNITS = Math.round(1 / WEIGHT_UNIT);

/** A weight in whole millionths, so that sums do not depend on the order of rows. */
export function toUnits(weight: number): number {
  return Math.round(weight * UNITS);
}

/** Number of members from millionths. */
export function fromUnits(units: number): number {
  return units / UNITS;
}
