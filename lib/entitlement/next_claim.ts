import type { Month } from "@jkp/month";
import { evaluateClaims } from "./evaluate.ts";
import type { ContributionHistory, Member, Termination } from "./history.ts";
import { historyRow } from "./history_row.ts";
import type { RulesReady } from "./running_claims.ts";

/**
 * The first month of a further claim by a member who is laid off again: contributions run
 * without break from the month after the last benefit, or from the month of a refused
 * claim. `null` if no length of contribution gives a further claim. Of rules that change,
 * those of the month in which the member is laid off again decide.
 */
export function nextClaimMonth(
  rulesInTime: readonly RulesReady[],
  history: ContributionHistory,
  termination: Termination,
  drawn: {
    readonly firstBenefitMonth: Month | null;
    readonly months: number;
    readonly isRenewal: boolean;
  },
): Month | null {
  const { month, claimMonth = month + 1 } = termination;
  const { firstBenefitMonth } = drawn;
  const isEligible = firstBenefitMonth !== null;
  const resumed = isEligible
    ? firstBenefitMonth + drawn.months
    : Math.max(claimMonth, month + 1);
  const claims = [...history.claims ?? []];
  if (isEligible) {
    const renewed = drawn.isRenewal ? claims.pop() : undefined;
    claims.push({
      ...renewed ?? { month: claimMonth, lastEmploymentMonth: month },
      monthsPaid: drawn.months + (renewed?.monthsPaid ?? 0),
      lastBenefitMonth: resumed - 1,
    });
  }
  const wage = history.contributions.at(-1)!.wage;
  const longest = Math.max(
    ...rulesInTime.map(({ prepared: { width, monthsBetween, drawnWithinMonths } }) =>
      width + monthsBetween + drawnWithinMonths + 1
    ),
  );
  for (let months = 1; months <= longest; months++) {
    const last = resumed + months - 1;
    const contributions = [
      ...history.contributions,
      { firstMonth: resumed, lastMonth: last, wage },
    ];
    const later: ContributionHistory = {
      contributions,
      claims,
      member: olderBy(history.member ?? {}, last - month),
    };
    const laidOff: Termination = { month: last, reason: "involuntary" };
    const { rules, prepared } = rulesInTime.findLast(({ rules }) =>
      rules.month <= last
    ) ?? rulesInTime[0]!;
    const row = historyRow(rules, prepared.width, later, laidOff);
    if (evaluateClaims(prepared, row).decidedBy[0] === 0) return last + 1;
  }
  return null;
}

function olderBy(member: Member, months: number): Member {
  return member.age === undefined
    ? member
    : { ...member, age: member.age + Math.floor(months / 12) };
}
