import { formatMonth } from "@jkp/month";
import type { Rules } from "@jkp/scheme";
import type { ClaimCheck } from "./claim_check.ts";
import type { ClaimTable } from "./claim_table.ts";
import type { ContributionHistory, Member, Termination } from "./history.ts";
import {
  contributedMonths,
  contributionsWanted,
  longestRow,
  rowAtEnd,
  windowOf,
} from "./measures.ts";
import { membershipFault } from "./membership.ts";
import { excludingBenefit, otherBenefitInWords } from "./other_benefits.ts";
import type { PreparedRules } from "./prepare.ts";

/**
 * Puts the rules of eligibility to a claim, in the order in which they are asked: the
 * first that is not met decides.
 */
export function claimChecks(
  rules: Rules,
  prepared: PreparedRules,
  row: ClaimTable,
  history: ContributionHistory,
  termination: Termination,
  isRenewal: boolean,
): ClaimCheck[] {
  const checks: ClaimCheck[] = [];
  const fault = membershipFault(rules.coverage, history.member ?? {});
  checks.push({
    rule: "coverage",
    isMet: fault === undefined,
    wanted: fault?.wanted ?? "a member of a covered group",
    got: fault?.got ?? "nothing against it",
    source: rules.coverage.source,
  });
  const { reason } = termination;
  const treatment = rules.contingency.reasons[reason];
  checks.push({
    rule: "contingency",
    isMet: treatment?.covered ?? false,
    wanted: "a covered reason of termination",
    got: treatment === null ? `${reason}, of which the source says nothing` : reason,
    source: rules.contingency.source,
  });
  checks.push(...otherBenefitChecks(rules, history.member ?? {}));
  if (!isRenewal) {
    checks.push(...repeatChecks(rules, prepared, row));
    checks.push(...contributionChecks(rules, prepared, row));
  }
  const deadline = prepared.withinMonths;
  if (deadline < Infinity) {
    const passed = row.claim[0]! - row.termination[0]!;
    checks.push({
      rule: "claim_deadline",
      isMet: passed <= deadline,
      wanted: `a claim within ${deadline} months of the end of employment`,
      got: `${inMonths(passed)} after it`,
      source: rules.claim!.source,
    });
  }
  return checks;
}

/** The rule on benefits of other schemes, where there is one. */
function otherBenefitChecks(rules: Rules, member: Member): ClaimCheck[] {
  const { otherEarnings } = rules;
  if (otherEarnings === null || otherEarnings.excludedBy.length === 0) return [];
  const drawn = excludingBenefit(rules, member);
  return [{
    rule: "other_benefits",
    isMet: drawn === undefined,
    wanted: `no ${otherEarnings.excludedBy.map(otherBenefitInWords).join(" and no ")}`,
    got: drawn === undefined ? "none" : otherBenefitInWords(drawn),
    source: otherEarnings.source,
  }];
}

/** The rules of further claims; none for the first. */
function repeatChecks(
  rules: Rules,
  prepared: PreparedRules,
  row: ClaimTable,
): ClaimCheck[] {
  if (row.lastClaim[0]! < 0) return [];
  const checks: ClaimCheck[] = [];
  const { source, maximumClaims, monthsBetween } = rules.repeatClaims;
  const earlier = row.earlierClaims[0]!;
  if (maximumClaims !== null) {
    checks.push({
      rule: "number_of_claims",
      isMet: earlier < maximumClaims,
      wanted: `at most ${maximumClaims} claims in a career`,
      got: `claim number ${earlier + 1}`,
      source,
    });
  }
  if (monthsBetween !== null) {
    const fromBenefit = prepared.betweenFromBenefit;
    const since = fromBenefit ? row.lastBenefit[0]! : row.lastClaim[0]!;
    const passed = row.claim[0]! - since;
    const what = fromBenefit ? "benefit" : "claim";
    checks.push({
      rule: "time_between_claims",
      isMet: passed >= monthsBetween,
      wanted: `${monthsBetween} months from the last ${what}`,
      got: `${inMonths(passed)} from ${formatMonth(since)}`,
      source,
    });
  }
  return checks;
}

function contributionChecks(
  rules: Rules,
  prepared: PreparedRules,
  row: ClaimTable,
): ClaimCheck[] {
  const { source, windowMonths } = rules.qualifying;
  const window = windowOf(prepared, row, 0);
  const wanted = contributionsWanted(prepared, row, 0);
  const isReset = prepared.sinceLastClaim && row.lastClaim[0]! >= 0;
  const within = isReset && window < windowMonths
    ? `the ${window} months since the last claim`
    : `the last ${window} months`;
  const months = contributedMonths(row.wages, 0, window);
  const checks: ClaimCheck[] = [{
    rule: "contributions",
    isMet: months >= wanted,
    wanted: `${wanted} months of contribution in ${within}`,
    got: inMonths(months),
    source,
  }];
  const { consecutiveMonths } = prepared;
  if (consecutiveMonths > 0) {
    const atEnd = prepared.consecutiveAtEnd;
    const inARow = (atEnd ? rowAtEnd : longestRow)(row.wages, 0, window);
    checks.push({
      rule: "consecutive_months",
      isMet: inARow >= consecutiveMonths,
      wanted: `${consecutiveMonths} months in a row ` +
        (atEnd ? "before the end of employment" : `in ${within}`),
      got: `${inARow} in a row`,
      source,
    });
  }
  return checks;
}

function inMonths(count: number): string {
  return count === 1 ? "1 month" : `${count} months`;
}
