import type { RandomStream } from "@jkp/numeric";

/**
 * A draw from a gamma distribution of scale 1; 0 for shape 0.
 * @see Marsaglia and Tsang (2000), A simple method for generating gamma variables, ACM
 * Trans. Math. Softw. 26.
 */
export function drawGamma(shape: number, stream: RandomStream): number {
  if (shape === 0) return 0;
  if (shape < 1) {
    return drawGamma(shape + 1, stream) * stream.uniform() ** (1 / shape);
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = stream.standardNormal();
    const v = (1 + c * x) ** 3;
    if (
      v > 0 &&
      Math.log(stream.uniform()) < x * x / 2 + d * (1 - v + Math.log(v))
    ) {
      return d * v;
    }
  }
}

/** A draw of a share from so many of a number of records (Jeffreys). */
export function drawShare(
  share: number,
  records: number,
  stream: RandomStream,
): number {
  const inside = drawGamma(records * share + 0.5, stream);
  return inside / (inside + drawGamma(records * (1 - share) + 0.5, stream));
}
