import { monthOf, monthRange } from "@jkp/month";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { type Spell, spellColumns } from "../spell_columns.ts";
import type { ServiceRule } from "./service_rule.ts";
import { continuousService, meetsServiceRule } from "./service_rule_for_test.ts";
import { ServiceShares } from "./service_shares.ts";
import {
  addTo,
  ageGroupIn,
  IN_BATCHES,
  MEMBERS,
  spellIn,
  WINDOW,
} from "./test_register.ts";

const RULES: readonly ServiceRule[] = [
  ...[3, 6, 12, 24].map(continuousService),
  { months: 12, withinMonths: 24 },
  { months: 9, withinMonths: 18, consecutiveMonths: 6 },
];

const ONE = {
  member: 1,
  sex: "F",
  birthMonth: monthOf(1989, 7),
  monthlyWageIdr: 4e6,
} as const;

function sharesOf(spells: readonly Spell[], rules = RULES) {
  const shares = new ServiceShares({ ...WINDOW, rules });
  shares.add(spellColumns(spells));
  return shares.result();
}

Deno.test("ServiceShares counts service up to and including the month", () => {
  const startMonth = monthOf(2019, 1);
  const rows = sharesOf([{ ...ONE, startMonth, lastMonth: monthOf(2019, 6) }], [
    continuousService(3),
  ]);
  const counted = rows.filter(({ members }) => members > 0);
  assertEquals(counted.map(({ month }) => month - startMonth), [0, 1, 2, 3, 4, 5]);
  assertEquals(counted.map(({ share }) => share), [0, 0, 1, 1, 1, 1]);
});

Deno.test("ServiceShares moves members between age groups at their birthdays", () => {
  const rows = sharesOf([
    { ...ONE, startMonth: monthOf(2015, 1), lastMonth: monthOf(2019, 8), weight: 2.5 },
  ], [continuousService(24)]).filter(({ members }) => members > 0);
  const months = (group: string) =>
    rows.filter(({ ageGroup }) => ageGroup === group).map(({ month }) => month);
  assertEquals(months("25-29"), monthRange(WINDOW.firstMonth, monthOf(2019, 6)));
  assertEquals(months("30-34"), monthRange(monthOf(2019, 7), monthOf(2019, 8)));
  assertEquals(
    rows.every(({ members, meeting }) => members === 2.5 && meeting === 2.5),
    true,
  );
});

Deno.test("ServiceShares leaves out ages below 15 and from 70", () => {
  const lastMonth = WINDOW.lastMonth;
  const aged = (birthMonth: number) =>
    sharesOf([{ ...ONE, birthMonth, startMonth: lastMonth, lastMonth }])
      .some(({ members }) => members > 0);
  const ages = [15 * 12 - 1, 15 * 12, 70 * 12 - 1, 70 * 12];
  assertEquals(ages.map((age) => aged(lastMonth - age)), [false, true, true, false]);
});

Deno.test("ServiceShares equals a count of members month by month", () => {
  fc.assert(fc.property(MEMBERS, (members) => {
    const expected = new Map<string, number>();
    for (const spells of members) {
      const history = spells.map((s) => [s.startMonth, s.lastMonth] as const);
      for (const month of monthRange(WINDOW.firstMonth, WINDOW.lastMonth)) {
        const spell = spellIn(spells, month);
        const group = spell && ageGroupIn(spell, month);
        if (spell === undefined || group === undefined) continue;
        RULES.forEach((rule, i) => {
          const key = `${month} ${spell.sex} ${group} ${i}`;
          addTo(expected, `${key} members`, spell.weight!);
          if (meetsServiceRule(rule, history, month)) {
            addTo(expected, `${key} meeting`, spell.weight!);
          }
        });
      }
    }
    for (const row of sharesOf(members.flat())) {
      const { month, sex, ageGroup, rule } = row;
      const key = `${month} ${sex} ${ageGroup} ${RULES.indexOf(rule)}`;
      const count = expected.get(`${key} members`) ?? 0;
      assertAlmostEquals(row.members, count, 1e-9, key);
      const meeting = expected.get(`${key} meeting`) ?? 0;
      assertAlmostEquals(row.meeting, meeting, 1e-9, key);
      assertAlmostEquals(row.share, count === 0 ? 0 : meeting / count, 1e-9, key);
    }
  }));
});

Deno.test("ServiceShares gives the same from batches in any order", () => {
  fc.assert(fc.property(IN_BATCHES, ({ whole, batches }) => {
    const [one, many] = [RULES, RULES].map((rules) =>
      new ServiceShares({ ...WINDOW, rules })
    );
    one!.add(whole);
    batches.forEach((batch) => many!.add(batch));
    assertEquals(many!.result(), one!.result());
  }));
});

Deno.test("ServiceShares refuses a reversed window and bad rules", () => {
  const reversed = { firstMonth: WINDOW.lastMonth, lastMonth: WINDOW.firstMonth };
  assertThrows(
    () => new ServiceShares({ ...reversed, rules: RULES }),
    RangeError,
    "2019-09",
  );
  const rules = [{ months: 3, withinMonths: 2 }];
  assertThrows(() => new ServiceShares({ ...WINDOW, rules }), RangeError);
});
