import type { RegisterPart } from "../register/spell_register.ts";
import type { Month } from "@jkp/month";
import type { MonthWages, WageShape } from "./shape.ts";
import { SHAPE_LIMITS } from "./shape_limits.ts";
import { ALL_STEPS, medianOf, stepOf } from "./wage_steps.ts";

/**
 * The level of wages, and the ones that stand most often.
 *
 * The first part says what is looked for: which members it holds, their ids alone decide, so
 * that it is a sample of all.
 */
export class WageCounts implements WageShape {
  /** Spells whose wage was looked at. */
  spells = 0;
  /** Median of the first part, in rupiah a month. */
  medianIdr = NaN;
  /** Wages far above and far below that median. */
  farAbove = 0;
  farBelow = 0;
  /** How often the wages stand that are frequent in the first part. */
  readonly frequent = new Map<number, number>();
  /** The largest wage, and how often it stands. */
  largestIdr = 0;
  timesLargest = 0;
  readonly #firstMonth: Month;
  readonly #months: number;
  /** Wages in each step, by month of the window with the last contribution. */
  readonly #steps: Uint32Array;

  /**
   * @param firstMonth First month of the window.
   * @param lastMonth Its last month.
   */
  constructor(firstMonth: Month, lastMonth: Month) {
    this.#firstMonth = firstMonth;
    this.#months = lastMonth - firstMonth + 1;
    this.#steps = new Uint32Array(this.#months * ALL_STEPS);
  }

  /** Median wage, to a step, of the spells that end in each month of the window. */
  medians(): MonthWages[] {
    return Array.from(
      { length: this.#months },
      (_, month) =>
        medianOf(this.#steps.subarray(month * ALL_STEPS, (month + 1) * ALL_STEPS)),
    );
  }

  /** Takes in some spells; those with errors are passed over. */
  add({ monthlyWageIdr, lastMonth, hasError }: RegisterPart): void {
    if (this.spells === 0) {
      const wages = monthlyWageIdr.filter((wage, row) => hasError[row] === 0 && wage > 0);
      if (wages.length > 0) this.#begin(wages);
    }
    const { otherUnit } = SHAPE_LIMITS;
    const [low, high] = [this.medianIdr / otherUnit, this.medianIdr * otherUnit];
    const { frequent } = this;
    const [firstMonth, months, steps] = [this.#firstMonth, this.#months, this.#steps];
    let [spells, above, below] = [0, 0, 0];
    let [largest, times] = [this.largestIdr, this.timesLargest];
    for (let row = 0; row < monthlyWageIdr.length; row++) {
      const wage = monthlyWageIdr[row]!;
      if (hasError[row] !== 0 || !(wage > 0)) continue;
      spells++;
      if (wage > largest) {
        largest = wage;
        times = 0;
      }
      if (wage === largest) times++;
      const month = lastMonth[row]! - firstMonth;
      if (month >= 0 && month < months) {
        steps[month * ALL_STEPS + stepOf(wage)]!++;
      }
      if (wage > high) above++;
      else if (wage < low) below++;
      if (frequent.size > 0 && frequent.has(wage)) {
        frequent.set(wage, frequent.get(wage)! + 1);
      }
    }
    this.largestIdr = largest;
    this.timesLargest = times;
    this.spells += spells;
    this.farAbove += above;
    this.farBelow += below;
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
