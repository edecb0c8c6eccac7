/** Units in a weight of 1: weights are whole millionths. */
const UNITS = 1_000_000;

/** A weight in whole millionths, so that sums do not depend on the order of rows. */
export function toUnits(weight: number): number {
  return Math.round(weight * UNITS);
}

/** Persons from millionths, as near as a number of six decimals can be. */
export function fromUnits(units: number): number {
  return units / UNITS;
}
