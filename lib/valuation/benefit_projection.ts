import { monthlyValues } from "@jkp/month";
import { averageMonthlyEarnings } from "@jkp/scheme";
import { survivalAt } from "@jkp/survival";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import { benefitMonth, meanOverBenefitMonths } from "./benefit_months.ts";
import { convolve } from "./convolve.ts";
import type { CoveredLabourMarket } from "./labour_market.ts";
import { allowancePattern, convolveAllowances } from "./reemployment_allowances.ts";
import { waitingShift } from "./waiting_shift.ts";

/** Benefits month by month, on the claims of some terminations. */
export interface BenefitProjection {
  /** Unemployed within waiting period and maximum duration. */
  readonly theoreticalBeneficiaries: Float64Array;
  /** Beneficiaries paid. */
  readonly beneficiaries: Float64Array;
  /** Mean benefit of a beneficiary, rupiah a month. */
  readonly meanBenefitIdr: Float64Array;
  /** Allowances to who finds work before the benefit ends, rupiah. */
  readonly allowancesIdr: Float64Array;
}

/**
 * Projects benefits of one set of rules, by month.
 *
 * Those paid are the estimated number of unemployed times the ratio of theoretical
 * beneficiaries to theoretical unemployed.
 */
export function projectBenefits(
  assumptions: ValuationAssumptions,
  market: CoveredLabourMarket,
  { terminations, claimantEarningsIdr }: {
    readonly terminations: Float64Array;
    readonly claimantEarningsIdr: Float64Array;
  },
): BenefitProjection {
  const { benefitRate, averageEarningsMonths, benefitMonths, choices } = assumptions;
  const pattern = paymentPattern(assumptions);
  const theoreticalBeneficiaries = convolve(terminations, pattern);
  const entitled = entitledTerminations(assumptions, market, terminations);
  const entitledBeneficiaries = entitled === terminations
    ? theoreticalBeneficiaries
    : convolve(entitled, pattern);
  const alike = averageMonthlyEarnings(claimantEarningsIdr, averageEarningsMonths)
    .map((earned) => benefitRate * earned);
  return {
    theoreticalBeneficiaries,
    beneficiaries: payBeneficiaries(assumptions, market, entitledBeneficiaries),
    meanBenefitIdr: meanOverBenefitMonths(benefitMonths, alike, {
      firstMonth: market.firstMonth,
      terminations: entitled,
      pattern,
      referenceEarnings: choices.referenceEarnings,
    }),
    allowancesIdr: payAllowances(assumptions, market, { entitled, alike }),
  };
}

/** Allowances paid, scaled as beneficiaries are; none in the first month of benefits. */
function payAllowances(
  assumptions: ValuationAssumptions,
  market: CoveredLabourMarket,
  { entitled, alike }: {
    readonly entitled: Float64Array;
    readonly alike: Float64Array;
  },
): Float64Array {
  const pattern = allowancePattern(assumptions);
  if (pattern.length === 0) return new Float64Array(alike.length);
  const { firstMonth } = market;
  const firstBenefit = assumptions.terms.firstBenefitMonth - firstMonth;
  const paidOf = paidOfEntitled(assumptions, market);
  const { referenceEarnings } = assumptions.choices;
  return convolveAllowances(pattern, alike, {
    firstMonth,
    terminations: entitled,
    referenceEarnings,
  }).map((allowances, i) => i <= firstBenefit ? 0 : paidOf(allowances, i));
}

/** The fraction of a month's terminations that is paid so many months later. */
export function paymentPattern(assumptions: ValuationAssumptions): Float64Array {
  const { maximumDurationMonths, choices, survival } = assumptions;
  const shift = waitingShift(assumptions);
  const pattern = Float64Array.from(
    { length: maximumDurationMonths },
    (_, months) =>
      survivalAt(survival, months + shift) *
      (benefitMonth(assumptions.benefitMonths, months)?.paidShare ?? 1),
  );
  if (choices.waitingPeriod !== "shortens_payments") return pattern;
  // The wait is taken from the last months: a part of one, or whole ones too.
  const last = pattern.length - 1;
  return pattern.map((share, month) =>
    share * Math.min(1, Math.max(0, 1 - shift + (last - month)))
  );
}

/**
 * Beneficiaries paid: those entitled, scaled to the estimated unemployed; only the
 * involuntary and eligible claim.
 */
function payBeneficiaries(
  assumptions: ValuationAssumptions,
  market: CoveredLabourMarket,
  entitled: Float64Array,
): Float64Array {
  const firstBenefit = assumptions.terms.firstBenefitMonth - market.firstMonth;
  const paidOf = paidOfEntitled(assumptions, market);
  return entitled.map((count, i) => i < firstBenefit ? 0 : paidOf(count, i));
}

/** How many are paid of those entitled in the month of a place. */
export function paidOfEntitled(
  { choices, involuntaryShare, eligibleShare }: ValuationAssumptions,
  { theoreticalUnemployed, estimatedUnemployed }: Pick<
    CoveredLabourMarket,
    "theoreticalUnemployed" | "estimatedUnemployed"
  >,
): (count: number, place: number) => number {
  return (count, i) => {
    const scale = choices.beneficiaryMethod === "flow"
      ? 1
      : estimatedUnemployed[i]! / theoreticalUnemployed[i]!;
    return count * scale * involuntaryShare * eligibleShare;
  };
}

/**
 * Terminations after which benefits can be claimed; where the entitled share moves with the
 * sexes and ages of leavers, as many as that makes of them.
 */
export function entitledTerminations(
  { terms, choices, entitledRelativity }: ValuationAssumptions,
  { firstMonth, lastMonth }: Pick<CoveredLabourMarket, "firstMonth" | "lastMonth">,
  terminations: Float64Array,
): Float64Array {
  const relative = entitledRelativity === undefined ? undefined : monthlyValues(
    entitledRelativity,
    firstMonth,
    lastMonth,
    choices.levelShape,
    "carried_back",
  );
  const entitled = relative === undefined
    ? terminations
    : terminations.map((count, i) => count * relative[i]!);
  if (choices.firstPayments === "all_still_entitled") return entitled;
  const firstBenefit = terms.firstBenefitMonth - firstMonth;
  return entitled.map((count, i) => i < firstBenefit ? 0 : count);
}
