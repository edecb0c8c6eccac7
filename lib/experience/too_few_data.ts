/**
 * Raised where a method's options are sound and the data are too few for it, so that a
 * study can go on without.
 *
 * @example No claims, no graduation
 * ```ts
 * import { graduateRates, TooFewDataError } from "@jkp/experience";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(() => graduateRates([0, 0, 0], [9, 9, 9]), TooFewDataError);
 * ```
 */
export class TooFewDataError extends RangeError {
  override readonly name = "TooFewDataError";
}
