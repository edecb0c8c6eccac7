import {
  AGE_GROUPS,
  SEXES,
  type StatisticsExtract,
  TERMINATION_REASONS,
} from "@jkp/extract";
import { apportion } from "@jkp/numeric";
import { sumSimple } from "simple-statistics";
import { type Inactivity, stockByElapsed } from "./inactivity.ts";
import { spreadOverAges } from "./spread_over_ages.ts";
import { AGES, AGES_PER_GROUP, type SynthesisWindow, YOUNGEST } from "./window.ts";

/**
 * Members that a cohort needs in a month before claims are put on it, so that somebody
 * leaves for every exit of the month.
 */
export const LEAST_MEMBERS = 12;

/**
 * Fraction of members who leave a month, with or without a claim, by `SEXES` and the same
 * at all ages. Only proportions matter: the number who leave without a claim is read from
 * the stock.
 */
const LEAVING = [0.0165, 0.022] as const;

/** Members who leave a month without a claim, at least, where many claim. */
const LEAST_LEAVING = 0.001;

/** What each cohort counts to: sums over cohorts are the cells of the extract. */
export interface CohortNumbers {
  /** Members at `cohort * months + month`. */
  readonly members: Int32Array;
  /** Claims by month of claim, at the same place, for each reason. */
  readonly claims: readonly Int32Array[];
  /**
   * Those still inactive without a claim at `cohort * elapsedMonths + elapsed`, by
   * completed months since their last contribution.
   */
  readonly inactive: Int32Array;
  /** Members who left without a claim and became active or claimed within the window. */
  readonly ended: Int32Array;
}

/**
 * Spreads the cells of an extract over cohorts: a sex and a month of birth.
 *
 * Claims and inactive are spread in proportion to members times a rate that changes
 * smoothly with age. The extract does not give the ages of the inactive. Within a sex,
 * the same fraction leaves at every age, and younger leavers claim more often.
 * @throws {RangeError} If a cell has claims but hardly members.
 */
export function cohortNumbers(
  extract: StatisticsExtract,
  window: SynthesisWindow,
  inactivity: Inactivity,
): CohortNumbers {
  const { months, cohorts, elapsedMonths } = window;
  const numbers = {
    members: new Int32Array(cohorts * months),
    claims: TERMINATION_REASONS.map(() => new Int32Array(cohorts * months)),
    inactive: new Int32Array(cohorts * elapsedMonths),
    ended: new Int32Array(cohorts * elapsedMonths),
  };
  const cells = cellsByGroup(extract, window);
  spreadMembers(numbers, cells, window);
  spreadClaims(numbers, cells, window);
  spreadInactive(numbers, stockByElapsed(extract), inactivity, claimRates(cells), window);
  return numbers;
}

/** Persons by group at `(sex * months + month)`. */
interface Cells {
  readonly members: number[][];
  readonly claims: readonly number[][][];
}

function cellsByGroup(extract: StatisticsExtract, window: SynthesisWindow): Cells {
  const { firstMonth, months } = window;
  const empty = () =>
    Array.from({ length: SEXES.length * months }, () => AGE_GROUPS.map(() => 0));
  const cells = { members: empty(), claims: TERMINATION_REASONS.map(empty) };
  const at = (row: { month: number; sex: typeof SEXES[number] }) =>
    SEXES.indexOf(row.sex) * months + row.month - firstMonth;
  for (const row of extract.active) {
    cells.members[at(row)]![AGE_GROUPS.indexOf(row.ageGroup)] = row.members;
  }
  for (const row of extract.withdrawals) {
    const byGroup = cells.claims[TERMINATION_REASONS.indexOf(row.reason)]![at(row)]!;
    byGroup[AGE_GROUPS.indexOf(row.ageGroup)] = row.claims;
  }
  return cells;
}

/** The cohort of a sex whose age is the youngest in a month; older ones come before. */
function youngestCohort(sex: number, month: number, window: SynthesisWindow): number {
  return sex * window.births + month - YOUNGEST - window.firstBirth;
}

