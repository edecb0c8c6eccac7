import {
  AGE_GROUPS,
  type AgeGroup,
  END_REASONS,
  type EndReason,
  type Sex,
  SEXES,
} from "@jkp/extract";
import { weightedMean } from "@jkp/numeric";
import { sumSimple } from "simple-statistics";
import type { LeaverRow, Leavers } from "./leavers.ts";
import type { ServiceRule } from "./service_rule.ts";
import { type MonthShare, shareDispersion, wilsonInterval } from "./share_interval.ts";

/** What leavers can be split by. */
export type LeaverKey = "reason" | "sex" | "ageGroup";

/** Leavers with the same values of the keys they were split by; other keys are absent. */
export interface LeaverGroup {
  readonly reason?: EndReason;
  readonly sex?: Sex;
  readonly ageGroup?: AgeGroup;
}

/** Fraction of leavers who met a rule. */
export interface LeaverEligibility extends LeaverGroup {
  readonly rule: ServiceRule;
  readonly claims: number;
  /** Fraction that met the rule in the last month of their spell. */
  readonly share: number;
  /**
   * Variance of those who met it as a multiple of the binomial's, at least 1, from months;
   * NaN, as the interval, if claims lie in fewer than 12.
   */
  readonly dispersion: number;
  /** Ends of the fraction's 95 % interval (Wilson) with this dispersion. */
  readonly lower: number;
  readonly upper: number;
}

/** Last wages of leavers beside those of active members. */
export interface LeaverWages extends LeaverGroup {
  readonly claims: number;
  /** Mean last wage of the leavers. */
  readonly meanWageIdr: number;
  /**
   * Mean wage of active members, each month, sex and age group counted as often as it has
   * leavers; `NaN` without active members.
   */
  readonly activeMeanWageIdr: number;
  /** Leavers' mean wage over that of active members. */
  readonly ratio: number;
}

/**
 * The fractions of leavers who met each rule.
 *
 * With unequal weights w intervals take (Σw)² / Σw² for the number of leavers; with equal
 * ones that is the number of rows. Leavers of one month may be more alike than chance
 * makes them: the number is divided by the dispersion that months show (quasi-binomial).
 *
 * @param counted What {@link LeaverCounts} counted.
 * @param by What to split by; nothing for all together.
 * @returns A row for each group with leavers and each rule.
 * @see Kish (1965), Survey Sampling, section 8.2, for the effective number. ILO (2021),
 * section 3.2.2: about 75 per cent with 12 months.
 *
 * @example Three leavers of four with 12 months in 24
 * ```ts
 * import { leaverEligibility } from "@jkp/spells";
 * import { assertEquals } from "@std/assert";
 *
 * const rule = { months: 12, withinMonths: 24 };
 * const key = { month: 24_239, sex: "M", ageGroup: "20-24", reason: "layoff" } as const;
 * const counts = { claims: 4, squaredWeights: 4, meeting: [3], wagesIdr: 12e6 };
 * const [all] = leaverEligibility({
 *   rules: [rule],
 *   leavers: [{ ...key, ...counts }],
 *   active: [],
 * });
 * assertEquals([all!.share, all!.lower], [0.75, NaN]); // one month: no interval
 * ```
 */
export function leaverEligibility(
  counted: Leavers,
  by: readonly LeaverKey[] = [],
): LeaverEligibility[] {
  return groupsOf(counted.leavers, by).flatMap(({ group, rows }) => {
    const claims = sumSimple(rows.map((row) => row.claims));
    const squaredWeights = sumSimple(rows.map((row) => row.squaredWeights));
    return counted.rules.map((rule, i) => {
      const share = sumSimple(rows.map((row) => row.meeting[i]!)) / claims;
      const dispersion = shareDispersion(monthShares(rows, i), share);
      const persons = claims ** 2 / squaredWeights / dispersion;
      const interval = wilsonInterval(share, persons);
      return { ...group, rule, claims, share, dispersion, ...interval };
    });
  });
}

/** The leavers of each month, and the fraction that met a rule. */
function monthShares(rows: readonly LeaverRow[], rule: number): MonthShare[] {
  return [...Map.groupBy(rows, ({ month }) => month).values()].map((ofMonth) => {
    const sum = (of: (row: LeaverRow) => number) => sumSimple(ofMonth.map(of));
    const claims = sum((row) => row.claims);
    return {
      persons: claims ** 2 / sum((row) => row.squaredWeights),
      share: sum((row) => row.meeting[rule]!) / claims,
    };
  });
}

/**
 * Mean last wages of leavers, and of active members of the same months, sexes and ages.
 *
 * @param counted What {@link LeaverCounts} counted.
 * @param by What to split by; nothing for all together.
 * @returns A row for each group with leavers.
 * @see ILO (2021), Tables 3.2 and 3.5.
 *
 * @example Men of Table 3.2: leavers earned 77 per cent of what the insured earned
 * ```ts
 * import { leaverWages } from "@jkp/spells";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const key = { month: 24_239, sex: "M", ageGroup: "20-24" } as const;
 * const counts = { claims: 4, squaredWeights: 4, meeting: [], wagesIdr: 4 * 3_624_997 };
 * const [all] = leaverWages({
 *   rules: [],
 *   leavers: [{ ...key, reason: "layoff", ...counts }],
 *   active: [{ ...key, members: 10, wagesIdr: 10 * 4_702_881 }],
 * });
 * assertAlmostEquals(all!.ratio, 0.77, 0.005);
 * ```
 */
export function leaverWages(
  counted: Leavers,
  by: readonly LeaverKey[] = [],
): LeaverWages[] {
  const cellOf = (row: { month: number; sex: Sex; ageGroup: AgeGroup }) =>
    `${row.month} ${row.sex} ${row.ageGroup}`;
  const meanWages = new Map(
    counted.active.map((row) => [cellOf(row), row.wagesIdr / row.members]),
  );
  return groupsOf(counted.leavers, by).map(({ group, rows }) => {
    const claims = sumSimple(rows.map((row) => row.claims));
    const meanWageIdr = sumSimple(rows.map((row) => row.wagesIdr)) / claims;
    const compared = rows.filter((row) => meanWages.has(cellOf(row)));
    const activeMeanWageIdr = weightedMean(
      compared.map((row) => meanWages.get(cellOf(row))!),
      compared.map((row) => row.claims),
    );
    const ratio = meanWageIdr / activeMeanWageIdr;
    return { ...group, claims, meanWageIdr, activeMeanWageIdr, ratio };
  });
}

/** Rows by group, in the order of reasons, sexes and age groups. */
function groupsOf(
  rows: readonly LeaverRow[],
  by: readonly LeaverKey[],
): { readonly group: LeaverGroup; readonly rows: readonly LeaverRow[] }[] {
  const pick = <Value>(key: LeaverKey, values: readonly Value[]) =>
    by.includes(key) ? values : [undefined];
  return pick("reason", END_REASONS).flatMap((reason) =>
    pick("sex", SEXES).flatMap((sex) =>
      pick("ageGroup", AGE_GROUPS).map((ageGroup) => ({
        group: {
          ...(reason && { reason }),
          ...(sex && { sex }),
          ...(ageGroup && { ageGroup }),
        },
        rows: rows.filter((row) =>
          (reason === undefined || row.reason === reason) &&
          (sex === undefined || row.sex === sex) &&
          (ageGroup === undefined || row.ageGroup === ageGroup)
        ),
      }))
    )
  ).filter((each) => each.rows.length > 0);
}
