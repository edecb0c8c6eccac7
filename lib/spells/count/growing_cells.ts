import { SERVICE_MONTHS, TERMINATION_REASONS } from "@jkp/extract";
import type { AgeGrid } from "./age_grid.ts";
import { INACTIVE_MONTHS } from "./months_in_stock.ts";

/** Counts by cell that numbers are added to, whoever counted them. */
export type GrowingCells = ReturnType<typeof emptyCells>;

/** Counts by cell, of nobody yet. */
export function emptyCells(grid: AgeGrid) {
  const numbers = () => new Float64Array(grid.size);
  return {
    grid,
    activeChange: numbers(),
    wageChange: new WholeSums(),
    paid: numbers(),
    paidWages: new WholeSums(),
    serviceChange: SERVICE_MONTHS.map(numbers),
    claims: TERMINATION_REASONS.map(numbers),
    claimWages: TERMINATION_REASONS.map(() => new WholeSums()),
    inactive: new Float64Array(INACTIVE_MONTHS),
  };
}

/** Sums of whole numbers of any size. */
export class WholeSums {
  readonly #sums = new Map<number, bigint>();

  add(index: number, value: bigint): void {
    this.#sums.set(index, this.value(index) + value);
  }

  value(index: number): bigint {
    return this.#sums.get(index) ?? 0n;
  }
}
