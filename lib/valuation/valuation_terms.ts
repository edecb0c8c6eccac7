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

/** The terms that tell whether a scheme runs. */
type RunningTerms = Pick<
  ValuationTerms,
  "openingFundIdr" | "firstContributionMonth" | "firstBenefitMonth"
>;

/**
 * Whether a valuation is of a scheme that runs: one with a fund of its own before the first
 * contribution, of which benefits are paid as soon as contributions are.
 *
 * @param terms The terms of a valuation.
 * @returns Whether it runs; a scheme that is yet to begin has its law's capital at most,
 * or a fund from which nobody is paid in the first month.
 *
 * @example JKP as it is runs; it would not if benefits began a year after contributions; the
 * report's scheme was to begin
 * ```ts
 * import { isRunningScheme } from "@jkp/valuation";
 * import { readValuationFile } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const terms = async (name: string) => (await readValuationFile(name)).terms;
 * const jkp = await terms("jkp_2026");
 * assertEquals(isRunningScheme(jkp), true);
 * const firstBenefitMonth = jkp.firstContributionMonth + 12;
 * assertEquals(isRunningScheme({ ...jkp, firstBenefitMonth }), false);
 * assertEquals(isRunningScheme(await terms("report_2021")), false);
 * ```
 */
export function isRunningScheme(
  { openingFundIdr, firstContributionMonth, firstBenefitMonth }: RunningTerms,
): boolean {
  return openingFundIdr !== null && firstBenefitMonth <= firstContributionMonth;
}

/**
 * Whether the rate at which a fund is tried is the one that is paid, and not tried alone:
 * the scheme runs, and nothing takes the place of the rate that its law names.
 *
 * @param valuation The terms of a valuation, and the rate of the law, `null` if it has none.
 * @returns Whether it is paid.
 *
 * @example JKP at 0.36 per cent, and tried at another rate over the law
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { isTrialRatePaid } from "@jkp/valuation";
 * import { assertEquals } from "@std/assert";
 *
 * const firstMonth = monthOf(2026, 1);
 * const terms = {
 *   openingFundIdr: 17e12,
 *   firstContributionMonth: firstMonth,
 *   firstBenefitMonth: firstMonth,
 * };
 * assertEquals(isTrialRatePaid({ terms, ownRate: 0.0036 }), true);
 * const overLaw = { ...terms, trialIsOverLaw: true as const };
 * assertEquals(isTrialRatePaid({ terms: overLaw, ownRate: 0.0036 }), false);
 * ```
 */
export function isTrialRatePaid({ terms, ownRate }: {
  readonly terms: RunningTerms & Pick<ValuationTerms, "trialIsOverLaw">;
  readonly ownRate: number | null;
}): boolean {
  return isRunningScheme(terms) && !(terms.trialIsOverLaw === true && ownRate !== null);
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
