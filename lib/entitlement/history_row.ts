import type { Month } from "@jkp/month";
import { type Rules, TERMINATION_CAUSES } from "@jkp/scheme";
import { sumSimple } from "simple-statistics";
import { type ClaimTable, claimTable } from "./claim_table.ts";
import { membershipFault } from "./membership.ts";
import type {
  ContributionHistory,
  EarlierClaim,
  HistoryClaim,
  Termination,
} from "./history.ts";
import { excludingBenefit } from "./other_benefits.ts";

/** A member's history as a claim table of one row. */
export function historyRow(
  rules: Rules,
  leastWidth: number,
  history: ContributionHistory,
  termination: Termination,
): ClaimTable {
  return historyTable(rules, leastWidth, [{ history, termination }]);
}

/** Histories as a claim table, one row a claim, as wide as the longest. */
export function historyTable(
  rules: Rules,
  leastWidth: number,
  claims: readonly HistoryClaim[],
): ClaimTable {
  const longest = claims.reduce((most, { history, termination }) => {
    return Math.max(most, termination.month - history.contributions[0]!.firstMonth + 1);
  }, leastWidth);
  const table = claimTable(claims.length, longest);
  claims.forEach((claim, row) => fillRow(table, row, rules, claim));
  return table;
}

function fillRow(
  table: ClaimTable,
  row: number,
  rules: Rules,
  { history, termination }: HistoryClaim,
): void {
  const { contributions, claims = [], member = {} } = history;
  const { month, reason, claimMonth = month + 1 } = termination;
  const start = row * table.width + month;
  let months = 0;
  for (const { firstMonth, lastMonth, wage } of contributions) {
    table.wages.fill(wage, start - lastMonth, start - firstMonth + 1);
    months += lastMonth - firstMonth + 1;
  }
  table.termination[row] = month;
  table.claim[row] = claimMonth;
  table.reason[row] = TERMINATION_CAUSES.indexOf(reason);
  table.age[row] = member.age ?? 0;
  table.ageAtRegistration[row] = member.ageAtRegistration ?? 0;
  table.covered[row] = membershipFault(rules.coverage, member) === undefined ? 1 : 0;
  table.excluded[row] = excludingBenefit(rules, member) === undefined ? 0 : 1;
  table.contributionMonths[row] = months;
  table.earlierClaims[row] = claims.length;
  const last = claims.at(-1);
  if (last !== undefined) {
    table.lastClaim[row] = last.month;
    table.lastEmployment[row] = last.lastEmploymentMonth ?? last.month - 1;
    table.lastBenefit[row] = lastBenefitOf(last);
    table.lastPaid[row] = last.monthsPaid;
  }
  table.recentlyPaid[row] = monthsPaidFrom(
    claims,
    claimMonth - (rules.duration.withinMonths ?? 0),
  );
}

/** Last month with a benefit; the month of the claim if nothing was paid. */
function lastBenefitOf({ month, monthsPaid, lastBenefitMonth }: EarlierClaim): Month {
  return lastBenefitMonth ?? month + Math.max(0, monthsPaid - 1);
}

/** Months paid from a month on, taking each claim's months to end with its last. */
function monthsPaidFrom(claims: readonly EarlierClaim[], from: Month): number {
  return sumSimple(claims.map((claim) => {
    const end = lastBenefitOf(claim) + 1;
    return Math.max(0, Math.min(claim.monthsPaid, end - from));
  }));
}
