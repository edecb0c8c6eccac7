import type { SpellColumns } from "../spell_columns.ts";

/**
 * How many persons a row stands for, in the sense that matters for standard errors.
 *
 * A sample with weights w tells as much of its Σw persons as (Σw)² / Σw² rows of weight 1
 * would. The effective weight is Σw² / Σw: 1 for a register, 1,000 for a sample of one in a
 * thousand. Weights divided by it sum to the effective number.
 *
 * @see Kish (1965), Survey Sampling, section 8.2.
 *
 * @example A sample of one in ten
 * ```ts
 * import { EffectiveWeight } from "@jkp/spells";
 * import { spellColumns } from "../spell_columns.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const weight = new EffectiveWeight();
 * const one = { sex: "F", birthMonth: 23_900, startMonth: 24_210 } as const;
 * const rest = { lastMonth: 24_220, monthlyWageIdr: 4e6, weight: 10 };
 * weight.add(spellColumns([{ member: 1, ...one, ...rest }, { member: 2, ...one, ...rest }]));
 * assertEquals(weight.value, 10);
 * ```
 */
export class EffectiveWeight {
  #sum = 0;
  #squares = 0;

  /**
   * Takes the rows in.
   *
   * @param spells Spells with their weights.
   */
  add({ weight }: SpellColumns): void {
    for (const w of weight) {
      this.#sum += w;
      this.#squares += w * w;
    }
  }

  /** Σw² / Σw so far; 1 without rows. */
  get value(): number {
    return this.#sum === 0 ? 1 : this.#squares / this.#sum;
  }
}
