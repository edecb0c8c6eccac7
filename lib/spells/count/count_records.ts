import type { SpellCounter } from "../check/read_spells.ts";
import type { SpellColumns } from "../spell_columns.ts";

/**
 * Makes a counter count rows of the register: each as one, whatever its weight.
 *
 * Disclosure control looks at records; a row of a sample that stands for a thousand members
 * is one person.
 *
 * @param counter What counts; ask it for the result.
 * @returns A counter for `readSpells`.
 *
 * @example A row that stands for ten is one record
 * ```ts
 * import { countRecords, EffectiveWeight } from "@jkp/spells";
 * import { spellColumns } from "../spell_columns.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const weight = new EffectiveWeight();
 * const one = { member: 1, sex: "F", birthMonth: 23_900, startMonth: 24_210 } as const;
 * const rest = { lastMonth: 24_220, monthlyWageIdr: 4e6, weight: 10 };
 * countRecords(weight).add(spellColumns([{ ...one, ...rest }]));
 * assertEquals(weight.value, 1);
 * ```
 */
export function countRecords(counter: SpellCounter): SpellCounter {
  return {
    add(spells: SpellColumns): void {
      counter.add({ ...spells, weight: new Float64Array(spells.weight.length).fill(1) });
    },
  };
}
