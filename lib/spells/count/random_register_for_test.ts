import { END_REASONS, SEXES } from "@jkp/extract";
import { formatMonth, monthOf } from "@jkp/month";
import fc from "fast-check";
import type { Spell } from "../spell_columns.ts";

/** First and last month of the registers. */
export const FIRST = monthOf(2018, 1);
export const LAST = monthOf(2019, 12);

/** A member's life: months of contribution and pauses by turns, with how it ended. */
const LIFE = fc.record({
  sex: fc.constantFrom(...SEXES),
  birthMonth: fc.integer({ min: monthOf(1950, 1), max: monthOf(2001, 12) }),
  firstMonth: fc.integer({ min: monthOf(2016, 6), max: LAST }),
  lengths: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 7 }),
  reason: fc.option(fc.constantFrom(...END_REASONS), { nil: undefined }),
  claimDelay: fc.integer({ min: 0, max: 4 }),
  monthlyWageIdr: fc.integer({ min: 500_000, max: 90_000_000 }),
  weight: fc.constantFrom(1, 1, 0.4, 2.5, 1e-6, 333.333333),
});

/** Spells of random members that keep every rule; some adjoin one another. */
export const REGISTER = fc.array(LIFE, { minLength: 1, maxLength: 40 }).map((lives) =>
  lives.flatMap((life, member) => spellsOf(life, member))
);

function spellsOf(
  life: typeof LIFE extends fc.Arbitrary<infer Life> ? Life : never,
  member: number,
): Spell[] {
  const spells: Spell[] = [];
  let start = life.firstMonth;
  life.lengths.forEach((length, turn) => {
    const last = Math.min(start + length - 1, LAST);
    if (turn % 2 === 0 && start <= LAST) {
      spells.push({
        member,
        sex: life.sex,
        birthMonth: life.birthMonth,
        startMonth: start,
        lastMonth: last,
        monthlyWageIdr: life.monthlyWageIdr,
        weight: life.weight,
      });
    }
    start += turn % 2 === 1 && length > 20 ? 0 : length; // a pause of 0: spells adjoin
  });
  const final = spells.at(-1)!;
  const claimMonth = final.lastMonth + life.claimDelay;
  if (life.reason !== undefined && claimMonth <= LAST && final.lastMonth < LAST) {
    spells[spells.length - 1] = { ...final, endReason: life.reason, claimMonth };
  }
  return spells;
}

/** A register as a file of the contract. */
export function csvOf(spells: readonly Spell[]): string {
  const month = (value: number | undefined) =>
    value === undefined ? "" : formatMonth(value);
  const lines = spells.map((spell) =>
    [
      `K${spell.member}`,
      spell.sex,
      month(spell.birthMonth),
      month(spell.startMonth),
      month(spell.lastMonth),
      spell.endReason ?? "",
      month(spell.claimMonth),
      spell.monthlyWageIdr,
      spell.weight!.toFixed(6),
    ].join(",")
  );
  const header = "member_id,sex,birth_month,start_month,last_month,end_reason," +
    "claim_month,monthly_wage_idr,weight";
  return [header, ...lines, ""].join("\n");
}
