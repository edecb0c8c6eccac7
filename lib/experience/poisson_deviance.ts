import { sumSimple } from "simple-statistics";

/**
 * The deviance of counted claims from what a model expects.
 *
 * @param claims Claims.
 * @param expected Claims expected, positive where there are claims.
 * @returns 2 Σ (claims ln (claims / expected) − claims + expected).
 */
export function poissonDeviance(
  claims: readonly number[],
  expected: readonly number[],
): number {
  return 2 * sumSimple(claims.flatMap((count, i) => {
    const mean = expected[i]!;
    return [count === 0 ? 0 : count * Math.log(count / mean), -count, mean];
  }));
}
