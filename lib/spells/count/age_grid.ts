import { AGE_GROUPS, SEXES } from "@jkp/extract";
import type { Month } from "@jkp/month";

/** Ages at which groups begin, in months, and at which the last one ends. */
export const GROUP_STARTS = [...AGE_GROUPS.keys(), AGE_GROUPS.length]
  .map((group) => 12 * (15 + 5 * group));

/** Cells of month, sex and age group over a window. */
export interface AgeGrid {
  readonly firstMonth: Month;
  readonly lastMonth: Month;
  /** Number of cells, one month past the window included. */
  readonly size: number;
  /** The cell of a month, the index of a sex and that of an age group. */
  cell(month: Month, sex: number, group: number): number;
  /**
   * Calls back for each age group of a person in some months, with the group's first and
   * last month, cut to the window.
   */
  eachGroup(
    birthMonth: Month,
    from: Month,
    to: Month,
    each: (group: number, first: Month, last: Month) => void,
  ): void;
}

/** Index in `AGE_GROUPS` of a person in a month; -1 below 15 and from 70. */
export function ageGroupIndex(birthMonth: Month, month: Month): number {
  const group = Math.floor((month - birthMonth) / 60) - 3;
  return group >= 0 && group < AGE_GROUPS.length ? group : -1;
}

/** Makes the cells of a window from the first to the last month. */
export function ageGrid(firstMonth: Month, lastMonth: Month): AgeGrid {
  const cellsPerMonth = SEXES.length * AGE_GROUPS.length;
  return {
    firstMonth,
    lastMonth,
    size: (lastMonth - firstMonth + 2) * cellsPerMonth,
    cell: (month, sex, group) =>
      (month - firstMonth) * cellsPerMonth + sex * AGE_GROUPS.length + group,
    eachGroup(birthMonth, from, to, each) {
      const first = Math.max(from, firstMonth, birthMonth + GROUP_STARTS[0]!);
      const last = Math.min(to, lastMonth, birthMonth + GROUP_STARTS.at(-1)! - 1);
      for (let start = first; start <= last;) {
        const group = ageGroupIndex(birthMonth, start);
        const end = Math.min(last, birthMonth + GROUP_STARTS[group + 1]! - 1);
        each(group, start, end);
        start = end + 1;
      }
    },
  };
}
