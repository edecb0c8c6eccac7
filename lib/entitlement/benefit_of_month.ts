import { benefitAt, isOfAge } from "@jkp/scheme";
import type { PreparedRules } from "./prepare.ts";

/**
 * The benefit of a month.
 *
 * @param rules Prepared rules.
 * @param reason Number of the reason in `TERMINATION_CAUSES`.
 * @param age In whole years.
 * @param referenceWage In currency a month.
 * @param month Of the entitlement, counted from 0.
 * @returns Currency a month; NaN for an age without a wage band.
 *
 * @example JKP falls from 45 to 25 per cent after three months
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { benefitOfMonth, prepareRules } from "@jkp/entitlement";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const rules = prepareRules(rulesAt(await readScheme("jkp_2021"), monthOf(2022, 2)));
 * const benefit = (month: number) => benefitOfMonth(rules, 0, 30, 4_000_000, month);
 * assertEquals([benefit(2), benefit(3)], [1_800_000, 1_000_000]);
 * ```
 */
export function benefitOfMonth(
  rules: PreparedRules,
  reason: number,
  age: number,
  referenceWage: number,
  month: number,
): number {
  const own = rules.reasonRate[reason]!;
  const benefit = own === own
    ? own * referenceWage
    : rules.isGraded
    ? gradedBenefit(rules, age, referenceWage)
    : rules.rates[month]! * referenceWage;
  return Math.min(rules.maximumBenefit, Math.max(rules.minimumBenefit, benefit));
}

function gradedBenefit(rules: PreparedRules, age: number, referenceWage: number): number {
  const { ageCurves, daysPerMonth, wholeUnits } = rules;
  let k = 0;
  while (k < ageCurves.length && !isOfAge(ageCurves[k]!, age)) k++;
  if (k === ageCurves.length) return NaN;
  const exact = referenceWage / daysPerMonth;
  // Of a mean of whole amounts, not to drop a unit for the last digit's noise.
  const wage = wholeUnits ? Math.floor(exact + 1e-9) : exact;
  const benefit = benefitAt(ageCurves[k]!.curve, wage);
  return (wholeUnits ? Math.floor(benefit + 1e-9) : benefit) * daysPerMonth;
}
