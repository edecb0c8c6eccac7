import { benefitOfMonth } from "./benefit_of_month.ts";
import { type ClaimResults, claimResults, type ClaimTable } from "./claim_table.ts";
import {
  contributedMonths,
  contributionsWanted,
  durationOf,
  longestRow,
  referenceWageOf,
  roomForBest,
  rowAtEnd,
  windowOf,
} from "./measures.ts";
import type { PreparedRules } from "./prepare.ts";

// Numbers of the rules in CLAIM_RULES.
const ALL = 0;
const COVERAGE = 1;
const CONTINGENCY = 2;
const OTHER_BENEFITS = 3;
const NUMBER_OF_CLAIMS = 4;
const TIME_BETWEEN_CLAIMS = 5;
const CONTRIBUTIONS = 6;
const CONSECUTIVE_MONTHS = 7;
const CLAIM_DEADLINE = 8;
const BENEFIT_AGE = 9;
const ENTITLEMENT_USED_UP = 10;

/**
 * Decides many claims at once: which are eligible, which rule refuses the others, and
 * what is paid.
 *
 * @param rules Prepared rules.
 * @param table The claims; history wide enough for the rules.
 * @param results Where to write; made if not given.
 * @returns The results, one of each a claim.
 * @throws {RangeError} If the table's history is shorter than the rules look back, or
 * than the time since the employment before a renewed claim.
 *
 * @example A year of contributions on 4 million rupiah
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { claimTable, evaluateClaims, prepareRules } from "@jkp/entitlement";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { assertEquals } from "@std/assert";
 *
 * const month = monthOf(2022, 2);
 * const rules = prepareRules(rulesAt(await readScheme("jkp_2021"), month));
 * const table = claimTable(1, rules.width);
 * table.wages.fill(4_000_000, 0, 12);
 * assertEquals(evaluateClaims(rules, table).totalBenefit[0], 2.1 * 4_000_000);
 * ```
 */
export function evaluateClaims(
  rules: PreparedRules,
  table: ClaimTable,
  results: ClaimResults = claimResults(table.count),
): ClaimResults {
  if (table.width < rules.width) {
    throw new RangeError(
      `Cannot evaluate claims: ${rules.width} months of history are wanted, ` +
        `got ${table.width}`,
    );
  }
  const best = roomForBest(rules);
  for (let i = 0; i < table.count; i++) evaluateClaim(rules, table, i, results, best);
  return results;
}

function evaluateClaim(
  rules: PreparedRules,
  table: ClaimTable,
  i: number,
  results: ClaimResults,
  best: Float64Array,
): void {
  const reason = table.reason[i]!;
  const age = table.age[i]!;
  const start = i * table.width;
  results.referenceWage[i] = 0;
  results.months[i] = 0;
  results.firstBenefit[i] = 0;
  results.totalBenefit[i] = 0;
  const duration = durationOf(rules, reason, age, table.contributionMonths[i]!);
  const isRenewal = renews(rules, table, i, duration);
  results.renewal[i] = isRenewal ? 1 : 0;
  const refusal = refusalOf(rules, table, i, isRenewal);
  if (refusal !== ALL) {
    results.decidedBy[i] = refusal;
    return;
  }
  // A renewal goes on where the last claim stopped, on the wage before that claim.
  const used = isRenewal ? table.lastPaid[i]! : 0;
  const back = isRenewal ? table.termination[i]! - table.lastEmployment[i]! : 0;
  if (back < 0 || back >= table.width) {
    throw new RangeError(
      `Cannot renew claim ${i}: history from before the last claim is wanted, ` +
        `${back} months back, got ${table.width} months`,
    );
  }
  let months = duration - used;
  if (isRenewal) {
    const left = table.lastClaim[i]! + rules.maintainedMonths - table.claim[i]!;
    months = Math.min(months, left);
  }
  if (rules.drawnWithinMonths > 0) {
    months = Math.min(months, duration - table.recentlyPaid[i]!);
  }
  if (months <= 0) {
    results.decidedBy[i] = ENTITLEMENT_USED_UP;
    return;
  }
  const [from, to] = [start + back, start + table.width];
  const wage = referenceWageOf(rules, table.wages, from, to, best);
  const first = benefitOfMonth(rules, reason, age, wage, used);
  if (first !== first) {
    results.decidedBy[i] = BENEFIT_AGE;
    return;
  }
  let total = first;
  for (let month = 1; month < months; month++) {
    total += benefitOfMonth(rules, reason, age, wage, used + month);
  }
  results.decidedBy[i] = ALL;
  results.referenceWage[i] = wage;
  results.months[i] = months;
  results.firstBenefit[i] = first;
  results.totalBenefit[i] = total;
}

/** Whether unused months of the last claim are still there. */
function renews(
  rules: PreparedRules,
  table: ClaimTable,
  i: number,
  duration: number,
): boolean {
  const lastClaim = table.lastClaim[i]!;
  return rules.maintainedMonths > 0 && lastClaim >= 0 &&
    table.lastPaid[i]! < duration &&
    table.claim[i]! < lastClaim + rules.maintainedMonths;
}

/** The first rule that a claim does not meet. */
function refusalOf(
  rules: PreparedRules,
  table: ClaimTable,
  i: number,
  isRenewal: boolean,
): number {
  const reason = table.reason[i]!;
  if (table.covered[i] === 0) return COVERAGE;
  if (table.ageAtRegistration[i]! >= rules.ageAtRegistrationBelow) return COVERAGE;
  if (rules.covered[reason] === 0) return CONTINGENCY;
  if (table.excluded[i] !== 0) return OTHER_BENEFITS;
  if (!isRenewal) {
    const window = windowOf(rules, table, i);
    if (table.lastClaim[i]! >= 0) {
      if (table.earlierClaims[i]! >= rules.maximumClaims) return NUMBER_OF_CLAIMS;
      const since = rules.betweenFromBenefit
        ? table.lastBenefit[i]!
        : table.lastClaim[i]!;
      if (table.claim[i]! - since < rules.monthsBetween) return TIME_BETWEEN_CLAIMS;
    }
    const start = i * table.width;
    const months = contributedMonths(table.wages, start, window);
    if (months < contributionsWanted(rules, table, i)) return CONTRIBUTIONS;
    const inARow = rules.consecutiveMonths;
    if (inARow > 0) {
      const row = rules.consecutiveAtEnd
        ? rowAtEnd(table.wages, start, window)
        : longestRow(table.wages, start, window);
      if (row < inARow) return CONSECUTIVE_MONTHS;
    }
  }
  if (table.claim[i]! - table.termination[i]! > rules.withinMonths) return CLAIM_DEADLINE;
  return ALL;
}
