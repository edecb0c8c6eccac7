import { checkNumber, checkOptions, checkWords } from "@jkp/problem";
import { sumSimple } from "simple-statistics";
import { bandedCholesky } from "./banded_matrix.ts";
import {
  type DifferenceOrder,
  differencePenalty,
  roughness,
} from "./difference_penalty.ts";
import {
  checkWeights,
  graduatedColumns,
  meanWeight,
  penalised,
} from "./normal_equations.ts";
import { poissonDeviance } from "./poisson_deviance.ts";
import { chooseLambda } from "./smoothing_parameter.ts";
import { TooFewDataError } from "./too_few_data.ts";

/** Claims beside their exposure, a column each: an array, or a polars or Danfo.js series. */
export interface CountedClaims {
  /** Claims at equal steps, 0 or more. */
  readonly claims: ArrayLike<number>;
  /** Exposure of each, as time of persons: months or years. */
  readonly exposure: ArrayLike<number>;
}

/** How {@link graduateRates} smooths. */
export interface RateGraduationOptions {
  /**
   * Order of the differences of log rates that are kept small.
   * @default {2}
   */
  readonly order?: DifferenceOrder;
  /**
   * Smoothing parameter, 0 or more; or how it is chosen: `reml` by restricted maximum
   * likelihood, `gcv` by generalised cross-validation.
   * @default {"reml"}
   */
  readonly lambda?: number | "gcv" | "reml";
  /**
   * Variance of claims as a multiple of their mean; 1 for Poisson claims.
   * @default {1}
   */
  readonly dispersion?: number;
}

/** Graduated rates with how they were found. */
export interface RateGraduation {
  /** Graduated rates, claims by unit of exposure. */
  readonly rates: readonly number[];
  /**
   * Standard errors of the rates: rate times the root of diag (W + λP)⁻¹; NaN where there
   * are no claims and nothing is smoothed.
   */
  readonly standardErrors: readonly number[];
  readonly order: DifferenceOrder;
  readonly lambda: number;
  /** Whether the criterion chose an end of the range of λ that was searched. */
  readonly isLambdaAtLimit: boolean;
  readonly effectiveDegreesOfFreedom: number;
  /** Deviance of claims from the graduated rates, in units of the dispersion. */
  readonly deviance: number;
  readonly dispersion: number;
}

/** Newton steps after which the fit is given up; it takes about ten. */
const MOST_STEPS = 500;

/** Change of log rates after which a Newton step, which squares it, is the last. */
const SETTLED = 1e-8;

/** Change of log rates below which one that no longer shrinks is rounding. */
const NEARLY_SETTLED = 1e-4;

/**
 * Graduates rates of counted claims by Whittaker–Henderson smoothing of their logarithm.
 *
 * Claims are Poisson with mean exposure · exp(θ); the penalised likelihood
 * l(θ)/dispersion − λ/2 Σ (Δᶻθ)² is greatest at the graduated θ, found by iteratively
 * reweighted least squares. As the log link is canonical, graduated rates give the
 * total of the claims exactly; with λ = 0 they are the crude rates, and for large λ a
 * polynomial of degree z − 1 in log rate. Where there is no exposure they interpolate.
 *
 * @param counts Claims at equal steps, and the exposure of each.
 * @param options Order, smoothing parameter and dispersion.
 * @returns Graduated rates with Bayesian standard errors.
 * @throws {TooFewDataError} If there are no claims, no more exposed values than the
 * order, or all claims at an end, so that the steepest curve would be the likeliest.
 * @throws {RangeError} If lengths differ, a number is negative, there are claims without
 * exposure, or more claims in all than exposure, as in columns that are swapped.
 * @see Biessy (2023), Revisiting Whittaker–Henderson smoothing, arXiv 2306.06932,
 * sections 3 and 4; Wood (2011), Fast stable restricted maximum likelihood, JRSS B 73.
 *
 * @example A kink is smoothed, the total of 100 claims kept
 * ```ts
 * import { graduateRates } from "@jkp/experience";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const exposure = [1000, 1000, 1000, 1000];
 * const { rates } = graduateRates({ claims: [10, 30, 20, 40], exposure }, { lambda: 100 });
 * const perThousand = rates.map((rate) => (1000 * rate).toFixed(1));
 * assertEquals(perThousand, ["14.1", "20.1", "27.5", "38.3"]);
 * assertAlmostEquals(rates.reduce((sum, rate) => sum + rate * 1000, 0), 100, 1e-8);
 * ```
 */
