/**
 * Distributions of durations, fitted by maximum likelihood.
 *
 * @module
 */

export type { FamilyName } from "./family.ts";
export * from "./fit.ts";
export * from "./fitted_curve.ts";
