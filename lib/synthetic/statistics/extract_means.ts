import { yearOf } from "@jkp/month";
import {
  type ActiveRow,
  AGE_GROUPS,
  type AgeGroup,
  type Sex,
  type StatisticsExtract,
  type TerminationReason,
  type WithdrawalRow,
} from "@jkp/extract";
import { weightedMean } from "@jkp/numeric";
import { sumSimple } from "simple-statistics";
import { YOUNG_AGES } from "./ages.ts";

/** Which rows of an extract to take; everything where nothing is said. */
export interface MeansChoice {
  readonly sex?: Sex | undefined;
  readonly ageGroup?: AgeGroup | undefined;
  readonly reason?: TerminationReason | undefined;
  /** First calendar year. */
  readonly fromYear?: number | undefined;
}

/** Averages of an extract, by choice of rows: what its margins are read from. */
export interface ExtractMeans {
  /** Members, monthly average. */
  readonly members: (choice: MeansChoice) => number;
  /** Claims, monthly average. */
  readonly claims: (choice: MeansChoice) => number;
  /** Share of members aged 20 to 29. */
  readonly youngMembers: () => number;
  /** Share of claims made at ages 20 to 29. */
  readonly youngClaims: (choice: MeansChoice) => number;
  /** Mean wage of members in 2019, weighted with the months' members. */
  readonly insuredWage2019: (sex: Sex, ageGroup: AgeGroup) => number;
  /** Mean wage of claimants in 2019, weighted with the months' claims. */
  readonly claimWage2019: (
    sex: Sex,
    ageGroup: AgeGroup,
    reason: TerminationReason,
  ) => number;
  /** Claims over members, by month in order. */
  readonly rates: () => number[];
  /** Share of members with so many months of service, weighted with the members. */
  readonly service: (monthsAtLeast: number, sex?: Sex) => number;
  /** The same weighted with the claims: service of claimants. */
  readonly serviceOfClaimants: (monthsAtLeast: number) => number;
}

/** Functions that each give one average of an extract. */
export function extractMeans(extract: StatisticsExtract): ExtractMeans {
  const { active, withdrawals, service } = extract;
  const months = [...new Set(active.map((row) => row.month))].sort((a, b) => a - b);
  const monthsFrom = (year = -Infinity) =>
    months.filter((month) => yearOf(month) >= year).length;
  const members = (choice: MeansChoice) =>
    sumSimple(active.filter(isChosen(choice)).map((row) => row.members)) /
    monthsFrom(choice.fromYear);
  const claims = (choice: MeansChoice) =>
    sumSimple(withdrawals.filter(isChosen(choice)).map((row) => row.claims)) /
    monthsFrom(choice.fromYear);
  const membersByCell = sumBy(active, cellOf, (row) => row.members);
  const claimsByCell = sumBy(withdrawals, cellOf, (row) => row.claims);
  const serviceWeightedWith = (weights: Map<string, number>, at: number, sex?: Sex) => {
    const rows = service.filter((row) =>
      row.monthsAtLeast === at && (sex === undefined || row.sex === sex)
    );
    return weightedMean(
      rows.map((row) => row.share),
      rows.map((row) => weights.get(cellOf(row)) ?? 0),
    );
  };
  return {
    members,
    claims,
    youngMembers: () =>
      sumSimple(YOUNG_AGES.map((ageGroup) => members({ ageGroup }))) / members({}),
    youngClaims: (choice) =>
      sumSimple(YOUNG_AGES.map((ageGroup) => claims({ ...choice, ageGroup }))) /
      claims(choice),
    insuredWage2019: (sex, ageGroup) => {
      const rows = active.filter(isChosen({ sex, ageGroup, fromYear: 2019 }));
      return weightedMean(
        rows.map((row) => row.meanWageIdr),
        rows.map((row) => row.members),
      );
    },
    claimWage2019: (sex, ageGroup, reason) => {
      const rows = withdrawals.filter(
        isChosen({ sex, ageGroup, reason, fromYear: 2019 }),
      );
      return weightedMean(
        rows.map((row) => row.meanWageIdr),
        rows.map((row) => row.claims),
      );
    },
    rates: () => {
      const membersByMonth = sumBy(active, monthOfRow, (row) => row.members);
      const claimsByMonth = sumBy(withdrawals, monthOfRow, (row) => row.claims);
      return months.map((month) =>
        (claimsByMonth.get(String(month)) ?? 0) / membersByMonth.get(String(month))!
      );
    },
    service: (monthsAtLeast, sex) =>
      serviceWeightedWith(membersByCell, monthsAtLeast, sex),
    serviceOfClaimants: (monthsAtLeast) =>
      serviceWeightedWith(claimsByCell, monthsAtLeast),
  };
}

/** Weighted mean of a figure over the age groups. */
export function meanOverAges(
  valueOf: (ageGroup: AgeGroup) => number,
  weightOf: (ageGroup: AgeGroup) => number,
): number {
  return weightedMean(AGE_GROUPS.map(valueOf), AGE_GROUPS.map(weightOf));
}

type Row = ActiveRow | WithdrawalRow;

function isChosen({ sex, ageGroup, reason, fromYear = -Infinity }: MeansChoice) {
  return (row: Row) =>
    (sex === undefined || row.sex === sex) &&
    (ageGroup === undefined || row.ageGroup === ageGroup) &&
    (reason === undefined || ("reason" in row && row.reason === reason)) &&
    yearOf(row.month) >= fromYear;
}

function cellOf(row: { month: number; sex: Sex; ageGroup: AgeGroup }): string {
  return `${row.month} ${row.sex} ${row.ageGroup}`;
}

function monthOfRow(row: { month: number }): string {
  return String(row.month);
}

function sumBy<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  valueOf: (row: T) => number,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row);
    sums.set(key, (sums.get(key) ?? 0) + valueOf(row));
  }
  return sums;
}
