import {
  AGE_GROUPS,
  SEXES,
  type StatisticsExtract,
  TERMINATION_REASONS,
} from "@jkp/extract";
import type { Month } from "@jkp/month";
import { monotoneCubic } from "@jkp/numeric";
import { INACTIVE_MONTHS } from "../build/statistics_counts.ts";
import type { InactivityModel } from "./inactivity_model.ts";
import { CarriedRounding } from "./rounding.ts";

/** Ages that the groups cover, in months. */
export const YOUNGEST = 12 * 15;
export const OLDEST = 12 * 70 - 1;

/** Age at each boundary of the groups, in months. */
const BOUNDARIES = [...AGE_GROUPS.keys(), AGE_GROUPS.length].map((group) =>
  YOUNGEST + 60 * group
);

/** What one cohort (a sex and a month of birth) shall count to, by month. */
export interface CohortTargets {
  /** Index in `SEXES`. */
  readonly sex: number;
  readonly birthMonth: Month;
  /** Members in each month of the window. */
  readonly members: Int32Array;
  /** Claims in each month of the window, for each reason. */
  readonly claims: readonly Int32Array[];
  /** Those still inactive at the end, by completed months since their last contribution. */
  readonly inactive: Int32Array;
  /** Those who left without a claim and whose inactivity ended, by the same months. */
  readonly ended: Int32Array;
}

/** Figures by age group. */
type ByGroup = readonly number[];

/**
 * Spreads the cells of a statistics extract over single months of birth.
 *
 * Within an age group persons lie as a monotone curve through the cumulated numbers has
 * them. Cumulated numbers are rounded, so that every cell of the extract comes out
 * exactly.
 *
 * @param extract The extract.
 * @param model How inactivity ends.
 * @param multiple How often every number is counted: 2 makes a register twice as large.
 * @returns A cohort for each sex and month of birth, in that order.
 *
 * @example Members of December 2019
 * ```ts
 * import { cohortTargets } from "./cohort_targets.ts";
 * import { inactivityModel } from "./inactivity_model.ts";
 * import { readShippedExtract } from "@jkp/extract";
 * import { assertEquals } from "@std/assert";
 *
 * const extract = await readShippedExtract();
 * const cohorts = cohortTargets(extract, inactivityModel(extract), 1);
 * const last = extract.manifest.lastMonth - extract.manifest.firstMonth;
 * const total = cohorts.reduce((sum, { members }) => sum + members[last]!, 0);
 * const printed = extract.active
 *   .filter(({ month }) => month === extract.manifest.lastMonth)
 *   .reduce((sum, { members }) => sum + members, 0);
 * assertEquals(total, printed);
 * ```
 */
export function cohortTargets(
  extract: StatisticsExtract,
  model: InactivityModel,
  multiple: number,
): CohortTargets[] {
  const { firstMonth, lastMonth } = extract.manifest;
  const months = lastMonth - firstMonth + 1;
  const cells = groupCells(extract, multiple);
  const firstBirth = lastMonth - INACTIVE_MONTHS - OLDEST;
  const births = lastMonth - YOUNGEST - firstBirth + 1;
  const cohorts = SEXES.flatMap((_, sex) =>
    Array.from({ length: births }, (_, birth) => ({
      sex,
      birthMonth: firstBirth + birth,
      members: new Int32Array(months),
      claims: TERMINATION_REASONS.map(() => new Int32Array(months)),
      inactive: new Int32Array(INACTIVE_MONTHS),
      ended: new Int32Array(INACTIVE_MONTHS),
    }))
  );
  const cohortOf = (sex: number, birthMonth: Month) =>
    cohorts[sex * births + birthMonth - firstBirth]!;
  for (let t = 0; t < months; t++) {
    SEXES.forEach((_, sex) => {
      const { members, claims } = cells[sex]![t]!;
      spread(members).forEach((count, age) => {
        cohortOf(sex, firstMonth + t - YOUNGEST - age).members[t] = count;
      });
      claims.forEach((byGroup, reason) => {
        spread(byGroup).forEach((count, age) => {
          cohortOf(sex, firstMonth + t - YOUNGEST - age).claims[reason]![t] = count;
        });
      });
    });
  }
  spreadInactive(extract, model, multiple, cohorts);
  return cohorts;
}

