import { checkNumber } from "@jkp/problem";
import { type Estimate, meanEstimate, valuesOf } from "../estimates.ts";

/** What part of the variance of a value an input explains. */
export interface SobolIndices {
  /** By itself (first order). */
  readonly first: Estimate;
  /** By itself and together with others (total). */
  readonly total: Estimate;
}

/**
 * A value from inputs that are drawn independently: `drawOf` says which draw of its own
 * sequence an input (from 0) is taken from.
 */
export type DrawnModel = (drawOf: (input: number) => number) => number;

/**
 * Sobol indices of each input, from (inputs + 2) · draws values: draws 2i and 2i + 1 are the
 * two samples. First order by the estimator of Saltelli et al. (2010), total by Jansen's;
 * standard errors are those of a ratio of means. Estimates may fall outside 0 to 1 by chance.
 *
 * @returns Indices by input; `null` if the value does not vary.
 * @throws {RangeError} With fewer than two draws, or no input.
 * @see Saltelli et al. (2010), "Variance based sensitivity analysis of model output",
 * Computer Physics Communications 181, table 2, formulas (b) and (f).
 */
export function sobolIndices(
  model: DrawnModel,
  inputs: number,
  draws: number,
): readonly SobolIndices[] | null {
  const doing = "split a variance";
  const atLeast = (least: number) => (value: number) =>
    Number.isInteger(value) && value >= least;
  checkNumber(doing, "a number of inputs, 1 or more,", inputs, atLeast(1));
  checkNumber(doing, "a number of draws, 2 or more,", draws, atLeast(2));
  const values = (of: (draw: number) => number) => valuesOf(draws, of);
  const one = values((draw) => model(() => 2 * draw));
  const other = values((draw) => model(() => 2 * draw + 1));
  const centre = (meanEstimate(one).value + meanEstimate(other).value) / 2;
  const squares = one.map((value, i) =>
    ((value - centre) ** 2 + (other[i]! - centre) ** 2) / 2
  );
  if (squares.every((square) => square <= ROUNDING * centre ** 2)) return null;
  return Array.from({ length: inputs }, (_, swapped) => {
    const mixed = values((draw) =>
      model((input) => input === swapped ? 2 * draw + 1 : 2 * draw)
    );
    return {
      first: ratioEstimate(
        mixed.map((value, i) => (other[i]! - centre) * (value - one[i]!)),
        squares,
      ),
      total: ratioEstimate(mixed.map((value, i) => (value - one[i]!) ** 2 / 2), squares),
    };
  });
}

/** Squares of relative differences that rounding makes. */
const ROUNDING = 1e-24;

/** A mean over another of the same draws. */
function ratioEstimate(over: Float64Array, under: Float64Array): Estimate {
  const mean = meanEstimate(under).value;
  const value = meanEstimate(over).value / mean;
  const rest = meanEstimate(over.map((each, i) => each - value * under[i]!));
  return { value, standardError: rest.standardError! / Math.abs(mean) };
}
