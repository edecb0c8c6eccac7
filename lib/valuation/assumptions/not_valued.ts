import type { Rules } from "@jkp/scheme";
import { durationEnds } from "./duration_ends.ts";
import { isMoneyKnown } from "./limit_path.ts";
import { leaversOf, paidGroups } from "./paid_months.ts";
import type { RulesData } from "./rules_data.ts";
import { isDelayValued } from "./severance_delays.ts";
import type { ValuationInputs } from "./valuation_inputs.ts";

/** Why rules cannot be valued at all, in words; `null` if they can. */
export function reasonToLeaveOut(inputs: ValuationInputs, rules: Rules): string | null {
  const { benefit, currency, contingency: { reasons } } = rules;
  const { extractName, termination, referenceYears, inactivity } = inputs.experience;
  if (termination.claims === 0) {
    return `nobody of ${extractName} claimed after a layoff or resignation in ` +
      `${referenceYears.join(" to ")}: there is no rate of termination`;
  }
  if (inactivity === null && inputs.inactivityCurve === undefined) {
    return `nobody of ${extractName} is inactive for 0 months, of whom the others would be ` +
      "the rest: how long inactivity lasts has to come from completed spells";
  }
  if (benefit.kind === "graded" && !isMoneyKnown(rules, inputs.data ?? {})) {
    return `the benefit follows wage bands in ${currency}, and no average wage in ` +
      `${currency} is known to compare them with`;
  }
  if (!reasons.involuntary?.covered && !reasons.voluntary_resignation?.covered) {
    return "neither layoff nor resignation is covered";
  }
  const isPaid = durationEnds(rules).every((end) =>
    paidGroups(rules, leaversOf(inputs), end).some(({ months }) =>
      months.some(({ highestRate }) => highestRate > 0)
    )
  );
  return isPaid ? null : "nobody who leaves is paid";
}

/** Rules of a scheme that means over all members cannot value, in words. */
export function rulesNotValued(
  rules: Rules,
  data: RulesData = {},
  statesMembers = false,
): string[] {
  return [
    `Coverage: members are those ${
      statesMembers ? "stated" : "of the extract"
    }, whatever groups, ages and enterprises ` +
    "the rules name",
    ...contingencyNotValued(rules),
    ...qualifyingNotValued(rules),
    ...repeatClaimsNotValued(rules),
    ...paymentNotValued(rules, data),
    ...financingNotValued(rules),
  ];
}

function contingencyNotValued({ contingency: { reasons } }: Rules): string[] {
  const texts: string[] = [];
  const words = {
    fixed_term_expiry: "expiry of a fixed term",
    just_cause_resignation: "resignation with just cause",
    forced_resignation: "forced resignation",
    misconduct: "misconduct",
  } as const;
  const named = Object.entries(words).flatMap(([reason, text]) => {
    const treatment = reasons[reason as keyof typeof words];
    return treatment === null ? [] : [`${text} ${treatment.covered ? "in" : "out"}`];
  });
  if (named.length > 0) {
    texts.push(
      `Contingency: ${named.join(", ")}; claims tell only layoff from resignation, so ` +
        "the involuntary share is the scenario's",
    );
  }
  const voluntary = reasons.voluntary_resignation;
  if (voluntary?.covered && voluntary.contributionMonths !== null) {
    texts.push("Contingency: contributions of their own for who resigns");
  }
  return texts;
}

function qualifyingNotValued({ qualifying }: Rules): string[] {
  const { consecutiveMonths, consecutivePosition, windowMonths } = qualifying;
  return [
    ...(consecutiveMonths !== null && consecutivePosition === "before_termination" &&
        consecutiveMonths < windowMonths
      ? ["Qualifying: the months in a row are taken to stand anywhere in the window"]
      : []),
    ...(qualifying.seasonalWindowMonths === null
      ? []
      : ["Qualifying: the window of seasonal workers"]),
  ];
}

function repeatClaimsNotValued({ repeatClaims, duration }: Rules): string[] {
  const { maximumClaims, monthsBetween, contributions, entitlement } = repeatClaims;
  const limits = [
    ...(maximumClaims === null ? [] : [`at most ${maximumClaims} claims`]),
    ...(monthsBetween === null ? [] : [`${monthsBetween} months between claims`]),
    ...(contributions === "since_last_claim"
      ? ["contributions since the last claim"]
      : []),
    ...(entitlement === "maintained" ? ["entitlement kept after a claim"] : []),
    ...(duration.withinMonths === null
      ? []
      : [`months of benefit counted within ${duration.withinMonths} months`]),
  ];
  return limits.length === 0
    ? []
    : [`Repeat claims: ${limits.join(", ")}: simulated careers value them`];
}

function paymentNotValued(rules: Rules, data: RulesData): string[] {
  const { claim, referenceWage, severance, otherEarnings } = rules;
  return [
    ...(claim?.withinMonths == null
      ? []
      : [`Late claims: all claim within ${claim.withinMonths} months`]),
    ...(claim?.paymentLagMonths == null
      ? []
      : [`Delay of payment: months from claim to payment, ${claim.paymentLagMonths}`]),
    ...(referenceWage.kind === "best"
      ? [
        `Reference wage: the best ${referenceWage.months} of ` +
        `${referenceWage.windowMonths} months are taken as the last ones`,
      ]
      : []),
    ...(severance?.effect === "delay" && !isDelayValued(rules, data.severance)
      ? ["Severance pay: benefits that it delays, for who is paid it is not known"]
      : []),
    ...(otherEarnings === null ||
        otherEarnings.allowedShare === null && otherEarnings.excludedBy.length === 0
      ? []
      : ["Other earnings: nobody has any"]),
  ];
}

function financingNotValued({ financing, nonCompliance, currency }: Rules): string[] {
  const policy = financing.employerPolicyLowest + financing.employerPolicyHighest;
  return [
    ...(financing.initialCapital === null || currency === "IDR"
      ? []
      : [`Initial capital in ${currency}: the fund begins empty`]),
    ...(financing.governmentOfBenefits === 0
      ? []
      : ["State's share of benefits: as income of the fund"]),
    ...(policy === 0
      ? []
      : ["Labour market policy: employers' rates of their own and what they pay for"]),
    ...(nonCompliance === null ? [] : ["Arrears: all contributions are paid"]),
  ];
}
