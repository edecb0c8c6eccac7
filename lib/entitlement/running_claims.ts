import { formatMonth, type Month } from "@jkp/month";
import { changesRunningClaims, type Rules } from "@jkp/scheme";
import { benefitOfMonth } from "./benefit_of_month.ts";
import { type CalculationOptions, type PreparedRules, prepareRules } from "./prepare.ts";

/** Rules by whose rates running claims are paid from their month on. */
export interface NewRates {
  readonly rules: Rules;
  readonly prepared: PreparedRules;
}

/** What the months of a claim are paid on. */
export interface PaidClaim {
  /** Number of the reason in `TERMINATION_CAUSES`. */
  readonly reason: number;
  readonly age: number;
  readonly referenceWage: number;
  /** Months of the entitlement that were paid before. */
  readonly used: number;
  readonly months: number;
  readonly firstBenefitMonth: Month;
}

/** The later rules that running claims are paid by, in order of time. */
export function newRatesIn(
  later: readonly Rules[],
  options: CalculationOptions,
): NewRates[] {
  return later.filter(changesRunningClaims)
    .map((rules) => ({ rules, prepared: prepareRules(rules, options) }));
}

/** The new rates by which some month of a claim is paid. */
export function newRatesOfClaim(
  newRates: readonly NewRates[],
  { firstBenefitMonth, months }: Pick<
    PaidClaim,
    "firstBenefitMonth" | "months"
  >,
): NewRates[] {
  return newRates.filter(({ rules }) => rules.month < firstBenefitMonth + months);
}

/**
 * The benefit of each month of a claim, in the scheme's currency: by the last new rates
 * in force in the calendar month, otherwise by the rules that decided the claim.
 *
 * @throws {RangeError} If new rates name no benefit for a month or an age.
 */
export function claimBenefits(
  prepared: PreparedRules,
  newRates: readonly NewRates[],
  { reason, age, referenceWage, used, months, firstBenefitMonth }: PaidClaim,
): number[] {
  return Array.from({ length: months }, (_, i) => {
    const now = newRates.findLast(({ rules }) => rules.month <= firstBenefitMonth + i);
    const rates = now?.prepared ?? prepared;
    const benefit = benefitOfMonth(rates, reason, age, referenceWage, used + i);
    if (now === undefined || benefit === benefit) return benefit;
    throw new RangeError(
      `Cannot pay a running claim by ${now.rules.name}'s rates of ` +
        `${formatMonth(now.rules.month)}: a benefit of month ${used + i + 1} at age ` +
        `${age} is wanted, got none`,
    );
  });
}
