import { AGE_GROUPS, END_REASONS, SEXES } from "@jkp/extract";
import { type Month, monthOf } from "@jkp/month";
import fc from "fast-check";
import { ageGroupIndex } from "../count/age_grid.ts";
import { type Spell, type SpellColumns, spellColumns } from "../spell_columns.ts";

/** Window that the tests of this folder count. */
export const WINDOW = { firstMonth: monthOf(2018, 4), lastMonth: monthOf(2019, 9) };

const SPELL = fc.record({
  /** Months since the end of the spell before: below 0 they overlap, at 0 they adjoin. */
  pause: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 20 }) },
    { weight: 1, arbitrary: fc.integer({ min: -6, max: 0 }) },
  ),
  length: fc.integer({ min: 1, max: 30 }),
  endReason: fc.option(fc.constantFrom(...END_REASONS), { nil: undefined }),
  claimDelay: fc.integer({ min: 0, max: 14 }),
  monthlyWageIdr: fc.integer({ min: 500_000, max: 90_000_000 }),
  sector: fc.constantFrom("farming", "trade"),
});

const MEMBER = fc.record({
  sex: fc.constantFrom(...SEXES),
  birthMonth: fc.integer({ min: monthOf(1947, 1), max: monthOf(2005, 12) }),
  firstMonth: fc.integer({ min: monthOf(2014, 1), max: monthOf(2019, 12) }),
  weight: fc.constantFrom(1, 1.003, 2.25),
  spells: fc.array(SPELL, { minLength: 1, maxLength: 7 }),
});

/** Members' spells: some adjoin, some overlap, some claim before they come back. */
export const MEMBERS: fc.Arbitrary<Spell[][]> = fc
  .array(MEMBER, { minLength: 1, maxLength: 15 })
  .map((members) =>
    members.map(({ spells, firstMonth, ...person }, member) => {
      let next = firstMonth;
      return spells
        .map(({ pause, length, claimDelay, endReason, sector, ...spell }): Spell => {
          const startMonth = Math.max(firstMonth, next + pause);
          const lastMonth = startMonth + length - 1;
          next = lastMonth + 1;
          return {
            ...person,
            ...spell,
            member,
            startMonth,
            lastMonth,
            carried: { sector },
            ...(endReason && { endReason, claimMonth: lastMonth + claimDelay }),
          };
        })
        .sort((a, b) => a.startMonth - b.startMonth);
    })
  );

/** Members with an order in which to give them, and where to cut this into batches. */
export const IN_BATCHES = MEMBERS.chain((members) =>
  fc.tuple(
    fc.constant(members),
    fc.shuffledSubarray(members, { minLength: members.length }),
    fc.integer({ min: 1, max: 4 }),
  )
).map(([members, shuffled, size]) => ({
  whole: spellColumns(members.flat()),
  batches: Array.from(
    { length: Math.ceil(shuffled.length / size) },
    (_, i): SpellColumns => spellColumns(shuffled.slice(size * i, size * (i + 1)).flat()),
  ),
}));

/** The spell that a month of contributions belongs to: the first that covers it. */
export function spellIn(spells: readonly Spell[], month: Month): Spell | undefined {
  return spells.find(({ startMonth, lastMonth }) =>
    startMonth <= month && month <= lastMonth
  );
}

/** Name of a person's age group in a month. */
export function ageGroupIn(spell: Spell, month: Month): string | undefined {
  return AGE_GROUPS[ageGroupIndex(spell.birthMonth, month)];
}

/** Adds to a number kept by key. */
export function addTo(sums: Map<string, number>, key: string, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}
