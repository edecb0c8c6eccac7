import type { TerminationReason } from "@jkp/extract";
import { type Month, monthOf } from "@jkp/month";
import { sumSimple } from "simple-statistics";
import { type ByReason, byReason } from "../statistics/targets.ts";
import { monthOfText, type Period, type RecentFacts } from "./recent_facts.ts";
import { MONTHS } from "./window.ts";

/** The only periods whose claims are printed by reason as well. */
export const WITH_REASONS: readonly Period[] = [
  ["2024-01", "2024-07"],
  ["2024-01", "2024-08"],
];

/** Printed periods of one year; each begins in January and goes on beyond the last. */
export const CUMULATIVE: readonly (readonly Period[])[] = [
  [["2023-01", "2023-12"]],
  [...WITH_REASONS, ["2024-01", "2024-09"]],
  [["2025-01", "2025-03"], ["2025-01", "2025-05"]],
];

/** Claims of a run of months: whole persons for each reason. */
export interface ClaimsOfMonths {
  readonly from: Month;
  readonly to: Month;
  readonly claims: ByReason<number>;
}

/**
 * Members of each month of the window, not yet whole.
 *
 * December 2023 as printed. The months before it grow as JHT's wage earners did from
 * December 2021; those after it as BPJS-TK's wage earners did until February 2025, and then
 * no more.
 */
export function memberTotals(facts: RecentFacts): number[] {
  const [december2021, december2023, february2025] = [
    monthOf(2021, 12),
    monthOf(2023, 12),
    monthOf(2025, 2),
  ];
  const before = (facts.jhtWageEarners2023.value / facts.jhtWageEarners2021.value) **
    (1 / (december2023 - december2021));
  const after = (facts.wageEarners2025.value / facts.wageEarners2023.value) **
    (1 / (february2025 - december2023));
  return MONTHS.map((month) => {
    const distance = Math.min(month, february2025) - december2023;
    return facts.jhtMembers2023.value * (distance < 0 ? before : after) ** distance;
  });
}

/**
 * Level of wages in each month over their level in 2019: along the mean wages of employees
 * in August, evenly in between, and no further after the last of them.
 */
export function wageLevels(facts: RecentFacts): number[] {
  const wages = [2022, 2023, 2024, 2025].map((year) => ({
    month: monthOf(year, 8),
    level: facts.meanWageOfAugust(year).value / facts.meanWageOfAugust(2019).value,
  }));
  return MONTHS.map((month) => {
    const next = wages.find((each) => each.month >= month);
    if (next === undefined) return wages.at(-1)!.level;
    const last = wages[wages.indexOf(next) - 1]!;
    const way = (month - last.month) / (next.month - last.month);
    return last.level ** (1 - way) * next.level ** way;
  });
}

/**
 * Claims by run of months: what printed periods have beyond shorter ones of the same year,
 * and for the rest of a year as many for each member as in its printed part. Where no
 * shares of reasons are printed, those of the longest period that has them hold.
 */
export function claimTotals(
  facts: RecentFacts,
  members: readonly number[],
): ClaimsOfMonths[] {
  return CUMULATIVE.flatMap((periods) => {
    const runs: ClaimsOfMonths[] = [];
    for (const period of periods) {
      const counted = claimsOf(facts, period);
      runs.push({
        from: runs.length === 0 ? monthOfText(period[0]) : runs.at(-1)!.to + 1,
        to: monthOfText(period[1]),
        claims: byReason((reason) => counted[reason] - claimsIn(runs, reason)),
      });
    }
    const [first, last] = [runs[0]!.from, runs.at(-1)!.to];
    if (last === first + 11) return runs;
    const rest = { from: last + 1, to: first + 11 };
    const ratio = memberMonths(members, rest) /
      memberMonths(members, { from: first, to: last });
    return [...runs, {
      ...rest,
      claims: byReason((reason) => Math.round(ratio * claimsIn(runs, reason))),
    }];
  });
}

/** The period whose printed shares of reasons hold for a printed period. */
export function periodOfShares(period: Period): Period {
  return WITH_REASONS.find((each) => each.join() === period.join()) ??
    WITH_REASONS.at(-1)!;
}

/** Layoffs and resignations of a printed period, in whole claims. */
function claimsOf(facts: RecentFacts, period: Period): ByReason<number> {
  const ofReasons = periodOfShares(period);
  return byReason((reason) =>
    Math.round(facts.claims(period).value * facts.shareOfClaims(reason, ofReasons).value)
  );
}

function claimsIn(
  runs: readonly ClaimsOfMonths[],
  reason: TerminationReason,
): number {
  return sumSimple(runs.map(({ claims }) => claims[reason]));
}

function memberMonths(
  members: readonly number[],
  { from, to }: { readonly from: Month; readonly to: Month },
): number {
  return sumSimple(members.slice(from - MONTHS[0]!, to + 1 - MONTHS[0]!));
}
