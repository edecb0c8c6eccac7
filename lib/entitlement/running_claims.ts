import { formatMonth, type Month } from "@jkp/month";
import type { Rules } from "@jkp/scheme";
import { benefitOfMonth } from "./benefit_of_month.ts";
import { type CalculationOptions, type PreparedRules, prepareRules } from "./prepare.ts";

/** Rules that hold from their month on, ready for claims. */
export interface RulesReady {
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

/** Makes rules ready, in order of time. */
export function readyRules(
  rulesInTime: readonly Rules[],
  options: CalculationOptions,
): RulesReady[] {
  return rulesInTime.map((rules) => ({ rules, prepared: prepareRules(rules, options) }));
}

/** The new rates by which some month of a claim is paid. */
export function newRatesOfClaim(
  newRates: readonly RulesReady[],
  { firstBenefitMonth, months }: Pick<PaidClaim, "firstBenefitMonth" | "months">,
): RulesReady[] {
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
  newRates: readonly RulesReady[],
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
