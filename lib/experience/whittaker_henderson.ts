import { checkOptions, checkWords } from "@jkp/problem";
import { sumSimple } from "simple-statistics";
import { bandedCholesky } from "./banded_matrix.ts";
import { type DifferenceOrder, differencePenalty } from "./difference_penalty.ts";
import {
  checkWeights,
  graduatedColumns,
  meanWeight,
  penalised,
} from "./normal_equations.ts";
import { chooseLambda } from "./smoothing_parameter.ts";

/** Values beside their weights, a column each: an array, or a polars or Danfo.js series. */
export interface WeightedValues {
  /** Values at equal steps; those of weight 0 are not read. */
  readonly values: ArrayLike<number>;
  /** Weights, 0 or more: inverse variances up to a common factor. */
  readonly weights: ArrayLike<number>;
}

/** How {@link whittakerHenderson} smooths. */
export interface WhittakerHendersonOptions {
  /**
   * Order of the differences that are kept small.
   * @default {2}
   */
  readonly order?: DifferenceOrder;
  /**
   * Smoothing parameter, 0 or more, or `gcv`: the one that generalised cross-validation
   * prefers.
   * @default {"gcv"}
   */
  readonly lambda?: number | "gcv";
}

/** Graduated values with how they were found. */
export interface Graduation {
  /** Graduated values; between and beyond the data where weights are 0. */
  readonly values: readonly number[];
  /**
   * Standard errors: the root of σ² diag (W + λP)⁻¹; NaN if no freedom is left to
   * estimate σ².
   */
  readonly standardErrors: readonly number[];
  readonly order: DifferenceOrder;
  readonly lambda: number;
  /** Whether the criterion chose an end of the range of λ that was searched. */
  readonly isLambdaAtLimit: boolean;
  /** Trace of the matrix that turns the data into the graduated values. */
  readonly effectiveDegreesOfFreedom: number;
  /** σ²: weighted squared residuals by degree of freedom left. */
  readonly residualVariance: number;
}

/**
 * Whittaker–Henderson graduation in one dimension.
 *
 * Minimises Σ w (u − v)² + λ Σ (Δᶻv)² over the graduated values v, by a Cholesky
 * factor of the banded normal equations (W + λP) v = W u.
 *
 * @param crude Crude values u at equal steps, and their weights w.
 * @param options Order and smoothing parameter.
 * @returns Graduated values v with Bayesian standard errors.
 * @throws {TooFewDataError} If there are no more positive weights than the order.
 * @throws {RangeError} If lengths differ, a weight or λ is negative, or λ is 0 with a
 * weight of 0.
 * @see Henderson (1924), A new method of graduation, TASA 25; Biessy (2023), Revisiting
 * Whittaker–Henderson smoothing, arXiv 2306.06932, sections 2 and 3; Craven and Wahba
 * (1979), Smoothing noisy data with spline functions, for cross-validation.
 *
 * @example A gap is bridged by a straight line
 * ```ts
 * import { whittakerHenderson } from "@jkp/experience";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const crude = { values: [1, 2, NaN, 4], weights: [1, 1, 0, 1] };
 * const { values } = whittakerHenderson(crude, { lambda: 10 });
 * assertAlmostEquals(values[2]!, 3, 1e-9);
 * ```
 */
export function whittakerHenderson(
  crude: WeightedValues,
  options: WhittakerHendersonOptions = {},
): Graduation {
  const doing = "graduate";
  const [values, weights] = graduatedColumns(crude, "values", "weights");
  checkOptions(doing, options, ["order", "lambda"]);
  const { order = 2, lambda = "gcv" } = options;
  if (typeof lambda !== "number") checkWords(doing, "lambda", lambda, ["gcv"]);
  checkWeights(values.length, weights, order, lambda);
  const points = weights.filter((weight) => weight > 0).length;
  const penalty = differencePenalty(values.length, order);
  const weighted = weights.map((weight, i) => weight === 0 ? 0 : weight * values[i]!);

  const fit = (lambda: number) => {
    const factor = bandedCholesky(penalised(weights, penalty, lambda));
    const fitted = factor.solve(weighted);
    const inverse = factor.inverseDiagonal();
    const freedom = sumSimple(weights.map((weight, i) => weight * inverse[i]!));
    const residual = sumSimple(
      weights.map((weight, i) =>
        weight === 0 ? 0 : weight * (values[i]! - fitted[i]!) ** 2
      ),
    );
    return { fitted, inverse, freedom, residual };
  };
  const chosen = lambda === "gcv"
    ? chooseLambda((candidate) => {
      const { freedom, residual } = fit(candidate);
      return points * residual / (points - freedom) ** 2;
    }, meanWeight(weights))
    : { lambda, isAtLimit: false };
  const { fitted, inverse, freedom, residual } = fit(chosen.lambda);
  const isExact = points - freedom < 1e-9;
  const residualVariance = isExact ? NaN : residual / (points - freedom);
  return {
    values: [...fitted],
    standardErrors: [...inverse].map((each) => Math.sqrt(residualVariance * each)),
    order,
    lambda: chosen.lambda,
    isLambdaAtLimit: chosen.isAtLimit,
    effectiveDegreesOfFreedom: freedom,
    residualVariance,
  };
}
