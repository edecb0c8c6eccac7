import { END_REASONS, TERMINATION_REASONS, type TerminationReason } from "@jkp/extract";
import type { Month } from "@jkp/month";
import { fromUnits, toUnits } from "../count/weight_units.ts";
import { endReasonCode, type SpellColumns } from "../spell_columns.ts";
import { checkWindow, type CountWindow } from "./age_spans.ts";

/** Claims by the month of the last contribution and the months from then to the claim. */
export interface ClaimDelayRow {
  readonly reason: TerminationReason;
  /** Last month of contribution. */
  readonly month: Month;
  /** Months from then to the claim. */
  readonly delay: number;
  readonly claims: number;
}

/**
 * Counts claims by the month of the last contribution and the delay until they were made,
 * of contributions and claims within a window. Weights are counted in whole millionths: the
 * order of batches changes nothing.
 *
 * @example A layoff claimed two months after the last contribution
 * ```ts
 * import { ClaimDelayCounts } from "@jkp/spells";
 * import { spellColumns } from "../spell_columns.ts";
 * import { monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const [firstMonth, lastMonth] = [monthOf(2019, 1), monthOf(2019, 12)];
 * const counts = new ClaimDelayCounts({ firstMonth, lastMonth });
 * counts.add(spellColumns([{
 *   member: 1,
 *   sex: "F",
 *   birthMonth: monthOf(1990, 5),
 *   startMonth: monthOf(2019, 1),
 *   lastMonth: monthOf(2019, 5),
 *   endReason: "layoff",
 *   claimMonth: monthOf(2019, 7),
 *   monthlyWageIdr: 4_000_000,
 * }]));
 * const [row] = counts.result().filter(({ claims }) => claims > 0);
 * assertEquals(row, { reason: "layoff", month: monthOf(2019, 5), delay: 2, claims: 1 });
 * ```
 */
export class ClaimDelayCounts {
  readonly #window: CountWindow;
  readonly #length: number;
  /** Index in `TERMINATION_REASONS` by code of the end reason; -1 for others. */
  readonly #reasonOf: Int8Array;
  readonly #units: Float64Array;

  /**
   * @param window First and last month of contributions and claims.
   * @throws {RangeError} If the window is not one.
   */
  constructor(window: CountWindow) {
    checkWindow(window);
    this.#window = window;
    this.#length = window.lastMonth - window.firstMonth + 1;
    this.#reasonOf = new Int8Array(END_REASONS.length + 1).fill(-1);
    TERMINATION_REASONS.forEach((reason, r) => this.#reasonOf[endReasonCode(reason)] = r);
    this.#units = new Float64Array(TERMINATION_REASONS.length * this.#length ** 2);
  }

  /** Counts spells, in any order. */
  add({ endReason, lastMonth, claimMonth, weight }: SpellColumns): void {
    const { firstMonth, lastMonth: until } = this.#window;
    for (let row = 0; row < endReason.length; row++) {
      const reason = this.#reasonOf[endReason[row]!]!;
      const [month, claimed] = [lastMonth[row]!, claimMonth[row]!];
      if (reason < 0 || month < firstMonth || claimed < month || claimed > until) {
        continue;
      }
      const cell = this.#cell(reason, month, claimed - month);
      this.#units[cell]! += toUnits(weight[row]!);
    }
  }

  #cell(reason: number, month: Month, delay: number): number {
    const at = month - this.#window.firstMonth;
    return (reason * this.#length + at) * this.#length + delay;
  }

  /**
   * What was counted so far.
   *
   * @returns A row for each reason, month and delay that the window sees, without claims
   * too.
   */
  result(): ClaimDelayRow[] {
    const { firstMonth } = this.#window;
    return TERMINATION_REASONS.flatMap((reason, r) =>
      Array.from({ length: this.#length }, (_, i) => firstMonth + i).flatMap((month, i) =>
        Array.from({ length: this.#length - i }, (_, delay): ClaimDelayRow => ({
          reason,
          month,
          delay,
          claims: fromUnits(this.#units[this.#cell(r, month, delay)]!),
        }))
      )
    );
  }
}
