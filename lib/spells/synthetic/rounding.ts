/**
 * Rounds numbers one after another so that no sum of them is off by more than one half.
 *
 * What rounding takes from one number goes to the next.
 *
 * @example
 * ```ts
 * import { CarriedRounding } from "./rounding.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const rounding = new CarriedRounding();
 * assertEquals([0.4, 0.4, 0.4].map((value) => rounding.next(value, 9)), [0, 1, 0]);
 * ```
 */
export class CarriedRounding {
  #carry = 0;

  /**
   * The next number, whole.
   *
   * @param value A number of 0 or more.
   * @param most What it may be at most; the rest goes on to the next.
   */
  next(value: number, most: number): number {
    const wanted = value + this.#carry;
    const whole = Math.min(most, Math.max(0, Math.round(wanted)));
    this.#carry = wanted - whole;
    return whole;
  }
}

/**
 * Splits a whole number into whole parts in given proportions.
 *
 * @param total A whole number.
 * @param shares Proportions, in the order in which they are served; sum 1.
 * @param roundings One for each share but the last, kept from call to call.
 * @returns The parts; their sum is the total.
 *
 * @example
 * ```ts
 * import { CarriedRounding, splitWhole } from "./rounding.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const roundings = [new CarriedRounding()];
 * assertEquals(splitWhole(3, [0.5, 0.5], roundings), [2, 1]);
 * assertEquals(splitWhole(3, [0.5, 0.5], roundings), [1, 2]);
 * ```
 */
export function splitWhole(
  total: number,
  shares: readonly number[],
  roundings: readonly CarriedRounding[],
): number[] {
  let rest = total;
  let restShare = 1;
  return shares.map((share, part) => {
    const rounding = roundings[part];
    const whole = rounding === undefined
      ? rest
      : rounding.next((rest * share) / restShare, rest);
    rest -= whole;
    restShare -= share;
    return whole;
  });
}
