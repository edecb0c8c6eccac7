import type { RegisterPart } from "../register/spell_register.ts";
import { SHAPE_LIMITS } from "./shape_limits.ts";

/**
 * The level of wages, and the ones that stand most often.
 *
 * The first part says what is looked for: which members it holds, their ids alone decide, so
 * that it is a sample of all.
 */
export class WageCounts {
  /** Spells whose wage was looked at. */
  spells = 0;
  /** Median of the first part, in rupiah a month. */
  medianIdr = NaN;
  /** Wages far above and far below that median. */
  farAbove = 0;
  farBelow = 0;
  /** How often the wages stand that are frequent in the first part. */
  readonly frequent = new Map<number, number>();

  /** Takes in some spells; those with errors are passed over. */
  add({ monthlyWageIdr, hasError }: RegisterPart): void {
    const wages = monthlyWageIdr.filter((wage, row) => hasError[row] === 0 && wage > 0);
    if (wages.length === 0) return;
    if (this.spells === 0) this.#begin(wages);
    this.spells += wages.length;
    const { otherUnit } = SHAPE_LIMITS;
    const [low, high] = [this.medianIdr / otherUnit, this.medianIdr * otherUnit];
    for (const wage of wages) {
      if (wage > high) this.farAbove++;
      else if (wage < low) this.farBelow++;
      const known = this.frequent.size === 0 ? undefined : this.frequent.get(wage);
      if (known !== undefined) this.frequent.set(wage, known + 1);
    }
  }

  #begin(wages: Float64Array): void {
    const sorted = wages.toSorted();
    this.medianIdr = sorted[Math.floor(sorted.length / 2)]!;
    const least = (SHAPE_LIMITS.valueShare / 2) * sorted.length;
    for (let from = 0; from < sorted.length;) {
      let to = from + 1;
      while (to < sorted.length && sorted[to] === sorted[from]) to++;
      if (to - from >= least) this.frequent.set(sorted[from]!, 0);
      from = to;
    }
  }
}
