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
 * @throws {RangeError} If nobody was exposed.
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
  return [...cells.values()].sort((a, b) => place(a.group) - place(b.group));
}

/**
 * Cells as rates can be found of them: where there are claims and nobody was exposed, the
 * claims are left out, with a note.
 */
export function exposedCells(
  cells: readonly CellCounts[],
): { readonly cells: CellCounts[]; readonly notes: readonly string[] } {
  const isUnexposed = ({ claims, exposureMonths }: CellCounts) =>
    claims > 0 && exposureMonths === 0;
  return {
    cells: cells.map((cell) => isUnexposed(cell) ? withoutClaims(cell) : cell),
    notes: cells.filter(isUnexposed).map(({ group, claims }) =>
      `Rates, ${groupName(group)}: ${Number(claims.toFixed(6)).toLocaleString("en")} ` +
      `${
        claims === 1 ? "claim" : "claims"
      } and no member at that age; members claim some ` +
      "months after they left, and may be in an older group by then. Left out."
    ),
  };
}

function withoutClaims(cell: CellCounts): CellCounts {
  return {
    ...cell,
    claims: 0,
    periods: cell.periods.map((counts) => ({ ...counts, claims: 0 })),
    months: cell.months.map((counts) => ({ ...counts, claims: 0 })),
  };
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
