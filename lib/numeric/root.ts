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
 * The Illinois form of false position, with a bisection whenever a step fails to halve
 * the bracket: it never leaves the bracket and always ends.
 *
 * @param f The function.
 * @param options The bracket and the tolerance.
 * @returns The root, its residual and the number of evaluations.
 * @throws {NoSignChangeError} If the function has the same sign at both ends.
 * @see Dowell and Jarratt (1971), A modified regula falsi method, BIT 11.
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
  let [a, b] = [lower, upper];
  let [fa, fb] = [f(a), f(b)];
  let evaluations = 2;
  if (fa === 0) return { root: a, residual: 0, evaluations };
  if (fb === 0) return { root: b, residual: 0, evaluations };
  if (!(fa * fb < 0)) {
    throw new NoSignChangeError(
      `Cannot solve ${purpose}: a sign change between ${lower} and ${upper} is wanted, ` +
        `got ${fa} and ${fb}`,
    );
  }
  let [weightA, weightB] = [fa, fb];
  let best = { root: a, residual: fa };
  while (Math.abs(b - a) > tolerance * Math.max(1, Math.abs(a), Math.abs(b))) {
    const width = Math.abs(b - a);
    for (const useBisection of [false, true]) {
      if (useBisection && Math.abs(b - a) <= width / 2) break;
      const falsePosition = (a * weightB - b * weightA) / (weightB - weightA);
      const x = useBisection ? (a + b) / 2 : falsePosition;
      if (x <= Math.min(a, b) || x >= Math.max(a, b)) continue;
      const fx = f(x);
      evaluations++;
      if (Math.abs(fx) < Math.abs(best.residual)) best = { root: x, residual: fx };
      if (fx === 0) return { root: x, residual: 0, evaluations };
      if (fx * fa < 0) {
        [b, fb, weightB] = [x, fx, fx];
        weightA /= useBisection ? 1 : 2;
      } else {
        [a, fa, weightA] = [x, fx, fx];
        weightB /= useBisection ? 1 : 2;
      }
    }
    if (Math.abs(b - a) === width) break; // no number lies between the ends
  }
  if (Math.abs(fb) < Math.abs(best.residual)) best = { root: b, residual: fb };
  return { ...best, evaluations };
}
