import type { StatisticsExtract } from "@jkp/extract";
import { recordsOf } from "./records.ts";

/**
 * Variance of the share of leavers with enough service, which is that of members of the
 * same sex and age: binomial within a sex and age, and multinomial over the leavers'.
 *
 * @param extract The extract.
 * @param monthsAtLeast Months of service that qualify.
 * @param exitRatePerMonth How many members stop a month: the sooner others take their
 * place, the more a window of months tells.
 */
export function serviceVariance(
  extract: StatisticsExtract,
  monthsAtLeast: number,
  exitRatePerMonth: number,
): number {
  const groups = new Map<string, Group>();
  const place = (row: { sex: string; ageGroup: string }) => `${row.sex}|${row.ageGroup}`;
  const at = (row: { month: number; sex: string; ageGroup: string }) =>
    `${row.month}|${place(row)}`;
  const service = new Map(
    extract.service.filter((row) => row.monthsAtLeast === monthsAtLeast)
      .map((row) => [at(row), row.share]),
  );
  const months = new Set<number>();
  for (const row of extract.active) {
    const share = service.get(at(row));
    if (share === undefined || row.members === 0) continue;
    months.add(row.month);
    const group = groups.get(place(row)) ??
      { members: 0, served: 0, records: 0, claims: 0 };
    group.members += row.members;
    group.served += share * row.members;
    group.records += recordsOf(row);
    groups.set(place(row), group);
  }
  let [claims, claimRecords, mean] = [0, 0, 0];
  for (const row of extract.withdrawals) {
    const group = groups.get(place(row));
    if (group === undefined) continue;
    group.claims += row.claims;
    claims += row.claims;
    claimRecords += recordsOf(row);
    mean += row.claims * group.served / group.members;
  }
  if (claims === 0) return 0;
  mean /= claims;
  let variance = 0;
  for (const { members, served, records, claims: own } of groups.values()) {
    const [weight, share] = [own / claims, served / members];
    const alike = effectiveMembers(records / months.size, exitRatePerMonth, months.size);
    variance += weight ** 2 * share * (1 - share) / alike +
      weight * (share - mean) ** 2 / claimRecords;
  }
  return variance;
}

/** A sex and age, over all months. */
interface Group {
  members: number;
  served: number;
  records: number;
  claims: number;
}

/**
 * Independent members to whom a window of months comes, if so many are seen in each and
 * the same ones stay with probability exp(−exit rate · months).
 */
export function effectiveMembers(
  records: number,
  exitRatePerMonth: number,
  months: number,
): number {
  const x = exitRatePerMonth * months;
  // The mean of exp(−rate · |s − t|) over all pairs of months.
  return x < 1e-6 ? records : records / (2 / x * (1 + Math.expm1(-x) / x));
}
