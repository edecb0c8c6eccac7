/**
 * Numerical methods that no kept library gives in the form needed here.
 *
 * @module
 */

export { apportion } from "./apportion.ts";
export { chiSquareUpperTail, incompleteGamma } from "./incomplete_gamma.ts";
export { monotoneCubic } from "./interpolate.ts";

export {
  namedSeed,
  randomFraction,
  type RandomStream,
  randomStream,
} from "./random_stream.ts";
export { findRoot, NoSignChangeError, type Root } from "./root.ts";
export { weightedMean } from "./weighted_mean.ts";
