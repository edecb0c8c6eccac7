/**
 * Numerical methods that no kept library gives in the form needed here.
 *
 * @module
 */

export { apportion } from "./apportion.ts";
export {
  chiSquareUpperTail,
  type IncompleteGamma,
  incompleteGamma,
} from "./incomplete_gamma.ts";
export { monotoneCubic } from "./interpolate.ts";
export { findRoot, NoSignChangeError, type Root, type RootOptions } from "./root.ts";
