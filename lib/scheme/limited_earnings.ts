import { findRoot } from "@jkp/numeric";
import normalCdf from "@stdlib/normal-cdf";

/** Earnings that are lognormal, given by their mean and the spread of their logarithm. */
export interface EarningsDistribution {
  /** Mean monthly earnings in rupiah, before any ceiling. */
  readonly meanIdrPerMonth: number;
  /** Standard deviation of the logarithm of earnings. */
  readonly logStandardDeviation: number;
}

/**
 * Mean earnings after a ceiling: the limited expected value E[min(X, ceiling)].
 *
 * @param earnings The distribution before the ceiling.
 * @param ceilingIdrPerMonth The ceiling; `Infinity` for none.
 * @returns Mean insurable earnings in rupiah a month.
 * @throws {RangeError} If the mean, the spread or the ceiling is not positive.
 * @see Klugman, Panjer and Willmot, Loss Models, Appendix A.5.1.1 (lognormal).
 *
 * @example Insured men of 2020: ILO (2021), Table 3.2 prints 3 862 296
 * ```ts
 * import { limitedExpectedValue } from "@jkp/scheme";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const men = { meanIdrPerMonth: 4_702_881, logStandardDeviation: 0.939106 };
 * assertAlmostEquals(limitedExpectedValue(men, 8_939_700), 3_862_296, 1);
 * ```
 */
export function limitedExpectedValue(
  earnings: EarningsDistribution,
  ceilingIdrPerMonth: number,
): number {
  const { meanIdrPerMonth: mean, logStandardDeviation: sigma } = earnings;
  if (!(mean > 0 && sigma > 0 && ceilingIdrPerMonth > 0)) {
    throw new RangeError(
      "Cannot limit earnings: a positive mean, spread and ceiling are wanted, got " +
        `${mean}, ${sigma} and ${ceilingIdrPerMonth}`,
    );
  }
  if (ceilingIdrPerMonth === Infinity) return mean;
  const standardised = (Math.log(ceilingIdrPerMonth / mean) + sigma ** 2 / 2) / sigma;
  return mean * normalCdf(standardised - sigma, 0, 1) +
    ceilingIdrPerMonth * (1 - normalCdf(standardised, 0, 1));
}

/**
 * A moment of earnings over a range: E[X^order], where X outside the range counts nothing.
 *
 * @param earnings The distribution.
 * @param order 0 for the share of earners, 1 for their earnings, 2 for the squares.
 * @param from Where the range begins, rupiah a month; 0 for the lowest.
 * @param to Where it ends, not before `from`; `Infinity` for the highest.
 * @returns The moment, in rupiah to the power `order`.
 * @see Klugman, Panjer and Willmot, Loss Models, Appendix A.5.1.1 (lognormal).
 *
 * @example With a ceiling: what is earned below it, and the ceiling for all others
 * ```ts
 * import { limitedExpectedValue, partialMoment } from "@jkp/scheme";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const earnings = { meanIdrPerMonth: 4_000_000, logStandardDeviation: 0.8 };
 * assertAlmostEquals(
 *   partialMoment(earnings, 1, 0, 5e6) + 5e6 * partialMoment(earnings, 0, 5e6, Infinity),
 *   limitedExpectedValue(earnings, 5e6),
 *   1e-6,
 * );
 * ```
 */
export function partialMoment(
  { meanIdrPerMonth: mean, logStandardDeviation: sigma }: EarningsDistribution,
  order: 0 | 1 | 2,
  from: number,
  to: number,
): number {
  const below = (wage: number) =>
    normalCdf((Math.log(wage / mean) + sigma ** 2 / 2) / sigma - order * sigma, 0, 1);
  // E[X^k] of a lognormal with this mean.
  const whole = mean ** order * Math.exp(order * (order - 1) / 2 * sigma ** 2);
  return whole * (below(to) - below(from));
}

/**
 * The spread that joins a mean before a ceiling to a mean after it.
 *
 * @param meanIdrPerMonth Mean earnings before the ceiling.
 * @param ceilingIdrPerMonth The ceiling.
 * @param limitedMeanIdrPerMonth Mean earnings after the ceiling.
 * @returns Standard deviation of the logarithm of earnings.
 * @throws {RangeError} If no lognormal distribution has these means.
 *
 * @example Back from the example of `limitedExpectedValue`
 * ```ts
 * import { fitLogStandardDeviation } from "@jkp/scheme";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const spread = fitLogStandardDeviation(4_702_881, 8_939_700, 3_862_296);
 * assertAlmostEquals(spread, 0.939106, 1e-6);
 * ```
 */
export function fitLogStandardDeviation(
  meanIdrPerMonth: number,
  ceilingIdrPerMonth: number,
  limitedMeanIdrPerMonth: number,
): number {
  return findRoot(
    (logStandardDeviation) =>
      limitedExpectedValue(
        { meanIdrPerMonth, logStandardDeviation },
        ceilingIdrPerMonth,
      ) -
      limitedMeanIdrPerMonth,
    { lower: 0.01, upper: 5, purpose: "the spread of earnings" },
  ).root;
}
