import type { Month } from "@jkp/month";
import type { Rules } from "@jkp/scheme";
import { evaluateClaims } from "./evaluate.ts";
import type { ContributionHistory, Member, Termination } from "./history.ts";
import { historyRow } from "./history_row.ts";
import type { PreparedRules } from "./prepare.ts";

/**
 * The first month of a further claim, of who contributes without break and is laid off.
 * After an eligible claim from the month after its last benefit, otherwise from the month
 * of the claim.
 *
 * @returns The month, or `null` if no length of contribution gives a further claim.
 * @internal
 */
export function nextClaimMonth(
  rules: Rules,
  prepared: PreparedRules,
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
  const longest = prepared.width + prepared.monthsBetween + prepared.drawnWithinMonths +
    1;
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
