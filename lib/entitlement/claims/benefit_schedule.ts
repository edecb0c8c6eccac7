import type { Month } from "@jkp/month";
import type { Entitlement } from "../entitlement.ts";
import type { HistoryClaim } from "../history.ts";
import { reemploymentAllowance } from "../reemployment.ts";
import { allowedEarnings } from "../other_earnings.ts";
import { remainingEntitlement } from "../remaining.ts";
import type { Rules } from "@jkp/scheme";

/** A month of benefit, in the scheme's currency. */
export interface ScheduledBenefit {
  readonly month: Month;
  readonly benefit: number;
  /** Months left after it. */
  readonly monthsLeft: number;
  /** Benefits left after it. */
  readonly amountLeft: number;
  /** Lump sum if the member finds work after it; 0 where there is none. */
  readonly reemploymentAllowance: number;
  /** What may be earned beside it; `null` where the source does not say. */
  readonly allowedEarnings: number | null;
}

/** A claim's benefits in calendar months. */
export interface BenefitSchedule {
  readonly months: readonly ScheduledBenefit[];
  /**
   * Last month in which a member who found work and lost it can draw what is left; `null`
   * where work ends the entitlement, or nothing is paid.
   */
  readonly keptUntil: Month | null;
}

/**
 * An entitlement month by month, with what remains after each.
 *
 * @param rules The rules that it was found by.
 * @param claim History and termination that it was found for.
 * @param entitled The entitlement.
 * @returns A row a month of benefit; none of a refused claim.
 *
 * @example JKP on a layoff of December 2022: six months from January on
 * ```ts
 * import { formatMonth } from "@jkp/month";
 * import { benefitSchedule, entitlement } from "@jkp/entitlement";
 * import { readClaim } from "@jkp/entitlement/read";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const claim = await readClaim("twelve_months");
 * const rules = rulesAt(await readScheme("jkp_2021"), claim.termination.month);
 * const entitled = entitlement(rules, claim.history, claim.termination);
 * const { months } = benefitSchedule(rules, claim, entitled);
 * assertEquals(formatMonth(months[0]!.month), "2023-01");
 * assertEquals(months.map(({ monthsLeft }) => monthsLeft), [5, 4, 3, 2, 1, 0]);
 * ```
 */
export function benefitSchedule(
  rules: Rules,
  { history, termination }: HistoryClaim,
  entitled: Entitlement,
): BenefitSchedule {
  const { benefits, firstBenefitMonth, isRenewal } = entitled;
  if (firstBenefitMonth === null) return { months: [], keptUntil: null };
  const { claimMonth = termination.month + 1 } = termination;
  // A renewal is kept from the claim that it renews.
  const month = isRenewal ? history.claims!.at(-1)!.month : claimMonth;
  const leftAfter = (monthsPaid: number) =>
    remainingEntitlement(rules, entitled, { month, monthsPaid });
  return {
    months: benefits.map((benefit, i) => ({
      month: firstBenefitMonth + i,
      benefit,
      monthsLeft: leftAfter(i + 1).months,
      amountLeft: leftAfter(i + 1).amount,
      reemploymentAllowance: reemploymentAllowance(rules, entitled, i + 1),
      allowedEarnings: allowedEarnings(rules, benefit) ?? null,
    })),
    keptUntil: leftAfter(0).keptUntil,
  };
}
