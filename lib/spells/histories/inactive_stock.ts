import type { Month } from "@jkp/month";
import { INACTIVE_MONTHS, monthsInStock } from "../count/months_in_stock.ts";
import type { SpellColumns } from "../spell_columns.ts";
import { fromUnits, toUnits } from "../count/weight_units.ts";

/**
 * Counts former contributors by the months since their last contribution, as the statistics
 * extract has them.
 *
 * @see ILO (2021), Figure 1.17.
 *
 * @example Two members out of work, one for a month, one for three
 * ```ts
 * import { InactiveStock } from "@jkp/spells";
 * import { spellColumns } from "../spell_columns.ts";
 * import { monthOf } from "@jkp/month";
 * import { assertEquals } from "@std/assert";
 *
 * const end = monthOf(2019, 12);
 * const stock = new InactiveStock(end);
 * const one = { sex: "F", birthMonth: 23_900, startMonth: 24_100, monthlyWageIdr: 4e6 } as const;
 * stock.add(spellColumns([
 *   { ...one, member: 1, lastMonth: end - 1 },
 *   { ...one, member: 2, lastMonth: end - 3 },
 * ]));
 * assertEquals(stock.result().slice(0, 3).map(({ members }) => members), [1, 0, 1]);
 * ```
 */
export class InactiveStock {
  readonly #counts = new Float64Array(INACTIVE_MONTHS);
  readonly #atEndOf: Month;

  /** @param atEndOf The month at whose end they are counted. */
  constructor(atEndOf: Month) {
    this.#atEndOf = atEndOf;
  }

  /**
   * Takes whole members in: spells sorted by member and start, none overlapping.
   *
   * @param spells The spells.
   */
  add(spells: SpellColumns): void {
    for (let row = 0; row < spells.member.length; row++) {
      const elapsed = monthsInStock(spells, row, this.#atEndOf);
      if (elapsed === undefined) continue;
      this.#counts[elapsed]! += toUnits(spells.weight[row]!);
    }
  }

  /**
   * What was counted so far.
   *
   * @returns Members for 0, 1 … 59 completed months.
   */
  result(): { readonly elapsedMonths: number; readonly members: number }[] {
    return Array.from(this.#counts, (units, elapsedMonths) => ({
      elapsedMonths,
      members: fromUnits(units),
    }));
  }
}
