import type { ClaimTable } from "./claim_table.ts";
import type { PreparedRules } from "./prepare.ts";

/** Months with contribution among the last ones of a history from `start` on. */
export function contributedMonths(
  wages: Float64Array,
  start: number,
  window: number,
): number {
  let months = 0;
  for (let k = start; k < start + window; k++) if (wages[k]! >= 0) months++;
  return months;
}

/** Most months in a row with contribution among the last ones. */
export function longestRow(wages: Float64Array, start: number, window: number): number {
  let longest = 0;
  let row = 0;
  for (let k = start; k < start + window; k++) {
    row = wages[k]! >= 0 ? row + 1 : 0;
    if (row > longest) longest = row;
  }
  return longest;
}

/** Months in a row with contribution up to the last month. */
export function rowAtEnd(wages: Float64Array, start: number, window: number): number {
  let k = start;
  while (k < start + window && wages[k]! >= 0) k++;
  return k - start;
}

/**
 * The reference wage of a history between two places of its row; 0 without any. The best
 * months are sorted into `best`, which has room for them.
 */
export function referenceWageOf(
  rules: PreparedRules,
  wages: Float64Array,
  start: number,
  end: number,
  best: Float64Array,
): number {
  const { referenceMonths: wanted, ceiling, floor } = rules;
  let sum = 0;
  let found = 0;
  if (rules.referenceBest) {
    const last = Math.min(end, start + rules.referenceWindow);
    for (let k = start; k < last; k++) {
      const wage = wages[k]!;
      if (wage < 0) continue;
      const insured = Math.max(floor, Math.min(ceiling, wage));
      // Kept from the highest down; the lowest falls out.
      let place = found < wanted ? found++ : wanted;
      if (place === wanted) {
        if (insured <= best[wanted - 1]!) continue;
        place = wanted - 1;
      }
      while (place > 0 && best[place - 1]! < insured) {
        best[place] = best[place - 1]!;
        place--;
      }
      best[place] = insured;
    }
    for (let k = 0; k < found; k++) sum += best[k]!;
  } else {
    for (let k = start; k < end && found < wanted; k++) {
      const wage = wages[k]!;
      if (wage < 0) continue;
      sum += Math.max(floor, Math.min(ceiling, wage));
      found++;
    }
  }
  if (found === 0) return 0;
  return Math.max(rules.referenceMinimum, Math.min(rules.referenceMaximum, sum / found));
}

/** Room for the months that a reference wage is the best of; none is used without them. */
export function roomForBest(rules: PreparedRules): Float64Array {
  return rules.referenceBest ? new Float64Array(rules.referenceMonths) : NO_ROOM;
}

const NO_ROOM = new Float64Array(0);

/** Numbers of one band in `PreparedRules.durationBands`. */
const DURATION_BAND = 5;

/** Months of benefit of a new claim; 0 for ages and contributions without a band. */
export function durationOf(
  rules: PreparedRules,
  reason: number,
  age: number,
  contributionMonths: number,
): number {
  const own = rules.reasonMonths[reason]!;
  if (own >= 0) return own;
  const { durationBands: bands, contributionMonthsPerMonth: perMonth } = rules;
  for (let k = 0; k < bands.length; k += DURATION_BAND) {
    if (
      age >= bands[k]! && age <= bands[k + 1]! &&
      contributionMonths >= bands[k + 2]! && contributionMonths <= bands[k + 3]!
    ) return bands[k + 4]!;
  }
  if (perMonth === 0) return rules.longestMonths;
  const earned = Math.floor(contributionMonths / perMonth);
  return Math.max(rules.shortestMonths, Math.min(rules.longestMonths, earned));
}

/** Months of contribution that a new claim needs. */
export function contributionsWanted(
  rules: PreparedRules,
  table: ClaimTable,
  i: number,
): number {
  const isRepeat = table.lastClaim[i]! >= 0 && rules.repeatContributionMonths >= 0;
  return isRepeat
    ? rules.repeatContributionMonths
    : rules.contributionMonths[table.reason[i]!]!;
}

/** Months before the end of employment in which contributions count. */
export function windowOf(rules: PreparedRules, table: ClaimTable, i: number): number {
  const lastClaim = table.lastClaim[i]!;
  const isRepeat = lastClaim >= 0 && rules.repeatWindowMonths >= 0;
  const window = isRepeat
    ? rules.repeatWindowMonths
    : rules.windowMonths[table.reason[i]!]!;
  if (lastClaim < 0 || !rules.sinceLastClaim) return window;
  return Math.min(window, Math.max(0, table.termination[i]! - lastClaim + 1));
}
