import type { Rules } from "@jkp/scheme";
import type { ValuationAssumptions } from "../assumptions.ts";
import { serviceRuleOf, type ServiceShare, serviceShareOf } from "./service_rules.ts";

/** Share of those terminated who meet a rule of service, and what it rests on. */
export interface EligibleShare {
  readonly share: number;
  readonly basis: readonly string[];
  readonly notValued: readonly string[];
}

/**
 * The valuation's own share where the rule is its own. For another rule that share moves
 * as the shares of leavers with spells do from the one rule to the other.
 */
export function eligibleShare(
  { design, eligibleShare: own }: Pick<ValuationAssumptions, "design" | "eligibleShare">,
  rules: Rules,
  shares: readonly ServiceShare[],
): EligibleShare {
  const rule = serviceRuleOf(rules);
  if (rule === null) {
    return { share: 1, basis: ["Service: none wanted"], notValued: [] };
  }
  const { contributionMonths, windowMonths } = design.qualifying;
  const ownRule = { months: contributionMonths, withinMonths: windowMonths };
  const words = (of: typeof rule) =>
    `${of.months} months in ${of.withinMonths}` +
    (of.consecutiveMonths === undefined ? "" : `, ${of.consecutiveMonths} in a row`);
  if (serviceShareOf([{ rule: ownRule, share: own }], rule) !== undefined) {
    return {
      share: own,
      basis: [`Service: ${words(rule)}, the valuation's own share`],
      notValued: [],
    };
  }
  const [wanted, base] = [serviceShareOf(shares, rule), serviceShareOf(shares, ownRule)];
  if (wanted === undefined || base === undefined) {
    return {
      share: own,
      basis: [`Service: the share with ${words(ownRule)}`],
      notValued: [
        `Qualifying: no leavers counted with ${words(rule)}; the share with ` +
        `${words(ownRule)} is taken`,
      ],
    };
  }
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return {
    share: Math.min(1, own * wanted / base),
    basis: [
      `Service: ${words(rule)}; the valuation's share moved by leavers with spells, ` +
      `${percent(wanted)} of whom meet it against ${percent(base)} with ${
        words(ownRule)
      }`,
    ],
    notValued: [],
  };
}
