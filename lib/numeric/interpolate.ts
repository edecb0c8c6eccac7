/**
 * Monotone cubic interpolation through points.
 *
 * The curve passes through every point, and between two points it never leaves the range
 * of their values: monotone points give a monotone curve. Outside the points it is
 * constant.
 *
 * @param xs Abscissae, strictly increasing, at least two.
 * @param ys Ordinates, as many.
 * @returns The interpolating function.
 * @throws {RangeError} If there are fewer than two points, the lengths differ, or the
 * abscissae do not increase.
 * @see Fritsch and Butland (1984), A method for constructing local monotone piecewise
 * cubic interpolants, SIAM J. Sci. Stat. Comput. 5.
 *
 * @example Shares still inactive after 6 and 12 months (ILO 2021): the curve keeps falling
 * ```ts
 * import { monotoneCubic } from "@jkp/numeric";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const survival = monotoneCubic([0, 6, 12], [1, 0.81, 0.69]);
 * assertEquals(survival(6), 0.81);
 * const falls = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
 *   .every((month) => survival(month) < survival(month - 1));
 * assert(falls);
 * ```
 */
export function monotoneCubic(
  xs: readonly number[],
  ys: readonly number[],
): (x: number) => number {
  if (xs.length < 2 || xs.length !== ys.length) {
    throw new RangeError(
      `Cannot interpolate: two or more points are wanted, got ${xs.length} abscissae ` +
        `and ${ys.length} ordinates`,
    );
  }
  const widths = xs.slice(1).map((x, i) => x - xs[i]!);
  if (!widths.every((width) => width > 0)) {
    throw new RangeError(
      `Cannot interpolate: increasing abscissae are wanted, got ${xs}`,
    );
  }
  const secants = widths.map((width, i) => (ys[i + 1]! - ys[i]!) / width);
  const slopes = interiorSlopes(widths, secants);
  return (x) => {
    if (x <= xs[0]!) return ys[0]!;
    if (x >= xs.at(-1)!) return ys.at(-1)!;
    let [i, above] = [0, xs.length - 1];
    while (above - i > 1) {
      const middle = (i + above) >> 1;
      if (x >= xs[middle]!) i = middle;
      else above = middle;
    }
    const width = widths[i]!;
    const t = (x - xs[i]!) / width;
    const [left, right] = [ys[i]!, ys[i + 1]!];
    const [slopeLeft, slopeRight] = [slopes[i]! * width, slopes[i + 1]! * width];
    return left * (1 + 2 * t) * (1 - t) ** 2 + slopeLeft * t * (1 - t) ** 2 +
      right * t * t * (3 - 2 * t) + slopeRight * t * t * (t - 1);
  };
}

/** Slopes at the points: harmonic means inside, one-sided and limited at the ends. */
function interiorSlopes(widths: readonly number[], secants: readonly number[]): number[] {
  const last = secants.length - 1;
  if (last === 0) return [secants[0]!, secants[0]!];
  const slopes = [endSlope(widths[0]!, widths[1]!, secants[0]!, secants[1]!)];
  for (let i = 0; i < last; i++) {
    const [h0, h1, d0, d1] = [widths[i]!, widths[i + 1]!, secants[i]!, secants[i + 1]!];
    const [w0, w1] = [2 * h1 + h0, h1 + 2 * h0];
    slopes.push(d0 * d1 <= 0 ? 0 : (w0 + w1) / (w0 / d0 + w1 / d1));
  }
  slopes.push(
    endSlope(widths[last]!, widths[last - 1]!, secants[last]!, secants[last - 1]!),
  );
  return slopes;
}

function endSlope(h0: number, h1: number, d0: number, d1: number): number {
  const slope = ((2 * h0 + h1) * d0 - h0 * d1) / (h0 + h1);
  if (slope * d0 <= 0) return 0;
  return d0 * d1 <= 0 && Math.abs(slope) > 3 * Math.abs(d0) ? 3 * d0 : slope;
}
