import type { Month } from "@jkp/month";

/** Contributions of a month that were paid in another, each net of what was taken back. */
export interface PaidContributions {
  /** Month of contribution. */
  readonly month: Month;
  /** Month in which they were paid for good; `null` where the ledger has no date. */
  readonly paidOn: Month | null;
  readonly memberMonths: number;
  readonly wagesIdr: number;
}

/** Contributions by their month and the months until they were paid. */
export interface PaymentDelayRow {
  readonly month: Month;
  /** Months from then to the payment; what is paid ahead has 0. */
  readonly delay: number;
  readonly memberMonths: number;
  readonly wagesIdr: number;
}

/**
 * Counts contributions by month and delay of payment, as a ledger is read.
 *
 * @example A month of which one of two members was paid for two months later
 * ```ts
 * import { PaymentDelays } from "@jkp/spells";
 * import { monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const delays = new PaymentDelays();
 * const month = monthOf(2019, 5);
 * const one = { month, memberMonths: 1, wagesIdr: 4_000_000 };
 * delays.add([{ ...one, paidOn: month }, { ...one, paidOn: month + 2 }]);
 * assertEquals(delays.rows().map(({ delay }) => delay), [0, 2]);
 * ```
 */
export class PaymentDelays {
  readonly #rows = new Map<number, PaymentDelayRow>();
  #undated = 0;

  /** Member-months whose payments have no date: they are in no row. */
  get undated(): number {
    return this.#undated;
  }

  /** Takes contributions of some members in. */
  add(paid: readonly PaidContributions[]): void {
    for (const { month, paidOn, memberMonths, wagesIdr } of paid) {
      if (paidOn === null) {
        this.#undated += memberMonths;
        continue;
      }
      const delay = Math.max(0, paidOn - month);
      const key = month * MONTHS + delay;
      const known = this.#rows.get(key);
      this.#rows.set(key, {
        month,
        delay,
        memberMonths: memberMonths + (known?.memberMonths ?? 0),
        wagesIdr: wagesIdr + (known?.wagesIdr ?? 0),
      });
    }
  }

  /**
   * What was counted so far.
   *
   * @returns A row for each month and delay with contributions, in their order.
   */
  rows(): PaymentDelayRow[] {
    return [...this.#rows.values()].sort((a, b) =>
      a.month - b.month || a.delay - b.delay
    );
  }
}

/** More than any delay. */
const MONTHS = 1 << 15;
