import type { Month } from "@jkp/month";
import { type MonthSpan, runsOf } from "./month_runs.ts";
import { isMet, ServiceMonths } from "./service_months.ts";

/**
 * A qualifying condition: so many contributions within the last so many months.
 *
 * The month itself is the last of these. A month counts once, however many spells it is
 * in, and adjoining spells are one.
 *
 * @see ILO (2021), Table 3.1, for 12 months within 24; section 3.1 on whom a rule of six
 * months in a row leaves out.
 */
export interface ServiceRule {
  /** Months with a contribution that are wanted. */
  readonly months: number;
  /** Months back that are looked at, the month itself included. */
  readonly withinMonths: number;
  /**
   * How many of them are wanted in a row.
   * @default {1}
   */
  readonly consecutiveMonths?: number;
}

/**
 * Refuses a rule that nobody could meet or that contradicts itself.
 *
 * @param rule The rule.
 * @throws {RangeError} Unless all are whole numbers, with
 * 1 <= `consecutiveMonths` <= `months` <= `withinMonths`.
 *
 * @example
 * ```ts
 * import { checkServiceRule } from "./service_rule.ts";
 * import { assertThrows } from "@std/assert";
 *
 * assertThrows(() => checkServiceRule({ months: 25, withinMonths: 24 }), RangeError);
 * ```
 */
export function checkServiceRule(rule: ServiceRule): void {
  const { months, withinMonths, consecutiveMonths = 1 } = rule;
  const isUsable = [months, withinMonths, consecutiveMonths].every(Number.isInteger) &&
    1 <= consecutiveMonths && consecutiveMonths <= months && months <= withinMonths;
  if (isUsable) return;
  throw new RangeError(
    "Cannot use a service rule: whole numbers with 1 <= consecutiveMonths <= months <= " +
      `withinMonths are wanted, got ${consecutiveMonths}, ${months}, ${withinMonths}`,
  );
}

/**
 * The rule that wants unbroken service up to the month itself.
 *
 * @param months Length of the service.
 * @returns The rule: a contribution in each of the last so many months.
 * @throws {RangeError} If the length is not a whole number from 1.
 * @see ILO (2021), section 1.2.3, for 3, 6, 12 and 24 months.
 *
 * @example
 * ```ts
 * import { continuousService, meetsServiceRule } from "./service_rule.ts";
 * import { monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const june = monthOf(2019, 6);
 * const history = [[june - 5, june]] as const;
 * assertEquals(meetsServiceRule(continuousService(6), history, june), true);
 * assertEquals(meetsServiceRule(continuousService(6), history, june - 1), false);
 * ```
 */
export function continuousService(months: number): ServiceRule {
  const rule = { months, withinMonths: months };
  checkServiceRule(rule);
  return rule;
}

/**
 * Whether a rule wants a contribution in each of the months it looks at.
 *
 * @param rule The rule.
 * @returns Whether it is one of continuous service.
 *
 * @example
 * ```ts
 * import { isContinuous } from "./service_rule.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(isContinuous({ months: 12, withinMonths: 24 }), false);
 * ```
 */
export function isContinuous(rule: ServiceRule): boolean {
  return rule.months === rule.withinMonths;
}

/**
 * Whether a member meets a rule in a month. Contributions after it are not seen.
 *
 * @param rule The rule.
 * @param history First and last months of the member's spells, in any order.
 * @param month The month.
 * @returns Whether the rule is met.
 * @throws {RangeError} If the rule cannot be used.
 *
 * @example Twelve months in 24, six of them in a row
 * ```ts
 * import { meetsServiceRule } from "./service_rule.ts";
 * import { monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const rule = { months: 12, withinMonths: 24, consecutiveMonths: 6 };
 * const december = monthOf(2019, 12);
 * const twice = [[december - 20, december - 15], [december - 5, december]] as const;
 * assertEquals(meetsServiceRule(rule, twice, december), true);
 * assertEquals(meetsServiceRule(rule, twice, december - 1), false);
 * ```
 */
export function meetsServiceRule(
  rule: ServiceRule,
  history: readonly MonthSpan[],
  month: Month,
): boolean {
  checkServiceRule(rule);
  return isMet(rule, runsOf(history), month);
}

/**
 * All months in which a member meets a rule, contributing in them or not.
 *
 * @param rule The rule.
 * @param history First and last months of the member's spells, in any order.
 * @returns The months as unbroken times, in order.
 * @throws {RangeError} If the rule cannot be used.
 *
 * @example One of two months
 * ```ts
 * import { monthsMeeting } from "./service_rule.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(monthsMeeting({ months: 1, withinMonths: 2 }, [[5, 7], [12, 12]]), [
 *   [5, 8],
 *   [12, 13],
 * ]);
 * ```
 */
export function monthsMeeting(
  rule: ServiceRule,
  history: readonly MonthSpan[],
): MonthSpan[] {
  checkServiceRule(rule);
  return new ServiceMonths(rule).of(runsOf(history)).spans();
}
