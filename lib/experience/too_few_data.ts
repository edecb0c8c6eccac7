/**
 * Raised where a method's options are sound and the data are too few for it, so that a
 * study can go on without.
 */
export class TooFewDataError extends RangeError {
  override readonly name = "TooFewDataError";
}