function spreadMembers(
  { members }: CohortNumbers,
  cells: Cells,
  window: SynthesisWindow,
): void {
  const evenly = new Float64Array(AGES).fill(1);
  cells.members.forEach((byGroup, place) => {
    const sex = Math.floor(place / window.months);
    const t = place % window.months;
    const youngest = youngestCohort(sex, window.firstMonth + t, window);
    spreadOverAges(byGroup, evenly).forEach((count, age) => {
      members[(youngest - age) * window.months + t] = count;
    });
  });
}

/**
 * Members who can leave in a month, by their age `delay` months later, when the leaving
 * is counted; for a month before the window, those of its first month. Groups without a
 * large cohort count as they are.
 */
function leavableMembers(
  { members }: CohortNumbers,
  sex: number,
  month: number,
  delay: number,
  window: SynthesisWindow,
): Int32Array {
  const known = Math.max(month, window.firstMonth);
  const youngest = youngestCohort(sex, known, window);
  const all = Int32Array.from(
    { length: AGES },
    (_, age) =>
      age < delay
        ? 0
        : members[(youngest - age + delay) * window.months + known - window.firstMonth]!,
  );
  const large = all.map((count) => count >= LEAST_MEMBERS ? count : 0);
  AGE_GROUPS.forEach((_, group) => {
    const [from, to] = [group * AGES_PER_GROUP, (group + 1) * AGES_PER_GROUP];
    if (large.subarray(from, to).some((count) => count > 0)) return;
    large.set(all.subarray(from, to), from);
  });
  return large;
}

function spreadClaims(
  numbers: CohortNumbers,
  cells: Cells,
  window: SynthesisWindow,
): void {
  cells.members.forEach((_, place) => {
    const sex = Math.floor(place / window.months);
    const t = place % window.months;
    const month = window.firstMonth + t;
    const leavable = leavableMembers(numbers, sex, month - 1, 1, window);
    const youngest = youngestCohort(sex, month, window);
    numbers.claims.forEach((claims, reason) => {
      spreadOverAges(cells.claims[reason]![place]!, leavable).forEach((count, age) => {
        claims[(youngest - age) * window.months + t] = count;
      });
    });
  });
}

/** Claims over members by sex and group over the whole window. */
function claimRates({ members, claims }: Cells): number[][] {
  const months = members.length / SEXES.length;
  return SEXES.map((_, sex) =>
    AGE_GROUPS.map((_, group) => {
      const total = (cells: number[][]) =>
        sumSimple(
          cells.slice(sex * months, (sex + 1) * months).map((byGroup) => byGroup[group]!),
        );
      const exposed = total(members);
      const claimed = sumSimple(claims.map(total));
      return exposed === 0 ? 0 : claimed / exposed;
    })
  );
}

function spreadInactive(
  numbers: CohortNumbers,
  stock: readonly number[],
  { survival }: Inactivity,
  rates: readonly (readonly number[])[],
  window: SynthesisWindow,
): void {
  const { lastMonth, firstMonth, elapsedMonths } = window;
  stock.forEach((members, elapsed) => {
    const last = lastMonth - 1 - elapsed;
    // Leavers before the window count only if they were inactive when it began.
    const before = Math.max(0, firstMonth - last - 2);
    const ended = Math.round(Math.max(0, stock[0]! * survival[before]! - members));
    const leavable = SEXES.map((_, sex) =>
      leavableMembers(numbers, sex, last, 0, window)
    );
    const weights = leavable.flatMap((byAge, sex) =>
      rates[sex]!.map((rate, group) => {
        const from = group * AGES_PER_GROUP;
        const members = byAge.subarray(from, from + AGES_PER_GROUP);
        const leaving = Math.max(LEAST_LEAVING, LEAVING[sex]! - rate);
        return leaving * members.reduce((a, b) => a + b);
      })
    );
    const spread = (total: number, into: Int32Array) => {
      if (total === 0) return;
      const byGroup = apportion(total, weights);
      leavable.forEach((byAge, sex) => {
        const groups = AGE_GROUPS.length;
        const own = byGroup.slice(sex * groups, (sex + 1) * groups);
        const youngest = youngestCohort(sex, last, window);
        spreadOverAges(own, byAge).forEach((count, age) => {
          into[(youngest - age) * elapsedMonths + elapsed] = count;
        });
      });
    };
    spread(members, numbers.inactive);
    spread(ended, numbers.ended);
  });
}
