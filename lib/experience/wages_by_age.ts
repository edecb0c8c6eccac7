import {
  AGE_GROUPS,
  type AgeGroup,
  type Sex,
  type StatisticsExtract,
  TERMINATION_REASONS,
  type TerminationReason,
} from "@jkp/extract";
import { yearOf } from "@jkp/month";
import { weightedMean } from "@jkp/numeric";
import { sumSimple } from "simple-statistics";

/** Members and wages of one sex and age group over the months of a year. */
export interface WagesOfAge {
  readonly sex: Sex;
  readonly ageGroup: AgeGroup;
  /** Active members, average of the months. */
  readonly members: number;
  /** Mean monthly wage of members in rupiah, before any ceiling; `NaN` without members. */
  readonly memberWageIdr: number;
  /** Mean last monthly wage of claimants in rupiah, by reason; `NaN` without claims. */
  readonly claimWageIdr: Readonly<Record<TerminationReason, number>>;
}

/**
 * Members and mean wages by sex and age in a calendar year, months weighted with persons.
 *
 * @param extract The extract.
 * @param year The calendar year.
 * @returns One row a sex and age group that has members in the year.
 * @see ILO (2021), Tables 1.3 and 1.4.
 *
 * @example Men aged 25 to 29 in Tables 1.3 and 1.4
 * ```ts
 * import { wagesByAge } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { assertEquals } from "@std/assert";
 *
 * const rows = wagesByAge(await readShippedExtract(), 2019);
 * const men = rows.find(({ sex, ageGroup }) => sex === "M" && ageGroup === "25-29")!;
 * assertEquals(men.members, 2_067_446);
 * assertEquals(Math.round(men.memberWageIdr), 3_634_664);
 * ```
 */
export function wagesByAge(extract: StatisticsExtract, year: number): WagesOfAge[] {
  const active = extract.active.filter((row) => yearOf(row.month) === year);
  const claims = extract.withdrawals.filter((row) => yearOf(row.month) === year);
  const months = new Set(active.map((row) => row.month)).size;
  return (["M", "F"] as const).flatMap((sex) =>
    AGE_GROUPS.flatMap((ageGroup) => {
      const isOwn = (row: { sex: Sex; ageGroup: AgeGroup }) =>
        row.sex === sex && row.ageGroup === ageGroup;
      const members = active.filter(isOwn)
        .map((row) => ({ ...row, count: row.members }));
      if (members.length === 0) return [];
      const own = claims.filter(isOwn);
      const claimWage = (reason: TerminationReason) =>
        meanWage(
          own.filter((row) => row.reason === reason)
            .map((row) => ({ ...row, count: row.claims })),
        );
      return [{
        sex,
        ageGroup,
        members: sumSimple(members.map(({ count }) => count)) / months,
        memberWageIdr: meanWage(members),
        claimWageIdr: Object.fromEntries(
          TERMINATION_REASONS.map((reason) => [reason, claimWage(reason)]),
        ) as Record<TerminationReason, number>,
      }];
    })
  );
}

/** Mean wage, weighted with persons. */
function meanWage(
  rows: readonly { readonly meanWageIdr: number; readonly count: number }[],
): number {
  return weightedMean(
    rows.map(({ meanWageIdr }) => meanWageIdr),
    rows.map(({ count }) => count),
  );
}
