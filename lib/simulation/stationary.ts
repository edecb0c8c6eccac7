import { DAYS_PER_MONTH, valueInYear } from "@jkp/month";
import { survivalAt } from "@jkp/survival";
import type { ValuationAssumptions } from "@jkp/valuation";
import { exactHazardScale, shareLasting } from "./job_length.ts";

/**
 * Assumptions in which nothing moves: unemployment at its reference, no growth of members
 * and earnings, and nobody counted but by the flow of terminations.
 *
 * @param assumptions Any assumptions.
 * @returns The same with the figures of the ceiling's base year for ever.
 *
 * @example Every year of a valuation then costs the same
 * ```ts
 * import { stationaryAssumptions } from "@jkp/simulation";
 * import { reportAssumptions, runValuation } from "@jkp/valuation";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const still = stationaryAssumptions(await reportAssumptions("pessimistic"));
 * const { years } = runValuation(still);
 * assertAlmostEquals(years[8]!.paygBenefitCostRate, years[9]!.paygBenefitCostRate, 1e-12);
 * ```
 */
export function stationaryAssumptions(
  assumptions: ValuationAssumptions,
): ValuationAssumptions {
  const { members, earnings, unemploymentRate, referenceUnemploymentRate } = assumptions;
  const year = earnings.baseYear.year;
  const still = ({ firstYear, values }: typeof members, value: number) => ({
    firstYear,
    values: values.map(() => value),
  });
  const level = (path: typeof members) => still(path, valueInYear(path, year));
  return {
    ...assumptions,
    choices: { ...assumptions.choices, beneficiaryMethod: "flow" },
    members: level(members),
    memberGrowthBeforeBaseYear: 0,
    unemploymentRate: still(unemploymentRate, referenceUnemploymentRate),
    earnings: {
      ...earnings,
      membersIdr: level(earnings.membersIdr),
      claimantsIdr: level(earnings.claimantsIdr),
    },
  };
}

/**
 * Benefits as a fraction of insurable earnings when nothing moves.
 *
 * By the renewal argument each member-month brings `q` terminations, whatever the tenure
 * of members; of each, the fraction `i · e` is involuntary and eligible, and is paid in
 * each month k = 0, …, n − 1 that begins out of work after the waiting period w, with
 * probability S(k + w). So the rate is
 *
 *     q · i · e · Σ S(k + w) · b · (claimants' earnings / members' earnings),
 *
 * with b the benefit rate. Time out of work ends at the maximum: S is 0 from there on.
 *
 * @param assumptions Assumptions, of which the base year's figures are taken.
 * @returns The cost rate, without administration.
 * @see Feller, An Introduction to Probability Theory and Its Applications II, chapter XI,
 * for renewal processes; ILO (2021), section 3.3, for the rate.
 *
 * @example As the valuation has it in a late year
 * ```ts
 * import { stationaryAssumptions, stationaryCostRate } from "@jkp/simulation";
 * import { reportAssumptions, runValuation } from "@jkp/valuation";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const still = stationaryAssumptions(await reportAssumptions("base"));
 * const late = runValuation(still).years.at(-1)!.paygBenefitCostRate;
 * assertAlmostEquals(stationaryCostRate(still), late, 1e-12);
 * ```
 */
export function stationaryCostRate(assumptions: ValuationAssumptions): number {
  const { earnings, terminationRatePerMonth, involuntaryShare, eligibleShare } =
    assumptions;
  const year = earnings.baseYear.year;
  const relativeEarnings = valueInYear(earnings.claimantsIdr, year) /
    valueInYear(earnings.membersIdr, year);
  return terminationRatePerMonth * involuntaryShare * eligibleShare *
    expectedMonthsPaid(assumptions) * assumptions.benefitRate * relativeEarnings;
}

/**
 * Mean months paid for an eligible claim: Σ S(k + w) over the months of the duration.
 *
 * @param assumptions Survival out of work, duration and waiting period.
 * @returns The mean, in months.
 * @see ILO (2021), section 3.2.2.
 *
 * @example About five and a half of six months
 * ```ts
 * import { expectedMonthsPaid } from "@jkp/simulation";
 * import { reportAssumptions } from "@jkp/valuation";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(expectedMonthsPaid(await reportAssumptions("base")), 5.5, 0.1);
 * ```
 */
export function expectedMonthsPaid(
  assumptions: Pick<
    ValuationAssumptions,
    | "survival"
    | "maximumUnemploymentMonths"
    | "maximumDurationMonths"
    | "waitingPeriodDays"
  >,
): number {
  const { survival, maximumUnemploymentMonths, maximumDurationMonths } = assumptions;
  const waiting = assumptions.waitingPeriodDays / DAYS_PER_MONTH;
  let months = 0;
  for (let month = 0; month < maximumDurationMonths; month++) {
    const time = month + waiting;
    if (time < maximumUnemploymentMonths) months += survivalAt(survival, time);
  }
  return months;
}

/**
 * Share of those terminated whose last job lasted a number of months or more.
 *
 * @param terminationRatePerMonth Terminations per member and month, the same for all.
 * @param months Months of unbroken service.
 * @param tenureShape Relative hazard in each year of tenure.
 * @returns The share.
 *
 * @example An even hazard
 * ```ts
 * import { unbrokenServiceShare } from "@jkp/simulation";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(unbrokenServiceShare(0.01, 12), 0.99 ** 11);
 * ```
 */
export function unbrokenServiceShare(
  terminationRatePerMonth: number,
  months: number,
  tenureShape: readonly number[] = [1],
): number {
  const scale = exactHazardScale(tenureShape, 1 / terminationRatePerMonth);
  return shareLasting(tenureShape, scale, months);
}
