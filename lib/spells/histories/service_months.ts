import type { Month } from "@jkp/month";
import { MonthRuns } from "./month_runs.ts";
import type { ServiceRule } from "./service_rule.ts";

/**
 * The months in which members meet a rule, found from their runs of contributions without
 * going through the months.
 *
 * The number of contributions in the last n months rises or falls by one a month or
 * stays. It changes course only where a run begins or ends, and n months later. From this
 * follows when it passes the number wanted.
 */
export class ServiceMonths {
  readonly #rule: ServiceRule;
  readonly #counted = new MonthRuns();
  readonly #inARow = new MonthRuns();
  readonly #both = new MonthRuns();

  /** @param rule What is wanted; a rule that passes `checkServiceRule()`. */
  constructor(rule: ServiceRule) {
    this.#rule = rule;
  }

  /**
   * The months in which a member meets the rule, contributing or not; the list is filled
   * anew at the next call.
   */
  of(runs: MonthRuns): MonthRuns {
    const { months, withinMonths, consecutiveMonths = 1 } = this.#rule;
    if (months === withinMonths) return this.#withARowOf(months, runs);
    const counted = this.#withEnough(runs);
    if (consecutiveMonths === 1) return counted;
    return intersect(counted, this.#withARowOf(consecutiveMonths, runs), this.#both);
  }

  /** Months with so many contributions in a row among the last ones. */
  #withARowOf(months: number, runs: MonthRuns): MonthRuns {
    const { withinMonths } = this.#rule;
    const found = this.#inARow;
    found.clear();
    for (let i = 0; i < runs.length; i++) {
      const [first, last] = [runs.first[i]!, runs.last[i]!];
      if (last - first + 1 < months) continue;
      found.add(first + months - 1, last + withinMonths - months);
    }
    return found;
  }

  /** Months with enough contributions among the last ones. */
  #withEnough(runs: MonthRuns): MonthRuns {
    const { months: wanted, withinMonths } = this.#rule;
    const found = this.#counted;
    found.clear();
    const changes = 2 * runs.length;
    let month = 0;
    let [count, slope] = [0, 0];
    for (let entering = 0, leaving = 0; leaving < changes;) {
      const enters = entering < changes ? changeOf(runs, entering) : Infinity;
      const leaves = changeOf(runs, leaving) + withinMonths;
      const next = Math.min(enters, leaves);
      if (slope === 0 && count >= wanted) found.add(month, next - 1);
      if (slope > 0) found.add(month + Math.max(0, wanted - count - 1), next - 1);
      if (slope < 0) found.add(month, Math.min(next - 1, month + count - wanted - 1));
      count += slope * (next - month);
      month = next;
      if (enters === next) slope += entering++ % 2 === 0 ? 1 : -1;
      if (leaves === next) slope += leaving++ % 2 === 0 ? -1 : 1;
    }
    return found;
  }
}

/** The month of a change: beginnings have even numbers, months after an end odd ones. */
function changeOf(runs: MonthRuns, number: number): Month {
  const run = number >> 1;
  return number % 2 === 0 ? runs.first[run]! : runs.last[run]! + 1;
}

function intersect(one: MonthRuns, other: MonthRuns, into: MonthRuns): MonthRuns {
  into.clear();
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    const last = Math.min(one.last[i]!, other.last[j]!);
    into.add(Math.max(one.first[i]!, other.first[j]!), last);
    if (one.last[i] === last) i++;
    else j++;
  }
  return into;
}

/** Whether a member meets a rule in one month; what comes after it is not seen. */
export function isMet(rule: ServiceRule, runs: MonthRuns, month: Month): boolean {
  const { months, withinMonths, consecutiveMonths = 1 } = rule;
  const earliest = month - withinMonths + 1;
  let [count, longest] = [0, 0];
  for (let i = runs.length - 1; i >= 0 && runs.last[i]! >= earliest; i--) {
    const length = Math.min(runs.last[i]!, month) - Math.max(runs.first[i]!, earliest) +
      1;
    if (length <= 0) continue;
    count += length;
    longest = Math.max(longest, length);
  }
  return count >= months && longest >= consecutiveMonths;
}
