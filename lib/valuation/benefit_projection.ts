import { monthlyValues } from "@jkp/month";
import { averageMonthlyEarnings } from "@jkp/scheme";
import { survivalAt } from "@jkp/survival";
import { NEW_ARRAY, type NewArray } from "./array_pool.ts";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import {
  benefitMonth,
  meanOverBenefitMonths,
  relativeBenefits,
} from "./benefit_months.ts";
import { convolve } from "./convolve.ts";
import { type Departures, timesEach, timesMonthly } from "./departures.ts";
import type { CoveredLabourMarket } from "./labour_market.ts";
import {
  allowancePattern,
  allowancesByMonth,
  convolveAllowances,
} from "./reemployment_allowances.ts";
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

/** One set of rules over the months of a projection: what no claim moves. */
export interface BenefitPlan {
  readonly assumptions: ValuationAssumptions;
  /** The fraction of terminations paid so many months later. */
  readonly pattern: Float64Array;
  /** Entitled share over the base year's, by month; left out where it is the same. */
  readonly entitledRelativity?: Float64Array;
  /**
   * Benefit over the best month's rate, `[month of benefit][calendar month]`; left out
   * where all months of benefit are alike.
   */
  readonly relativeBenefits?: readonly Float64Array[];
  /** Allowances over the best month's rate: `[months since the end][calendar month]`. */
  readonly allowances: readonly Float64Array[];
}

/** Lays out a set of rules over the months of a labour market. */
export function planBenefits(
  assumptions: ValuationAssumptions,
  span: Span,
): BenefitPlan {
  const { benefitMonths, choices: { referenceEarnings } } = assumptions;
  const pattern = paymentPattern(assumptions);
  const entitledRelativity = entitledRelativityByMonth(assumptions, span);
  return {
    assumptions,
    pattern,
    ...(entitledRelativity === undefined ? {} : { entitledRelativity }),
    ...(benefitMonths === undefined && referenceEarnings !== "before_claim"
      ? {}
      : { relativeBenefits: relativeBenefits(benefitMonths, pattern.length, span) }),
    allowances: allowancesByMonth(allowancePattern(assumptions), span),
  };
}

/**
 * Projects benefits of one set of rules, by month.
 *
 * Those paid are the estimated number of unemployed times the ratio of theoretical
 * beneficiaries to theoretical unemployed.
 */
export function projectBenefits(
  plan: BenefitPlan,
  market: CoveredLabourMarket,
  { terminations, claimantEarningsIdr }: {
    readonly terminations: Float64Array;
    readonly claimantEarningsIdr: Float64Array;
  },
  departures: Departures = {},
  newArray = NEW_ARRAY,
): BenefitProjection {
  const { assumptions, pattern, allowances } = plan;
  const { benefitRate, averageEarningsMonths } = assumptions;
  const theoreticalBeneficiaries = convolve(terminations, pattern, newArray);
  const entitled = entitledOf(
    plan,
    market,
    timesMonthly(terminations, departures.claims, newArray),
    newArray,
  );
  const entitledBeneficiaries = entitled === terminations
    ? theoreticalBeneficiaries
    : convolve(entitled, pattern, newArray);
  const { length } = terminations;
  const alike = averageMonthlyEarnings(
    claimantEarningsIdr,
    averageEarningsMonths,
    newArray(length),
  );
  for (let i = 0; i < length; i++) alike[i]! *= benefitRate;
  const claims = {
    terminations: entitled,
    referenceEarnings: assumptions.choices.referenceEarnings,
  };
  return {
    theoreticalBeneficiaries,
    // Of the first month of benefits already.
    beneficiaries: payEntitled(plan, market, entitledBeneficiaries, 0, newArray),
    meanBenefitIdr: plan.relativeBenefits === undefined ? alike : meanOverBenefitMonths(
      timesEach(plan.relativeBenefits, departures.relativeBenefits, newArray),
      alike,
      { ...claims, pattern },
      newArray,
    ),
    // None in the first month of benefits.
    allowancesIdr: allowances.length === 0 ? newArray(length).fill(0) : payEntitled(
      plan,
      market,
      convolveAllowances(
        timesEach(allowances, departures.allowances, newArray),
        alike,
        claims,
        newArray,
      ),
      1,
      newArray,
    ),
  };
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
 * Beneficiaries paid, or their allowances: of those entitled, scaled to the estimated
 * unemployed; only the involuntary and eligible claim. Nothing before the month that is so
 * many after the first with benefits.
 */
function payEntitled(
  { assumptions }: BenefitPlan,
  market: CoveredLabourMarket,
  entitled: Float64Array,
  monthsAfter: number,
  newArray: NewArray,
): Float64Array {
  const { length } = entitled;
  const first = assumptions.terms.firstBenefitMonth - market.firstMonth + monthsAfter;
  const paidOf = paidOfEntitled(assumptions, market);
  const paid = newArray(length);
  for (let i = 0; i < length; i++) paid[i] = i < first ? 0 : paidOf(entitled[i]!, i);
  return paid;
}

/** How many are paid of those entitled in the month of a place. */
export function paidOfEntitled(
  { choices, involuntaryShare, eligibleShare }: ValuationAssumptions,
  { theoreticalUnemployed, estimatedUnemployed }: Pick<
    CoveredLabourMarket,
    "theoreticalUnemployed" | "estimatedUnemployed"
  >,
): (count: number, place: number) => number {
  const isFlow = choices.beneficiaryMethod === "flow";
  return (count, i) => {
    const scale = isFlow ? 1 : estimatedUnemployed[i]! / theoreticalUnemployed[i]!;
    return count * scale * involuntaryShare * eligibleShare;
  };
}

/** Terminations after which benefits can be claimed. */
export function entitledTerminations(
  assumptions: ValuationAssumptions,
  span: Span,
  terminations: Float64Array,
): Float64Array {
  const entitledRelativity = entitledRelativityByMonth(assumptions, span);
  const plan = entitledRelativity === undefined ? {} : { entitledRelativity };
  return entitledOf({ assumptions, ...plan }, span, terminations);
}

/**
 * Terminations after which benefits can be claimed; where the entitled share moves with the
 * sexes and ages of leavers, as many as that makes of them.
 */
function entitledOf(
  { assumptions: { terms, choices }, entitledRelativity }: Pick<
    BenefitPlan,
    "assumptions" | "entitledRelativity"
  >,
  { firstMonth }: Pick<Span, "firstMonth">,
  terminations: Float64Array,
  newArray = NEW_ARRAY,
): Float64Array {
  const entitled = timesMonthly(terminations, entitledRelativity, newArray);
  if (choices.firstPayments === "all_still_entitled") return entitled;
  const firstBenefit = terms.firstBenefitMonth - firstMonth;
  const { length } = entitled;
  const since = newArray(length);
  for (let i = 0; i < length; i++) since[i] = i < firstBenefit ? 0 : entitled[i]!;
  return since;
}

function entitledRelativityByMonth(
  { choices, entitledRelativity }: ValuationAssumptions,
  { firstMonth, lastMonth }: Span,
): Float64Array | undefined {
  return entitledRelativity && monthlyValues(
    entitledRelativity,
    firstMonth,
    lastMonth,
    choices.levelShape,
    "carried_back",
  );
}

/** First and last month. */
type Span = Pick<CoveredLabourMarket, "firstMonth" | "lastMonth">;
