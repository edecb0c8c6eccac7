import { sumSimple } from "simple-statistics";
import { solveLinearSystem } from "./linear_system.ts";

/** A linear condition on a distribution: Σ coefficient · weight = target. */
export interface Moment {
  /** One coefficient a weight. Conditions converge best with coefficients around 1. */
  readonly coefficients: readonly number[];
  readonly target: number;
}

/** The residual at which the search is over, relative to the prior's total. */
const TOLERANCE = 1e-13;

/**
 * The positive weights nearest to a prior that meet linear conditions exactly.
 *
 * Nearest means of least relative entropy Σ w ln(w / prior) − w, so every weight is its
 * prior times the exponential of a combination of the coefficients (exponential
 * tilting). Found by Newton steps on the dual, halved until the dual falls.
 * @throws {RangeError} If no positive weights near enough meet the conditions.
 * @see Csiszár (1975), I-divergence geometry of probability distributions and
 * minimization problems, Annals of Probability 3.
 */
export function leastInformativeWeights(
  prior: readonly number[],
  moments: readonly Moment[],
): number[] {
  const scale = sumSimple(prior);
  let multipliers = moments.map(() => 0);
  for (let step = 0; step < 100; step++) {
    const weights = tilted(prior, moments, multipliers);
    const residuals = moments.map(({ coefficients, target }) =>
      dot(coefficients, weights) - target
    );
    if (residuals.every((residual) => Math.abs(residual) < TOLERANCE * scale)) {
      return weights;
    }
    const curvature = moments.map((a) =>
      moments.map((b) =>
        sumSimple(weights.map((w, i) => w * a.coefficients[i]! * b.coefficients[i]!))
      )
    );
    const direction = solveLinearSystem(curvature, residuals.map((r) => -r));
    // Near the solution the dual is flat: its own rounding must not stop a step.
    const dualHere = dual(prior, moments, multipliers) + 1e-12 * scale;
    let length = 1;
    const moved = () => multipliers.map((m, i) => m + length * direction[i]!);
    while (!(dual(prior, moments, moved()) <= dualHere) && length > 1e-9) length /= 2;
    multipliers = moved();
  }
  throw new RangeError(
    "Cannot find weights: conditions that positive weights can meet are wanted",
  );
}

function tilted(
  prior: readonly number[],
  moments: readonly Moment[],
  multipliers: readonly number[],
): number[] {
  return prior.map((w, i) =>
    w * Math.exp(
      sumSimple(moments.map((m, j) => multipliers[j]! * m.coefficients[i]!)),
    )
  );
}

function dual(
  prior: readonly number[],
  moments: readonly Moment[],
  multipliers: readonly number[],
): number {
  const total = sumSimple(tilted(prior, moments, multipliers));
  return total - sumSimple(moments.map((m, j) => multipliers[j]! * m.target));
}

function dot(a: readonly number[], b: readonly number[]): number {
  return sumSimple(a.map((value, i) => value * b[i]!));
}
