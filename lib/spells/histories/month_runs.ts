import type { Month } from "@jkp/month";

/** A time in whole months, both ends included. */
export type MonthSpan = readonly [first: Month, last: Month];

/**
 * Months of one member as unbroken runs, in the order of time. One list is filled anew
 * for each member, so that it takes no further memory.
 */
export class MonthRuns {
  /** Number of runs; what the columns hold beyond it is left from before. */
  length = 0;
  readonly first: Month[] = [];
  readonly last: Month[] = [];

  /** Takes all runs out. */
  clear(): void {
    this.length = 0;
  }

  /** Adds months, not before those added last; none if they end before they begin. */
  add(first: Month, last: Month): void {
    if (last < first) return;
    const latest = this.length - 1;
    if (latest >= 0 && first <= this.last[latest]! + 1) {
      if (last > this.last[latest]!) this.last[latest] = last;
      return;
    }
    this.first[this.length] = first;
    this.last[this.length] = last;
    this.length++;
  }

  /** The runs, one by one. */
  spans(): MonthSpan[] {
    return Array.from({ length: this.length }, (_, i) => [this.first[i]!, this.last[i]!]);
  }
}
