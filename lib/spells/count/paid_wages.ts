import type { LargestContributions } from "@jkp/extract";
import type { Month } from "@jkp/month";
import { type AgeGrid, ageGroupIndex } from "./age_grid.ts";
import { TwoLargest } from "./largest_wage_counts.ts";

/** Members of one sex and age who paid for a month, and what their wages come to. */
export interface PaidCell {
  readonly month: Month;
  /** Index of the sex. */
  readonly sex: number;
  /** Completed years of age in the month. */
  readonly age: number;
  readonly members: number;
  readonly wagesIdr: bigint;
  /** Up to two of the wages, the largest ones; none where they were not looked for. */
  readonly largest: readonly number[];
}

/** What members paid for, a row a member and month; columns of one length. */
export interface PaidMonths {
  /** As spells have it. */
  readonly memberHash: Uint32Array;
  readonly month: Int32Array;
  /** Index of the sex. */
  readonly sex: Int32Array;
  readonly birthMonth: Int32Array;
  readonly wageIdr: Float64Array;
}

/** Members who paid and their wages, that cells are added to. */
interface GrowingPaid {
  readonly grid: AgeGrid;
  readonly paid: Float64Array;
  readonly paidWages: { add(index: number, value: bigint): void };
}

/** The cell of the statistics in which they are counted; `undefined` where in none. */
function cellOf(
  { firstMonth, lastMonth, cell }: AgeGrid,
  { month, sex, age }: PaidCell,
): number | undefined {
  const group = ageGroupIndex(0, 12 * age);
  const isCounted = group >= 0 && month >= firstMonth && month <= lastMonth;
  return isCounted ? cell(month, sex, group) : undefined;
}

/** Adds those of the window to the cells of the statistics. */
export function addPaid(sums: GrowingPaid, cells: readonly PaidCell[]): void {
  for (const each of cells) {
    const cell = cellOf(sums.grid, each);
    if (cell === undefined) continue;
    sums.paid[cell]! += each.members;
    sums.paidWages.add(cell, each.wagesIdr);
  }
}

/**
 * The largest contributions with those of the payments in cells that have any, for there the
 * statistics' mean is that of the payments.
 */
export function withPaidLargest(
  largest: LargestContributions,
  grid: AgeGrid,
  cells: readonly PaidCell[],
): LargestContributions {
  const paid = new TwoLargest(grid.size);
  const isPaid = new Uint8Array(grid.size);
  for (const each of cells) {
    const cell = cellOf(grid, each);
    if (cell === undefined) continue;
    isPaid[cell] = 1;
    for (const wage of each.largest) paid.add(cell, wage);
  }
  return {
    ...largest,
    active: largest.active.map((own, cell) => isPaid[cell] === 1 ? paid.of(cell) : own),
  };
}
