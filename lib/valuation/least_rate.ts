import { findRoot, type Root } from "@jkp/numeric";

/**
 * The least contribution rate from 0 to 1 at which a fund meets its condition:
 * `overTarget` grows with the rate, `purpose` is for the error message.
 */
export function leastRate(
  overTarget: (contributionRate: number) => number,
  purpose: string,
): Root {
  if (overTarget(0) >= 0) return { root: 0, residual: 0, evaluations: 1 };
  return findRoot(overTarget, { lower: 0, upper: 1, purpose });
}
