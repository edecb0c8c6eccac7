import {
  AGE_GROUPS,
  SEXES,
  type StatisticsExtract,
  TERMINATION_REASONS,
} from "@jkp/extract";
import { type Month, yearOf } from "@jkp/month";
import {
  type TerminationGroup,
  terminationRates,
  type TerminationSplit,
} from "./termination.ts";

/** A characteristic that cells of a study are split by. */
export type StudySplit = Exclude<TerminationSplit, "month">;

/** Claims and exposure of one cell, in all, by period and by month. */
export interface CellCounts {
  readonly group: TerminationGroup;
  readonly claims: number;
  readonly exposureMonths: number;
  /** The same in each period of the window. */
  readonly periods: readonly Readonly<Counts>[];
  /** The same in each month of the window. */
  readonly months: readonly (Readonly<Counts> & { readonly month: Month })[];
}

/** Values of each split in the order in which cells stand. */
const ORDER: Readonly<Record<StudySplit, readonly string[]>> = {
  reason: TERMINATION_REASONS,
  sex: SEXES,
  ageGroup: AGE_GROUPS,
};

/** The splits, the slowest first. */
export const STUDY_SPLITS = ["reason", "sex", "ageGroup"] as const;

/**
 * Counts claims and exposure of every cell, in all, by month and by period: calendar
 * years, or months if the window lies in one year.
 *
 * @throws {RangeError} If nobody was exposed, or a cell has claims and no exposure.
 */
export function countCells(
  extract: StatisticsExtract,
  by: readonly StudySplit[],
  window: { readonly firstMonth: Month; readonly lastMonth: Month },
): CellCounts[] {
  const { firstMonth, lastMonth } = window;
  const splits = STUDY_SPLITS.filter((split) => by.includes(split));
  const periodOf = yearOf(firstMonth) === yearOf(lastMonth)
    ? (month: Month) => month - firstMonth
    : (month: Month) => yearOf(month) - yearOf(firstMonth);
  const { rates } = terminationRates(extract, {
    by: [...splits, "month"],
    firstMonth,
    lastMonth,
  });
  const cells = new Map<
    string,
    CellCounts & { periods: Counts[]; months: (Counts & { month: Month })[] }
  >();
  const none = (length: number) =>
    Array.from({ length }, (): Counts => ({ claims: 0, exposureMonths: 0 }));
  for (const rate of rates) {
    const name = groupName(rate);
    const cell = cells.get(name) ?? {
      group: Object.fromEntries(splits.map((split) => [split, rate[split]])),
      claims: 0,
      exposureMonths: 0,
      periods: none(periodOf(lastMonth) + 1),
      months: none(lastMonth - firstMonth + 1)
        .map((counts, i) => ({ month: firstMonth + i, ...counts })),
    };
    const month = rate.month!;
    const sums: Counts[] = [
      cell,
      cell.periods[periodOf(month)]!,
      cell.months[month - firstMonth]!,
    ];
    for (const counts of sums) {
      counts.claims += rate.claims;
      counts.exposureMonths += rate.exposureMonths;
    }
    cells.set(name, cell);
  }
  const counted = [...cells.values()].sort((a, b) => place(a.group) - place(b.group));
  const unexposed = counted.filter((cell) =>
    cell.claims > 0 && cell.exposureMonths === 0
  );
  if (unexposed.length > 0) {
    throw new RangeError(
      "Cannot study terminations: members wherever there are claims are wanted, got " +
        `none for ${unexposed.map(({ group }) => groupName(group)).join("; ")}`,
    );
  }
  return counted;
}

/** Counts while they are summed up. */
interface Counts {
  claims: number;
  exposureMonths: number;
}

/** Names a group of members in words, without its month: `layoff M 20-24`, or `all`. */
export function groupName(group: TerminationGroup): string {
  const named = STUDY_SPLITS.flatMap((split) => group[split] ?? []);
  return named.join(" ") || "all";
}

/**
 * Gathers cells that agree in some characteristics, in the order in which they appear.
 */
export function partition(
  cells: readonly CellCounts[],
  by: readonly StudySplit[],
): CellCounts[][] {
  const parts = new Map<string, CellCounts[]>();
  for (const cell of cells) {
    const name = by.map((split) => cell.group[split]).join(" ");
    parts.set(name, [...parts.get(name) ?? [], cell]);
  }
  return [...parts.values()];
}

/** Where a group stands among all. */
function place(group: TerminationGroup): number {
  return STUDY_SPLITS.reduce(
    (sum, split) => sum * ORDER[split].length + ORDER[split].indexOf(group[split] ?? ""),
    0,
  );
}
