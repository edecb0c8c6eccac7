/**
 * Numerical methods that no kept library gives in the form needed here.
 *
 * @module
 */

export * from "./apportion.ts";
export * from "./incomplete_gamma.ts";
export * from "./interpolate.ts";
export * from "./root.ts";
