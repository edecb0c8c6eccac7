/** Where and how closely {@link findRoot} looks. */
export interface RootOptions {
  /** Lower end of the bracket. */
  readonly lower: number;
  /** Upper end of the bracket. */
  readonly upper: number;
  /**
   * Width of the bracket at which to stop.
   * @default {1e-14}
   */
  readonly tolerance?: number;
  /**
   * What is being solved, for the error message.
   * @default {"the equation"}
   */
  readonly purpose?: string;
}

/** A solution with the evidence that it is one. */
export interface Root {
  /** Where the function is zero. */
  readonly root: number;
  /** The function's value there. */
  readonly residual: number;
  /** Evaluations of the function. */
  readonly evaluations: number;
}

/** Raised when a bracket holds no sign change, so that no root is known to lie in it. */
export class NoSignChangeError extends RangeError {
  override readonly name = "NoSignChangeError";
}

/**
 * Finds where a continuous function is zero, inside a bracket with a sign change.
 *
 * Chandrupatla's method: inverse quadratic interpolation where the points allow it,
 * bisection otherwise. It never leaves the bracket and always ends.
 *
 * @param f The function.
 * @param options The bracket and the tolerance.
 * @returns The root, its residual and the number of evaluations.
 * @throws {NoSignChangeError} If the function has the same sign at both ends.
 * @see Chandrupatla (1997), A new hybrid quadratic/bisection algorithm for finding the
 * zero of a nonlinear function without using derivatives, Adv. Eng. Software 28.
 *
 * @example The square root of two
 * ```ts
 * import { findRoot } from "@jkp/numeric";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { root, residual } = findRoot((x) => x * x - 2, { lower: 0, upper: 2 });
 * assertAlmostEquals(root, Math.SQRT2, 1e-13);
 * assertAlmostEquals(residual, 0, 1e-13);
 * ```
 */
export function findRoot(f: (x: number) => number, options: RootOptions): Root {
  const { lower, upper, tolerance = 1e-14, purpose = "the equation" } = options;
  // a is the newest point, b the one with the opposite sign, c the one before.
  let [a, b, c] = [lower, upper, upper];
  let [fa, fb, fc] = [f(a), f(b), NaN];
  let evaluations = 2;
  if (fa !== 0 && fb !== 0 && !(fa * fb < 0)) {
    throw new NoSignChangeError(
      `Cannot solve ${purpose}: a sign change between ${lower} and ${upper} is wanted, ` +
        `got ${fa} and ${fb}`,
    );
  }
  let step = 0.5;
  while (true) {
    const [root, residual] = Math.abs(fa) < Math.abs(fb) ? [a, fa] : [b, fb];
    const smallestStep = tolerance * Math.max(1, Math.abs(root)) / Math.abs(b - a);
    if (residual === 0 || smallestStep > 0.5) return { root, residual, evaluations };

    const x = a + Math.min(1 - smallestStep, Math.max(smallestStep, step)) * (b - a);
    const fx = f(x);
    evaluations++;
    if (Math.sign(fx) === Math.sign(fa)) {
      [c, fc] = [a, fa];
    } else {
      [c, fc] = [b, fb];
      [b, fb] = [a, fa];
    }
    [a, fa] = [x, fx];

    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    const isQuadraticSafe = phi ** 2 < xi && (1 - phi) ** 2 < 1 - xi;
    step = isQuadraticSafe
      ? (fa / (fb - fa)) * (fc / (fb - fc)) +
        ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb))
      : 0.5;
  }
}
