import type { Month } from "@jkp/month";

/** Most years that a valuation can project. */
export const MOST_PROJECTION_YEARS = 40;

/** The terms on which schemes are valued: no law has them. */
export interface ValuationTerms {
  readonly firstContributionMonth: Month;
  readonly firstBenefitMonth: Month;
  readonly projectionYears: number;
  /** Reserve wanted at the end, in years of the last year's total expenses. */
  readonly reserveMultiple: number;
  /** Contribution rate, a fraction, at which it is asked when the fund runs out. */
  readonly trialContributionRate: number;
  /** Whether the rate is tried even where the law names one. @default it is the law's */
  readonly trialIsOverLaw?: true;
  /** The fund before the first contribution, rupiah; `null` for the law's own capital. */
  readonly openingFundIdr: number | null;
  /**
   * Workers covered at the start, for the cost of benefits in the first year; `null` where
   * that is not asked.
   */
  readonly transition: {
    readonly jhtWorkers: number;
    readonly jhtAndJkkWorkers: number;
  } | null;
}

/**
 * The last month of a projection.
 *
 * @param terms The terms of a valuation.
 * @returns The month.
 */
export function lastProjectedMonth(
  { firstContributionMonth, projectionYears }: Pick<
    ValuationTerms,
    "firstContributionMonth" | "projectionYears"
  >,
): Month {
  return firstContributionMonth + 12 * projectionYears - 1;
}
