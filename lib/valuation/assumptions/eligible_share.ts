import { percent, serviceRuleInWords } from "@jkp/exhibit";
import type { Eligibility } from "@jkp/experience";
import type { Rules } from "@jkp/scheme";
import type { ServiceRule } from "@jkp/spells";
import type { RulesData } from "./rules_data.ts";
import { countedRule, withoutRow } from "./service_rule_forms.ts";
import { serviceRuleOf, serviceShareOf } from "./service_rules.ts";

/** Fraction of leavers who meet a rule of service, and what it rests on. */
export interface EligibleShare {
  readonly share: number;
  /** Fraction with enough months, but too few in a row. */
  readonly tooFewInARow: number;
  readonly basis: readonly string[];
  readonly notValued: readonly string[];
}

/**
 * The share that the extract gives for the rule. If the extract does not have the rule,
 * the share of the experience moves as the share of leavers with spells moves from the
 * rule of the experience to this one.
 */
export function eligibleShare(
  { monthsAtLeast, share: own, isStated = false }: Pick<
    Eligibility,
    "monthsAtLeast" | "share" | "isStated"
  >,
  rules: Pick<Rules, "qualifying">,
  { extractShares = [], serviceShares = [] }: Pick<
    RulesData,
    "extractShares" | "serviceShares"
  > = {},
): EligibleShare {
  const rule = serviceRuleOf(rules);
  if (rule === null) {
    return { share: 1, tooFewInARow: 0, basis: ["Service: none wanted"], notValued: [] };
  }
  const ownRule = countedRule(monthsAtLeast);
  const shareOf = (of: ServiceRule): Omit<EligibleShare, "tooFewInARow"> => {
    const known = serviceShareOf([{ rule: ownRule, share: own }, ...extractShares], of);
    if (known !== undefined) {
      const whose = isStated ? "the stated share" : "the extract's share";
      const text = `Service: ${serviceRuleInWords(of)}, ${whose} of ${percent(known, 1)}`;
      return { share: known, basis: [text], notValued: [] };
    }
    const wanted = serviceShareOf(serviceShares, of);
    const base = serviceShareOf(serviceShares, ownRule);
    if (wanted === undefined || base === undefined || base === 0) {
      return {
        share: own,
        basis: [`Service: the share with ${serviceRuleInWords(ownRule)}`],
        notValued: [
          `Qualifying: no leavers counted with ${
            serviceRuleInWords(of)
          }; the share with ` +
          `${serviceRuleInWords(ownRule)} is taken`,
        ],
      };
    }
    const areInvented = serviceShares.some(({ isSynthetic }) => isSynthetic);
    const spells = areInvented ? "synthetic spells" : "spells";
    return {
      share: Math.min(1, own * wanted / base),
      basis: [
        `Service: ${serviceRuleInWords(of)}; ${
          isStated ? "the stated share" : "the extract's share"
        } moved by leavers with ${spells}, ` +
        `${percent(wanted, 1)} of whom meet it against ${percent(base, 1)} with ` +
        serviceRuleInWords(ownRule),
      ],
      notValued: [],
    };
  };
  const found = shareOf(rule);
  const inAnyOrder = shareOf(withoutRow(rule)).share;
  return { ...found, tooFewInARow: Math.max(0, inAnyOrder - found.share) };
}
