import { WEIGHT_UNIT } from "../count/statistics_counts.ts";

/** Units in a weight of 1. */
const UNITS = Math.round(1 / WEIGHT_UNIT);

/**
 * A weight in whole units, so that sums do not depend on the order of rows.
 *
 * @param weight How many members a row stands for.
 * @returns Whole millionths.
 *
 * @example
 * ```ts
 * import { toUnits } from "./weight_units.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(toUnits(1.5), 1_500_000);
 * ```
 */
export function toUnits(weight: number): number {
  return Math.round(weight * UNITS);
}

/**
 * The weight that units make.
 *
 * @param units Millionths.
 * @returns Number of members.
 *
 * @example
 * ```ts
 * import { fromUnits, toUnits } from "./weight_units.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(fromUnits(toUnits(0.1) + toUnits(0.2)), 0.3);
 * ```
 */
export function fromUnits(units: number): number {
  return units / UNITS;
}
