import { AGE_GROUPS, SEXES, type StatisticsExtract } from "@jkp/extract";
import { formatMonth, type Month } from "@jkp/month";
import { sumSimple } from "simple-statistics";
import type { Tally } from "./tally.ts";

/** How far months that two extracts share may be apart, as fractions. */
const MOST_CHANGE = { members: 0.02, claims: 0.1, wage: 0.05 } as const;

/**
 * Population stability index from which ages have shifted. Rule of thumb of credit
 * scoring: 0.1 to 0.25 is some shift, more is a large one.
 */
const MOST_SHIFT = 0.1;

/** Added to shares, so that an empty age group does not make the index infinite. */
const SMALLEST_SHARE = 1e-6;

/**
 * Compares an extract with an earlier one, in the months that both have.
 *
 * Members, claims and mean wage of each month are compared, and the ages of the last
 * common month. Except for late reports, the months of the earlier extract should come
 * out again; what moves more than a little is worth a question to the provider.
 */
export function checkDrift(
  previous: StatisticsExtract,
  current: StatisticsExtract,
  tally: Tally,
): void {
  const { check: words, count } = tally.words;
  const file = previous.manifest.name;
  const [before, now] = [monthlyFigures(previous), monthlyFigures(current)];
  const common = [...before.keys()].filter((month) => now.has(month)).sort((a, b) =>
    a - b
  );
  for (const month of common) {
    const [old, figures] = [before.get(month)!, now.get(month)!];
    for (const [name, most] of Object.entries(MOST_CHANGE)) {
      const [a, b] = [
        old[name as keyof typeof MOST_CHANGE],
        figures[name as keyof typeof MOST_CHANGE],
      ];
      tally.checked("drift", 1);
      if (Math.abs(b - a) <= most * a) continue;
      tally.find("drift", {
        file,
        column: `${name} ${formatMonth(month)}`,
        value: count(Math.round(b)),
        expected: words.expected.near(100 * most, Math.round(a)),
      });
    }
  }
  const last = common.at(-1);
  if (last === undefined) {
    tally.explain("drift", words.reason.noCommonMonth);
    return;
  }
  const index = stabilityIndex(ageShares(previous, last), ageShares(current, last));
  tally.checked("drift", 1);
  if (index <= MOST_SHIFT) return;
  tally.find("drift", {
    file,
    column: `ages ${formatMonth(last)}`,
    value: words.value.stabilityIndex(index),
    expected: words.expected.atMost(MOST_SHIFT),
  });
}

interface MonthlyFigures {
  members: number;
  claims: number;
  /** Mean wage in rupiah. */
  wage: number;
}

function monthlyFigures(extract: StatisticsExtract): Map<Month, MonthlyFigures> {
  const figures = new Map<Month, MonthlyFigures>();
  for (const { month, members, meanWageIdr } of extract.active) {
    const of = figures.get(month) ?? { members: 0, claims: 0, wage: 0 };
    figures.set(month, of);
    of.members += members;
    of.wage += members * meanWageIdr;
  }
  for (const of of figures.values()) of.wage /= Math.max(of.members, 1);
  for (const { month, claims } of extract.withdrawals) {
    const of = figures.get(month);
    if (of !== undefined) of.claims += claims;
  }
  return figures;
}

function ageShares(extract: StatisticsExtract, month: Month): number[] {
  const rows = extract.active.filter((row) => row.month === month);
  const total = sumSimple(rows.map(({ members }) => members));
  return SEXES.flatMap((sex) =>
    AGE_GROUPS.map((ageGroup) => {
      const row = rows.find((row) => row.sex === sex && row.ageGroup === ageGroup);
      return (row?.members ?? 0) / Math.max(total, 1);
    })
  );
}

function stabilityIndex(before: readonly number[], now: readonly number[]): number {
  return sumSimple(before.map((share, i) => {
    const [a, b] = [share + SMALLEST_SHARE, now[i]! + SMALLEST_SHARE];
    return (b - a) * Math.log(b / a);
  }));
}
