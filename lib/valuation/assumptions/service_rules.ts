import { type Eligibility, eligibility } from "@jkp/experience";
import type { StatisticsExtract } from "@jkp/extract";
import type { Rules } from "@jkp/scheme";
import type { ServiceRule } from "@jkp/spells";
import { countedRule, withoutRow } from "./service_rule_forms.ts";

/** Fraction of leavers who meet a rule of service. */
export interface ServiceShare {
  readonly rule: ServiceRule;
  readonly share: number;
  /**
   * Whether the leavers counted were made up, and with them the breaks that a rule of
   * months in a row counts.
   * @default {false}
   */
  readonly isSynthetic?: boolean;
}

/**
 * A scheme's qualifying condition as a rule for spells; `null` if no contributions are
 * wanted. Months in a row right before the termination are taken to stand anywhere in the
 * window.
 */
export function serviceRuleOf(
  { qualifying }: Pick<Rules, "qualifying">,
): ServiceRule | null {
  const { contributionMonths, windowMonths, consecutiveMonths } = qualifying;
  const months = Math.max(contributionMonths, consecutiveMonths ?? 0);
  if (months === 0) return null;
  return {
    months,
    withinMonths: windowMonths,
    ...(consecutiveMonths !== null && consecutiveMonths > 1 ? { consecutiveMonths } : {}),
  };
}

/**
 * The rules of service to count leavers with before schemes are valued: the rule of the
 * experience, the rule of each scheme, and the same without its months in a row.
 *
 * @param schemes The schemes' rules.
 * @param eligibility The rule of service that the experience was studied with.
 * @returns The rules, each once.
 */
export function serviceRulesToCount(
  schemes: readonly Pick<Rules, "qualifying">[],
  { monthsAtLeast }: Pick<Eligibility, "monthsAtLeast">,
): ServiceRule[] {
  const rules = schemes.map(serviceRuleOf).filter((rule) => rule !== null);
  const all = [
    countedRule(monthsAtLeast),
    ...rules.flatMap((rule) => [withoutRow(rule), rule]),
  ];
  return [...new Map(all.map((rule) => [JSON.stringify(rule), rule])).values()];
}

/**
 * The rules of service that a statistics extract counts, with the share of leavers who
 * meet each.
 *
 * @param extract The extract.
 * @returns A share for each point of its service, within 24 months.
 */
export function extractServiceShares(extract: StatisticsExtract): ServiceShare[] {
  const points = new Set(extract.service.map(({ monthsAtLeast }) => monthsAtLeast));
  return [...points].map((months) => ({
    rule: countedRule(months),
    share: eligibility(extract, months).share,
  }));
}

/**
 * The share of leavers who meet a rule.
 *
 * @param shares Shares by rule.
 * @param rule The rule.
 * @returns The share, or `undefined` if the rule is not among them.
 */
export function serviceShareOf(
  shares: readonly ServiceShare[],
  rule: ServiceRule,
): number | undefined {
  const { months, withinMonths, consecutiveMonths = 1 } = rule;
  return shares.find((each) =>
    each.rule.months === months && each.rule.withinMonths === withinMonths &&
    (each.rule.consecutiveMonths ?? 1) === consecutiveMonths
  )?.share;
}