export function graduateRates(
  counts: CountedClaims,
  options: RateGraduationOptions = {},
): RateGraduation {
  const doing = "graduate";
  const [claims, exposure] = graduatedColumns(counts, "claims", "exposure");
  checkOptions(doing, options, ["order", "lambda", "dispersion"]);
  const { order = 2, lambda = "reml", dispersion = 1 } = options;
  if (typeof lambda !== "number") checkWords(doing, "lambda", lambda, ["reml", "gcv"]);
  checkWeights(claims.length, exposure, order, lambda);
  checkClaims(claims, exposure, dispersion);
  if (lambda === 0) return crudeRates(claims, exposure, order, dispersion);

  const data = {
    claims: claims.map((count) => count / dispersion),
    exposure: exposure.map((months) => months / dispersion),
    order,
  };
  const chosen = typeof lambda === "number" ? { lambda, isAtLimit: false } : chooseLambda(
    (candidate) => CRITERIA[lambda](fitLogRates(data, candidate)),
    meanWeight(data.claims),
  );
  const fit = fitLogRates(data, chosen.lambda);
  const rates = fit.logRates.map(Math.exp);
  return {
    rates,
    standardErrors: rates.map((rate, i) => rate * Math.sqrt(fit.inverse[i]!)),
    order,
    lambda: chosen.lambda,
    isLambdaAtLimit: chosen.isAtLimit,
    effectiveDegreesOfFreedom: fit.freedom,
    deviance: fit.deviance,
    dispersion,
  };
}

/** Claims and exposure by unit of dispersion. */
interface RateData {
  readonly claims: readonly number[];
  readonly exposure: readonly number[];
  readonly order: DifferenceOrder;
}

/** A penalised fit at one smoothing parameter. */
interface Fit {
  readonly logRates: readonly number[];
  /** Diagonal of the inverse of W + λP. */
  readonly inverse: Float64Array;
  /** Effective degrees of freedom. */
  readonly freedom: number;
  readonly deviance: number;
  /** Values with exposure. */
  readonly points: number;
  /** Twice the negative restricted log-likelihood, up to a constant. */
  readonly restricted: number;
}

/** What is made least over the smoothing parameter. */
const CRITERIA: Readonly<Record<"gcv" | "reml", (fit: Fit) => number>> = {
  gcv: ({ points, deviance, freedom }) => points * deviance / (points - freedom) ** 2,
  reml: ({ restricted }) => restricted,
};

function fitLogRates({ claims, exposure, order }: RateData, lambda: number): Fit {
  const size = claims.length;
  const penalty = differencePenalty(size, order);
  const overall = sumSimple(claims) / sumSimple(exposure);
  let logRates = claims.map((count, i) =>
    Math.log((count + 0.5) / (exposure[i]! + 0.5 / overall))
  );
  for (let step = 0, before = Infinity; step < MOST_STEPS; step++) {
    const expected = logRates.map((logRate, i) => exposure[i]! * Math.exp(logRate));
    const factor = bandedCholesky(penalised(expected, penalty, lambda));
    const working = expected.map((mean, i) => mean * logRates[i]! + claims[i]! - mean);
    const next = [...factor.solve(working)];
    const change = Math.max(...next.map((each, i) => Math.abs(each - logRates[i]!)));
    logRates = next;
    const isRounding = change < NEARLY_SETTLED && change > before / 4;
    before = change;
    if (change > SETTLED && !isRounding) continue;
    const inverse = factor.inverseDiagonal();
    const deviance = poissonDeviance(
      claims,
      logRates.map((logRate, i) => exposure[i]! * Math.exp(logRate)),
    );
    return {
      logRates,
      inverse,
      freedom: sumSimple(expected.map((mean, i) => mean * inverse[i]!)),
      deviance,
      points: exposure.filter((months) => months > 0).length,
      restricted: deviance + lambda * roughness(logRates, order) -
        (size - order) * Math.log(lambda) + factor.logDeterminant,
    };
  }
  throw new TooFewDataError(
    `Cannot graduate: rates that settle within ${MOST_STEPS} steps are wanted, got none ` +
      `with a smoothing parameter of ${lambda}`,
  );
}

/** No smoothing: the crude rates themselves. */
function crudeRates(
  claims: readonly number[],
  exposure: readonly number[],
  order: DifferenceOrder,
  dispersion: number,
): RateGraduation {
  return {
    rates: claims.map((count, i) => count / exposure[i]!),
    standardErrors: claims.map((count, i) =>
      count === 0 ? NaN : Math.sqrt(dispersion * count) / exposure[i]!
    ),
    order,
    lambda: 0,
    isLambdaAtLimit: false,
    effectiveDegreesOfFreedom: claims.length,
    deviance: 0,
    dispersion,
  };
}

function checkClaims(
  claims: readonly number[],
  exposure: readonly number[],
  dispersion: number,
): void {
  const isPossible = (count: number, i: number) =>
    count >= 0 && count < Infinity && (count === 0 || exposure[i]! > 0);
  const bad = claims.findIndex((count, i) => !isPossible(count, i));
  if (bad >= 0) {
    throw new RangeError(
      "Cannot graduate: claims of 0 or more, of those exposed, are wanted, got " +
        `${claims[bad]} of ${exposure[bad]} at ${bad + 1}`,
    );
  }
  const [claimed, exposed] = [sumSimple(claims), sumSimple(exposure)];
  if (claimed === 0) {
    throw new TooFewDataError("Cannot graduate: claims are wanted, got none");
  }
  if (claimed > exposed) {
    throw new RangeError(
      "Cannot graduate: at most one claim for a unit of exposure is wanted, got " +
        `${claimed} claims of ${exposed} (are the columns swapped?)`,
    );
  }
  const isPositive = (value: number) => value > 0 && value < Infinity;
  checkNumber("graduate", "a positive dispersion", dispersion, isPositive);
}
