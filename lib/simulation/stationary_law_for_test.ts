import { DAYS_PER_MONTH, valueInYear } from "@jkp/month";
import { survivalAt } from "@jkp/survival";
import type { ValuationAssumptions } from "@jkp/valuation";
import { exactHazardScale } from "./job_length.ts";

/**
 * The same assumptions with the figures of the ceiling's base year for ever: unemployment
 * at its reference, no growth of members and earnings, and numbers by the flow of
 * terminations alone.
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
 * Benefits as a fraction of insurable earnings when nothing moves, without
 * administration.
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
 * @see Feller, An Introduction to Probability Theory and Its Applications II, chapter XI,
 * for renewal processes; ILO (2021), section 3.3, for the rate.
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
 * @see ILO (2021), section 3.2.2.
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
 * Share of leavers with a last job of some months or more; `tenureShape` is the relative
 * hazard in each year of tenure.
 */
export function unbrokenServiceShare(
  terminationRatePerMonth: number,
  months: number,
  tenureShape: readonly number[] = [1],
): number {
  const scale = exactHazardScale(tenureShape, 1 / terminationRatePerMonth);
  return shareLasting(tenureShape, scale, months);
}

/** Share of jobs that last a number of months or more. */
export function shareLasting(
  shape: readonly number[],
  scale: number,
  months: number,
): number {
  let cumulative = 0;
  for (let month = 0; month < months - 1; month++) {
    cumulative += shape[Math.min(shape.length - 1, Math.floor(month / 12))]!;
  }
  return Math.exp(-scale * cumulative);
}
