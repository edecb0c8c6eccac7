import { valueInWords } from "@jkp/problem";
import {
  linearRegression,
  linearRegressionLine,
  mean,
  sumSimple,
} from "simple-statistics";

/** A first-order autoregression: x(t) = persistence · x(t−1) + shock(t). */
export interface MeanReversion {
  readonly persistence: number;
  /** Standard deviation of the shocks, in the unit of the series. */
  readonly shockSd: number;
  /** The shocks, from the second value on. */
  readonly shocks: readonly number[];
}

/**
 * Fits a first-order autoregression to the departures of a yearly series from its mean or
 * its straight trend, by least squares. In a short series the persistence comes out too low
 * (Kendall, 1954: by some (1 + 3φ)/n with a mean): it is reported as it is.
 *
 * @param values One value a year, without gaps; logarithms of what is positive.
 * @param around What the series comes back to.
 * @returns Persistence, and shocks with their standard deviation over n − 2 of them.
 * @throws {RangeError} If there are fewer than five values, or they do not vary.
 */
export function fitMeanReversion(
  values: readonly number[],
  around: "mean" | "trend",
): MeanReversion {
  if (values.length < 5 || !values.every(Number.isFinite)) {
    throw new RangeError(
      "Cannot fit a mean reversion: five or more numbers are wanted, got " +
        valueInWords(values),
    );
  }
  const middle = around === "mean"
    ? () => mean([...values])
    : linearRegressionLine(linearRegression(values.map((value, i) => [i, value])));
  const departures = values.map((value, i) => value - middle(i));
  const before = departures.slice(0, -1);
  const squares = sumSimple(before.map((value) => value ** 2));
  if (!(squares > 0)) {
    throw new RangeError("Cannot fit a mean reversion: values that vary are wanted");
  }
  const persistence = sumSimple(before.map((value, i) => value * departures[i + 1]!)) /
    squares;
  const shocks = before.map((value, i) => departures[i + 1]! - persistence * value);
  const freedom = shocks.length - 1;
  return {
    persistence,
    shockSd: Math.sqrt(sumSimple(shocks.map((shock) => shock ** 2)) / freedom),
    shocks,
  };
}