/** Members and claims by sex, month and age group. */
function groupCells(extract: StatisticsExtract, multiple: number) {
  const { firstMonth, lastMonth } = extract.manifest;
  const empty = () => AGE_GROUPS.map(() => 0);
  const cells = SEXES.map(() =>
    Array.from({ length: lastMonth - firstMonth + 1 }, () => ({
      members: empty(),
      claims: TERMINATION_REASONS.map(empty),
    }))
  );
  for (const { month, sex, ageGroup, members } of extract.active) {
    const cell = cells[SEXES.indexOf(sex)]![month - firstMonth]!;
    cell.members[AGE_GROUPS.indexOf(ageGroup)] = multiple * members;
  }
  for (const { month, sex, ageGroup, reason, claims } of extract.withdrawals) {
    const cell = cells[SEXES.indexOf(sex)]![month - firstMonth]!;
    const byGroup = cell.claims[TERMINATION_REASONS.indexOf(reason)]!;
    byGroup[AGE_GROUPS.indexOf(ageGroup)] = multiple * claims;
  }
  return cells;
}

/** Spreads persons by age group over single months of age, from the youngest on. */
function spread(byGroup: ByGroup): number[] {
  let sum = 0;
  const sums = [0, ...byGroup.map((count) => sum += count)];
  const cumulated = monotoneCubic(BOUNDARIES, sums);
  let before = 0;
  return Array.from({ length: OLDEST - YOUNGEST + 1 }, (_, age) => {
    const upTo = Math.round(cumulated(YOUNGEST + age + 1));
    const count = upTo - before;
    before = upTo;
    return count;
  });
}

/** Spreads the inactive, and those whose inactivity ended, as members are spread. */
function spreadInactive(
  extract: StatisticsExtract,
  model: InactivityModel,
  multiple: number,
  cohorts: readonly CohortTargets[],
): void {
  const { firstMonth, lastMonth } = extract.manifest;
  const membersByAge = membersByMonthOfAge(cohorts, firstMonth);
  for (const { monthsSinceLastContribution: elapsed, members } of extract.inactive) {
    if (elapsed >= INACTIVE_MONTHS) continue;
    const last = lastMonth - 1 - elapsed;
    const weights = cohorts.map(({ sex, birthMonth }) => {
      const age = last - birthMonth;
      return (membersByAge[sex]![age - YOUNGEST] ?? 0) * inclinationToStop(sex, age);
    });
    const total = weights.reduce((a, b) => a + b, 0);
    const ended = members * (1 / model.survival(elapsed) - 1);
    const [staying, ending] = [new CarriedRounding(), new CarriedRounding()];
    cohorts.forEach((cohort, i) => {
      const share = (multiple * weights[i]!) / total;
      const inWindow = cohort.members[last - firstMonth];
      const most = inWindow ?? Infinity;
      cohort.inactive[elapsed] = staying.next(members * share, Math.floor(most / 4));
      cohort.ended[elapsed] = ending.next(ended * share, Math.floor(most / 4));
    });
  }
}

/** How often women stop contributing without a claim, beside men. Found by trial. */
const SEX_FACTOR = [1, 1.33];

/**
 * Relative inclination to stop contributing without a claim, by sex and age in months.
 *
 * The report has the service of claimants, who are young, nearly as long as members'
 * (75 and 76 per cent with 12 months). Young members claim often; so that they are not
 * replaced all the time, they stop without a claim less often. Found by trial.
 */
function inclinationToStop(sex: number, age: number): number {
  return SEX_FACTOR[sex]! * Math.min(Math.max((age / 12 - 27) / 8, 0.01), 5);
}

/** Member-months of the window by sex and month of age. */
function membersByMonthOfAge(
  cohorts: readonly CohortTargets[],
  firstMonth: Month,
): number[][] {
  const sums = SEXES.map(() => new Array<number>(OLDEST - YOUNGEST + 1).fill(0));
  for (const { sex, birthMonth, members } of cohorts) {
    members.forEach((count, t) => {
      if (count > 0) sums[sex]![firstMonth + t - birthMonth - YOUNGEST]! += count;
    });
  }
  return sums;
}
