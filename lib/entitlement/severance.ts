import type { Month } from "@jkp/month";
import type { Rules } from "@jkp/scheme";
import type { Termination } from "./history.ts";

/**
 * Months by which severance pay delays the benefit.
 *
 * @param rules Rules with or without such a delay.
 * @param severancePay What the employer pays, in the unit of the reference wage.
 * @param referenceWage The reference wage a month.
 * @returns Whole months: those that the rules name or, if they name none, as many as the
 * pay is worth.
 * @see ILO (2023), section 2.9, for Convention No. 168.
 *
 * @example Pay of two and a half months delays by three
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { delayBySeverance } from "@jkp/entitlement";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const option = await readScheme("options_2020_severance_delay");
 * const rules = rulesAt(option, monthOf(2022, 1));
 * assertEquals(delayBySeverance(rules, 10_000_000, 4_000_000), 3);
 * ```
 */
export function delayBySeverance(
  { severance }: Pick<Rules, "severance">,
  severancePay: number,
  referenceWage: number,
): number {
  if (severance === null || severance.effect === "none") return 0;
  if (severancePay <= (severance.above ?? 0)) return 0;
  return severance.delayMonths ?? Math.ceil(severancePay / referenceWage - 1e-9);
}

/** Month of a claim's first benefit, after waiting months and delay by severance pay. */
export function firstBenefitMonthOf(
  rules: Pick<Rules, "contingency" | "severance">,
  { month, claimMonth = month + 1, reason, severancePay = 0 }: Termination,
  referenceWage: number,
): Month {
  const waitingMonths = rules.contingency.reasons[reason]?.waitingMonths ?? 0;
  return claimMonth + waitingMonths +
    delayBySeverance(rules, severancePay, referenceWage);
}
