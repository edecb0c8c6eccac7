import { type Language, type Words, wordsOf } from "@jkp/language";
import type { ExcludingBenefit, Rules } from "@jkp/scheme";
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

/** A claim, and the rules that are put to it. */
interface ClaimAsked {
  readonly rules: Rules;
  readonly prepared: PreparedRules;
  /** The claim as a table of one row. */
  readonly row: ClaimTable;
  readonly history: ContributionHistory;
  readonly termination: Termination;
  readonly isRenewal: boolean;
}

/**
 * Puts the rules of eligibility to a claim, in the order in which they are asked: the
 * first that is not met decides.
 */
export function claimChecks(
  { rules, prepared, row, history, termination, isRenewal }: ClaimAsked,
  language: Language,
): ClaimCheck[] {
  const words = wordsOf(language);
  const { wanted, got } = words.claim;
  const checks: ClaimCheck[] = [];
  const fault = membershipFault(rules.coverage, history.member ?? {})?.(words);
  checks.push({
    rule: "coverage",
    isMet: fault === undefined,
    wanted: fault?.wanted ?? wanted.coverage,
    got: fault?.got ?? got.coverage,
    source: rules.coverage.source,
  });
  const cause = words.law.causes[termination.reason];
  const treatment = rules.contingency.reasons[termination.reason];
  checks.push({
    rule: "contingency",
    isMet: treatment?.covered ?? false,
    wanted: wanted.contingency,
    got: treatment === null ? got.unsaidCause(cause) : cause,
    source: rules.contingency.source,
  });
  checks.push(...otherBenefitChecks(rules, history.member ?? {}, language));
  if (!isRenewal) {
    checks.push(...repeatChecks(rules, prepared, row, words.claim));
    checks.push(...contributionChecks(rules, prepared, row, words.claim));
  }
  const deadline = prepared.withinMonths;
  if (deadline < Infinity) {
    const passed = row.claim[0]! - row.termination[0]!;
    checks.push({
      rule: "claim_deadline",
      isMet: passed <= deadline,
      wanted: wanted.deadline(deadline),
      got: got.monthsAfter(passed),
      source: rules.claim!.source,
    });
  }
  return checks;
}

/** The rule on benefits of other schemes, where there is one. */
function otherBenefitChecks(
  rules: Rules,
  member: Member,
  language: Language,
): ClaimCheck[] {
  const inWords = (benefit: ExcludingBenefit) => otherBenefitInWords(benefit, language);
  const { wanted, got } = wordsOf(language).claim;
  const { otherEarnings } = rules;
  if (otherEarnings === null || otherEarnings.excludedBy.length === 0) return [];
  const drawn = excludingBenefit(rules, member);
  return [{
    rule: "other_benefits",
    isMet: drawn === undefined,
    wanted: wanted.otherBenefits(otherEarnings.excludedBy.map(inWords)),
    got: drawn === undefined ? got.none : inWords(drawn),
    source: otherEarnings.source,
  }];
}

/** The rules of further claims; none for the first. */
function repeatChecks(
  rules: Rules,
  prepared: PreparedRules,
  row: ClaimTable,
  { wanted, got }: Words["claim"],
): ClaimCheck[] {
  if (row.lastClaim[0]! < 0) return [];
  const checks: ClaimCheck[] = [];
  const { source, maximumClaims, monthsBetween } = rules.repeatClaims;
  const earlier = row.earlierClaims[0]!;
  if (maximumClaims !== null) {
    checks.push({
      rule: "number_of_claims",
      isMet: earlier < maximumClaims,
      wanted: wanted.numberOfClaims(maximumClaims),
      got: got.claimNumber(earlier + 1),
      source,
    });
  }
  if (monthsBetween !== null) {
    const fromBenefit = prepared.betweenFromBenefit;
    const since = fromBenefit ? row.lastBenefit[0]! : row.lastClaim[0]!;
    const passed = row.claim[0]! - since;
    checks.push({
      rule: "time_between_claims",
      isMet: passed >= monthsBetween,
      wanted: fromBenefit
        ? wanted.monthsFromLastBenefit(monthsBetween)
        : wanted.monthsFromLastClaim(monthsBetween),
      got: got.monthsFrom(passed, since),
      source,
    });
  }
  return checks;
}

function contributionChecks(
  rules: Rules,
  prepared: PreparedRules,
  row: ClaimTable,
  { wanted, got, lastMonths, monthsSinceLastClaim }: Words["claim"],
): ClaimCheck[] {
  const { source, windowMonths } = rules.qualifying;
  const window = windowOf(prepared, row, 0);
  const wantedMonths = contributionsWanted(prepared, row, 0);
  const isReset = prepared.sinceLastClaim && row.lastClaim[0]! >= 0;
  const within = isReset && window < windowMonths
    ? monthsSinceLastClaim(window)
    : lastMonths(window);
  const months = contributedMonths(row.wages, 0, window);
  const checks: ClaimCheck[] = [{
    rule: "contributions",
    isMet: months >= wantedMonths,
    wanted: wanted.contributions(wantedMonths, within),
    got: got.months(months),
    source,
  }];
  const { consecutiveMonths } = prepared;
  if (consecutiveMonths > 0) {
    const atEnd = prepared.consecutiveAtEnd;
    const inARow = (atEnd ? rowAtEnd : longestRow)(row.wages, 0, window);
    checks.push({
      rule: "consecutive_months",
      isMet: inARow >= consecutiveMonths,
      wanted: atEnd
        ? wanted.consecutiveAtEnd(consecutiveMonths)
        : wanted.consecutiveWithin(consecutiveMonths, within),
      got: got.inARow(inARow),
      source,
    });
  }
  return checks;
}
