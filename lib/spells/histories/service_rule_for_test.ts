import type { Month } from "@jkp/month";
import { MonthRuns, type MonthSpan } from "./month_runs.ts";
import { isMet, ServiceMonths } from "./service_months.ts";
import { checkServiceRule, type ServiceRule } from "./service_rule.ts";

/** The rule that wants a contribution in each of the last so many months. */
export function continuousService(months: number): ServiceRule {
  const rule = { months, withinMonths: months };
  checkServiceRule(rule);
  return rule;
}

/** Whether a member meets a rule in a month; contributions after it are not seen. */
export function meetsServiceRule(
  rule: ServiceRule,
  history: readonly MonthSpan[],
  month: Month,
): boolean {
  checkServiceRule(rule);
  return isMet(rule, runsOf(history), month);
}

/** All months in which a member meets a rule, as unbroken times in order. */
export function monthsMeeting(
  rule: ServiceRule,
  history: readonly MonthSpan[],
): MonthSpan[] {
  checkServiceRule(rule);
  return new ServiceMonths(rule).of(runsOf(history)).spans();
}

/** The runs that times in any order make, each of their months once. */
export function runsOf(history: readonly MonthSpan[]): MonthRuns {
  const runs = new MonthRuns();
  for (const [first, last] of [...history].sort((a, b) => a[0] - b[0])) {
    runs.add(first, last);
  }
  return runs;
}
