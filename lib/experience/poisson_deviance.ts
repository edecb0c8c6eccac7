/** The Poisson deviance 2 Σ (claims ln (claims / expected) − claims + expected). */
export function poissonDeviance(
  claims: readonly number[],
  expected: readonly number[],
): number {
  return 2 * claims.reduce((sum, count, i) => {
    const mean = expected[i]!;
    return sum + (count === 0 ? 0 : count * Math.log(count / mean)) - count + mean;
  }, 0);
}
