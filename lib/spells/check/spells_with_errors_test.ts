import { monthOf } from "@jkp/month";
import { assertEquals } from "@std/assert";
import { type Spell, spellColumns } from "../spell_columns.ts";
import { MOST_WAGE_IDR } from "./row_rules.ts";
import { spellsWithErrors } from "./spells_with_errors.ts";

const FIRST = monthOf(2018, 1);
const LIMITS = { lastMonth: FIRST + 23, extractMonth: FIRST + 24 };

/** A spell that keeps all rules, and of which some are changed. */
const spell = (member: number, changed: Partial<Spell> = {}): Spell => ({
  member,
  sex: "F",
  birthMonth: monthOf(1990, 5),
  startMonth: FIRST,
  lastMonth: FIRST + 5,
  monthlyWageIdr: 4_000_000,
  ...changed,
});

Deno.test("spellsWithErrors() marks what breaks a rule that must hold, and nothing else", () => {
  const claim = { endReason: "death", claimMonth: FIRST + 6 } as const;
  const spells: (readonly [Spell, number])[] = [
    [spell(1), 0],
    [spell(2, { birthMonth: FIRST }), 1], // no start before birth
    [spell(3, { monthlyWageIdr: MOST_WAGE_IDR + 1 }), 1],
    [spell(4, claim), 0],
    [spell(4, { startMonth: FIRST + 7, lastMonth: FIRST + 8 }), 1], // after death
    [spell(4, { startMonth: FIRST + 10, lastMonth: FIRST + 10 }), 1],
    [spell(5, { startMonth: FIRST + 8, lastMonth: FIRST + 9 }), 0], // of another member
    [spell(6, { monthlyWageIdr: 50_000 }), 0], // doubted, not wrong
    [spell(7, { birthMonth: monthOf(2010, 1) }), 0], // the same
    [spell(8, { lastMonth: FIRST + 30 }), 1],
    [spell(9, { monthlyWageIdr: MOST_WAGE_IDR }), 0],
  ];
  const marks = spellsWithErrors(spellColumns(spells.map(([each]) => each)), LIMITS);
  assertEquals([...marks], spells.map(([, mark]) => mark));
});
