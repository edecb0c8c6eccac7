import type { Month } from "@jkp/month";
import type { Rules } from "../rules/scheme.ts";
import { TERMINATION_REASONS } from "../rules/sections.ts";
import { type ClaimTable, claimTable } from "./claim_table.ts";
import type { ContributionHistory, EarlierClaim, Termination } from "./history.ts";
import { membershipFault } from "./membership.ts";
import { excludingBenefit } from "./other_benefits.ts";

/**
 * A member's history as a claim table of one row.
 *
 * @internal
 */
export function historyRow(
  rules: Rules,
  leastWidth: number,
  history: ContributionHistory,
  termination: Termination,
): ClaimTable {
  const { contributions, claims = [], member = {} } = history;
  const { month, reason, claimMonth = month + 1 } = termination;
  const width = Math.max(leastWidth, month - contributions[0]!.firstMonth + 1);
  const table = claimTable(1, width);
  let months = 0;
  for (const { firstMonth, lastMonth, wage } of contributions) {
    table.wages.fill(wage, month - lastMonth, month - firstMonth + 1);
    months += lastMonth - firstMonth + 1;
  }
  table.termination[0] = month;
  table.claim[0] = claimMonth;
  table.reason[0] = TERMINATION_REASONS.indexOf(reason);
  table.age[0] = member.age ?? 0;
  table.ageAtRegistration[0] = member.ageAtRegistration ?? 0;
  table.covered[0] = membershipFault(rules.coverage, member) === undefined ? 1 : 0;
  table.excluded[0] = excludingBenefit(rules, member) === undefined ? 0 : 1;
  table.contributionMonths[0] = months;
  table.earlierClaims[0] = claims.length;
  const last = claims.at(-1);
  if (last !== undefined) {
    table.lastClaim[0] = last.month;
    table.lastEmployment[0] = last.lastEmploymentMonth ?? last.month - 1;
    table.lastBenefit[0] = lastBenefitOf(last);
    table.lastPaid[0] = last.monthsPaid;
  }
  table.recentlyPaid[0] = monthsPaidFrom(
    claims,
    claimMonth - (rules.duration.withinMonths ?? 0),
  );
  return table;
}

/** Last month with a benefit; the month of the claim if nothing was paid. */
function lastBenefitOf({ month, monthsPaid, lastBenefitMonth }: EarlierClaim): Month {
  return lastBenefitMonth ?? month + Math.max(0, monthsPaid - 1);
}

/** Months paid from a month on, taking each claim's months to end with its last. */
function monthsPaidFrom(claims: readonly EarlierClaim[], from: Month): number {
  return claims.reduce((sum, claim) => {
    const end = lastBenefitOf(claim) + 1;
    const paid = Math.min(claim.monthsPaid, end - from);
    return sum + Math.max(0, paid);
  }, 0);
}
