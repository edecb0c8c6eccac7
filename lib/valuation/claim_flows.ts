import { survivalAt } from "@jkp/survival";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import { benefitMonth } from "./benefit_months.ts";
import {
  entitledTerminations,
  paidOfEntitled,
  paymentPattern,
} from "./benefit_projection.ts";
import type { MonthlyProjection } from "./projection.ts";
import { isRunningScheme } from "./valuation_terms.ts";
import { waitingShift } from "./waiting_shift.ts";

/** Claims that begin and that are paid up, by month of the projection. */
export interface ClaimFlows {
  readonly firstPayments: Float64Array;
  /** Beneficiaries paid their last month. */
  readonly exhaustions: Float64Array;
  /** Months from the first payment to the last. */
  readonly lagMonths: number;
}

/**
 * Claims that begin and that are paid up, month by month, under rules that do not change.
 *
 * Those paid in month d of their benefit, counted from 0, are the entitled of d months
 * before who are still out of work; the first month is d = 0, the last the longest benefit.
 * In the month in which the scheme begins, everybody paid is paid for the first time; a
 * scheme with an opening fund is running, and its claims began before.
 *
 * @returns The flows; or why they cannot be told, in words.
 */
export function claimFlows(
  assumptions: ValuationAssumptions,
  months: MonthlyProjection,
): ClaimFlows | string {
  const { benefitMonths, survival, terms } = assumptions;
  const pattern = paymentPattern(assumptions);
  const shareOf = (month: number) => benefitMonth(benefitMonths, month)?.paidShare ?? 1;
  const paid = [...pattern.keys()].filter((month) => pattern[month]! > 0);
  const last = paid.at(-1) ?? 0;
  if (paid.some((month) => Math.abs(shareOf(month) - shareOf(0)) > 1e-9)) {
    return "groups begin or end their benefit in different months, and are not told apart";
  }
  const shift = waitingShift(assumptions);
  // Persons, whatever part of the month they are paid.
  const inMonth = (month: number) => survivalAt(survival, month + shift) * shareOf(month);
  const market = {
    ...months,
    lastMonth: months.firstMonth + months.members.length - 1,
  };
  const entitled = entitledTerminations(assumptions, market, months.terminations);
  const paidOf = paidOfEntitled(assumptions, market);
  const start = terms.firstBenefitMonth - months.firstMonth;
  const paidInMonth = (i: number, month: number) =>
    paidOf((entitled[i - month] ?? 0) * inMonth(month), i);
  return {
    firstPayments: entitled.map((_, i) => {
      if (isRunningScheme(terms)) return paidInMonth(i, 0);
      if (i < start) return 0;
      if (i > start) return paidInMonth(i, 0);
      return paid.reduce((sum, month) => sum + paidInMonth(i, month), 0);
    }),
    exhaustions: entitled.map((_, i) => i < start ? 0 : paidInMonth(i, last)),
    lagMonths: last,
  };
}
