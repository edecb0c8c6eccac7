import { sumSimple } from "simple-statistics";

/** The Poisson deviance 2 Σ (claims ln (claims / expected) − claims + expected). */
export function poissonDeviance(
  claims: readonly number[],
  expected: readonly number[],
): number {
  return 2 * sumSimple(claims.flatMap((count, i) => {
    const mean = expected[i]!;
    return [count === 0 ? 0 : count * Math.log(count / mean), -count, mean];
  }));
}
