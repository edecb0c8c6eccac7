import { AGE_GROUPS, END_REASONS, SEXES } from "@jkp/extract";
import { type Month, monthOf, monthRange } from "@jkp/month";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { type Spell, spellColumns } from "../spell_columns.ts";
import { ClaimDelayCounts } from "./claim_delays.ts";
import { leaverEligibility, leaverWages } from "./leaver_summaries.ts";
import { wilsonInterval } from "./share_interval.ts";
import { LeaverCounts, type Leavers, type LeaversOptions } from "./leavers.ts";
import { continuousService, meetsServiceRule } from "./service_rule_for_test.ts";
import {
  addTo,
  ageGroupIn,
  IN_BATCHES,
  MEMBERS,
  spellIn,
  WINDOW,
} from "./test_register.ts";

const RULES = [
  continuousService(6),
  { months: 12, withinMonths: 24 },
  { months: 9, withinMonths: 18, consecutiveMonths: 6 },
];

const MAY = monthOf(2019, 5);
const ONE = {
  sex: "F",
  birthMonth: monthOf(1990, 5),
  startMonth: MAY - 5,
  lastMonth: MAY,
  monthlyWageIdr: 4e6,
} as const;

function counted(spells: readonly Spell[], options: Partial<LeaversOptions> = {}) {
  const counts = new LeaverCounts({ ...WINDOW, rules: RULES, ...options });
  counts.add(spellColumns(spells));
  return counts.result();
}

Deno.test("LeaverCounts counts service up to the last month of the spell", () => {
  const closed = { ...ONE, member: 1, endReason: "layoff", claimMonth: MAY + 3 } as const;
  const six = counted([closed]).leavers;
  assertEquals(six.map(({ month, meeting }) => [month, ...meeting]), [[
    MAY + 3,
    1,
    0,
    0,
  ]]);
  const earlier = { ...ONE, member: 1, startMonth: MAY - 21, lastMonth: MAY - 16 };
  assertEquals(counted([earlier, closed]).leavers[0]!.meeting, [1, 1, 0]);
  const later = { ...ONE, member: 1, startMonth: MAY + 1, lastMonth: MAY + 9 };
  assertEquals(counted([closed, later]).leavers[0]!.meeting, [1, 0, 0], "later months");
});

Deno.test("LeaverCounts counts the reasons asked for, at the age of the claim", () => {
  const claimMonth = MAY + 1;
  const spells = END_REASONS.map((endReason, member): Spell => (
    { ...ONE, member, birthMonth: claimMonth - 12 * 30, endReason, claimMonth }
  ));
  const reasons = (options: Partial<LeaversOptions> = {}) =>
    counted(spells, options).leavers.map(({ reason }) => reason);
  assertEquals(reasons(), ["layoff", "resignation"]);
  assertEquals(reasons({ reasons: END_REASONS }), [...END_REASONS]);
  assertEquals(reasons({ reasons: ["death"] }), ["death"]);
  assertEquals(counted(spells).leavers[0]!.ageGroup, "30-34");
  assertEquals(reasons({ lastMonth: MAY }), [], "claimed after the window");
});

Deno.test("LeaverCounts takes wages to the month with the index", () => {
  const spell: Spell = { ...ONE, member: 1, endReason: "layoff", claimMonth: MAY + 2 };
  const wageIndex = (month: Month) => 100 * 2 ** (month - MAY);
  const { leavers, active } = counted([spell], { wageIndex });
  assertEquals(leavers[0]!.wagesIdr, 16e6);
  assertEquals(active.map(({ wagesIdr }) => wagesIdr / 1e6), [
    1 / 8,
    1 / 4,
    1 / 2,
    1,
    2,
    4,
  ]);
  assertThrows(() => counted([spell], { wageIndex: () => NaN }), RangeError, "got NaN");
});

Deno.test("LeaverCounts equals leavers and members counted one by one", () => {
  const wageIndex = (month: Month) => 1.05 ** (month / 12);
  fc.assert(fc.property(MEMBERS, (members) => {
    const expected = new Map<string, number>();
    const add = (key: string, weight: number, wageIdr: number) => {
      addTo(expected, `${key} count`, weight);
      addTo(expected, `${key} wages`, weight * wageIdr);
    };
    for (const spells of members) {
      const history = spells.map((s) => [s.startMonth, s.lastMonth] as const);
      for (const spell of spells) {
        const { sex, endReason: reason, claimMonth, lastMonth } = spell;
        if (reason === undefined) continue;
        const month = claimMonth!;
        const group = ageGroupIn(spell, month);
        const isIn = WINDOW.firstMonth <= month && month <= WINDOW.lastMonth;
        if (!isIn || group === undefined) continue;
        const key = `${month} ${sex} ${group} ${reason}`;
        const level = wageIndex(month) / wageIndex(lastMonth);
        add(key, spell.weight!, spell.monthlyWageIdr * level);
        addTo(expected, `${key} squares`, spell.weight! ** 2);
        RULES.forEach((rule, i) => {
          if (meetsServiceRule(rule, history, lastMonth)) {
            addTo(expected, `${key} ${i}`, spell.weight!);
          }
        });
      }
      for (const month of monthRange(WINDOW.firstMonth, WINDOW.lastMonth)) {
        const spell = spellIn(spells, month);
        const group = spell && ageGroupIn(spell, month);
        if (spell === undefined || group === undefined) continue;
        const level = wageIndex(month) / wageIndex(spell.lastMonth);
        const key = `${month} ${spell.sex} ${group}`;
        add(key, spell.weight!, spell.monthlyWageIdr * level);
      }
    }
    const actual = new Map<string, number>();
    const result = counted(members.flat(), { reasons: END_REASONS, wageIndex });
    for (const row of result.leavers) {
      const key = `${row.month} ${row.sex} ${row.ageGroup} ${row.reason}`;
      actual.set(`${key} count`, row.claims);
      actual.set(`${key} wages`, row.wagesIdr);
      actual.set(`${key} squares`, row.squaredWeights);
      row.meeting.forEach((meeting, i) => {
        if (meeting > 0) actual.set(`${key} ${i}`, meeting);
      });
    }
    for (const row of result.active) {
      const key = `${row.month} ${row.sex} ${row.ageGroup}`;
      actual.set(`${key} count`, row.members);
      actual.set(`${key} wages`, row.wagesIdr);
    }
    assertEquals([...actual.keys()].sort(), [...expected.keys()].sort());
    for (const [key, value] of expected) {
      const tolerance = key.endsWith("wages") ? 100 : 1e-5; // wages in whole rupiah
      assertAlmostEquals(actual.get(key)!, value, tolerance, key);
    }
  }));
});

Deno.test("LeaverCounts gives the same from batches in any order", () => {
  fc.assert(fc.property(IN_BATCHES, ({ whole, batches }) => {
    const options = { ...WINDOW, rules: RULES, wageIndex: (month: Month) => month };
    const [one, many] = [new LeaverCounts(options), new LeaverCounts(options)];
    one.add(whole);
    batches.forEach((batch) => many.add(batch));
    assertEquals(many.result(), one.result());
  }));
});

Deno.test("LeaverCounts counts alike whether earlier contributions are known or not", () => {
  const historyFrom = monthOf(2016, 8);
  // Whoever's last 24 months begin in the history has the same service without the rest.
  const whole = (last: Month) => last - 23 >= historyFrom;
  fc.assert(fc.property(MEMBERS, (members) => {
    const unseen = members.flat().map((spell) => ({
      ...spell,
      ...(whole(spell.lastMonth) ? {} : { endReason: undefined }),
    })) as Spell[];
    const known = counted(unseen).leavers;
    const cut = members.flat().filter(({ lastMonth }) => lastMonth >= historyFrom)
      .map((spell) => ({
        ...spell,
        startMonth: Math.max(spell.startMonth, historyFrom),
      }));
    assertEquals(counted(cut, { historyFrom }).leavers, known);
    assertEquals(counted(members.flat(), { historyFrom }).leavers, known);
  }));
});

Deno.test("leaverEligibility() gives fractions, without an interval of one month", () => {
  const spells = [6, 6, 6, 2].map((length, member): Spell => ({
    ...ONE,
    member,
    startMonth: MAY - length + 1,
    endReason: member < 2 ? "layoff" : "resignation",
    claimMonth: MAY + 1,
    weight: 2,
  }));
  const [all] = leaverEligibility(counted(spells));
  assertEquals(all, {
    rule: RULES[0]!,
    claims: 8,
    share: 0.75,
    dispersion: NaN,
    lower: NaN,
    upper: NaN,
  });
  const byReason = leaverEligibility(counted(spells), ["reason"])
    .filter(({ rule }) => rule === RULES[0]);
  assertEquals(byReason.map(({ reason, share }) => [reason, share]), [
    ["layoff", 1],
    ["resignation", 0.5],
  ]);
});

/** Leavers of single months, those of a month with a weight of 2. */
function leaversOf(meeting: readonly number[], claims: number): Leavers {
  const cell = { sex: "M", ageGroup: "20-24", reason: "layoff", wagesIdr: 0 } as const;
  const leavers = meeting.map((met, i) => ({
    ...cell,
    month: MAY + i,
    claims: 2 * claims,
    squaredWeights: 4 * claims,
    meeting: [2 * met],
  }));
  return { rules: RULES.slice(0, 1), leavers, active: [] };
}

Deno.test("leaverEligibility() widens intervals by the dispersion of months", () => {
  // R: met <- c(7,9,2,8,5,9,3,8,9,1,6,8); glm(cbind(met, 10 - met) ~ 1, quasibinomial)
  // has a dispersion of 3.50061; prop.test(75, 120, correct = FALSE), both numbers divided
  // by it, gives 0.45821 and 0.76660.
  const [one] = leaverEligibility(
    leaversOf([7, 9, 2, 8, 5, 9, 3, 8, 9, 1, 6, 8], 10),
  );
  assertEquals([one!.claims, one!.share], [240, 0.625]);
  assertAlmostEquals(one!.dispersion, 3.50061, 1e-5);
  assertAlmostEquals(one!.lower, 0.45821, 1e-5);
  assertAlmostEquals(one!.upper, 0.76660, 1e-5);
});

Deno.test("leaverEligibility() has an interval if nobody meets a rule, or everybody", () => {
  const months = Array<number>(12).fill(0);
  // Wilson's interval of 0 of 24 ends at z² / (24 + z²).
  const [none] = leaverEligibility(leaversOf(months, 2));
  assertEquals([none!.share, none!.lower, none!.dispersion], [0, 0, 1]);
  assertAlmostEquals(none!.upper, 3.8415 / 27.8415, 1e-5);
  const [all] = leaverEligibility(leaversOf(months.map(() => 2), 2));
  assertEquals([all!.share, all!.upper], [1, 1]);
  assertAlmostEquals(all!.lower, 24 / 27.8415, 1e-5);
});

Deno.test("wilsonInterval() equals the examples of Newcombe (1998)", () => {
  // Two-sided confidence intervals for the single proportion, Stat. Med. 17, table I.
  for (
    const [count, of, lower, upper] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const
  ) {
    const interval = wilsonInterval(count / of, of);
    assertAlmostEquals(interval.lower, lower, 5e-5);
    assertAlmostEquals(interval.upper, upper, 5e-5);
  }
});

Deno.test("leaverEligibility() splits sum to the whole", () => {
  fc.assert(fc.property(MEMBERS, (members) => {
    const result = counted(members.flat());
    const met = (...by: Parameters<typeof leaverEligibility>[1] & string[]) =>
      leaverEligibility(result, by).reduce(
        (sum, { claims, share }) => sum + claims * share,
        0,
      );
    assertAlmostEquals(met("sex", "ageGroup", "reason"), met(), 1e-9);
    assertAlmostEquals(met("ageGroup"), met(), 1e-9);
  }));
});

Deno.test("leaverWages() compares members of one month, sex and age", () => {
  const leaver: Spell = {
    ...ONE,
    member: 1,
    monthlyWageIdr: 3e6,
    endReason: "layoff",
    claimMonth: MAY + 1,
  };
  const stays = (member: number, more: Partial<Spell>): Spell => (
    { ...ONE, member, lastMonth: WINDOW.lastMonth, ...more }
  );
  const result = counted([
    leaver,
    stays(2, { monthlyWageIdr: 6e6 }),
    stays(3, { monthlyWageIdr: 90e6, sex: "M" }),
    stays(4, { monthlyWageIdr: 90e6, birthMonth: monthOf(1970, 1) }),
    stays(5, { monthlyWageIdr: 90e6, startMonth: MAY + 2 }),
  ]);
  assertEquals(leaverWages(result, ["sex", "ageGroup"]), [{
    sex: SEXES[1],
    ageGroup: AGE_GROUPS[2],
    claims: 1,
    meanWageIdr: 3e6,
    activeMeanWageIdr: 6e6,
    ratio: 0.5,
  }]);
  const [alone] = leaverWages(counted([leaver]));
  assertEquals([alone!.activeMeanWageIdr, alone!.ratio], [NaN, NaN]);
  assertEquals(leaverWages(counted([])), []);
});

Deno.test("ClaimDelayCounts counts weights of layoffs and resignations within the window", () => {
  const [firstMonth, lastMonth] = [monthOf(2019, 1), monthOf(2019, 6)];
  const spell = (last: Month, claimMonth: Month, rest: Partial<Spell> = {}): Spell => ({
    member: 1,
    sex: "M",
    birthMonth: monthOf(1990, 1),
    startMonth: monthOf(2018, 1),
    lastMonth: last,
    endReason: "layoff",
    claimMonth,
    monthlyWageIdr: 4_000_000,
    ...rest,
  });
  const counts = new ClaimDelayCounts({ firstMonth, lastMonth });
  const spells = [
    spell(firstMonth, firstMonth + 2, { weight: 1.5 }),
    spell(firstMonth, firstMonth + 2),
    spell(lastMonth, lastMonth, { endReason: "resignation" }),
    spell(firstMonth - 1, firstMonth + 1), // earlier claims of this month were not seen
    spell(lastMonth - 1, lastMonth + 1), // claimed after the window
    spell(firstMonth, firstMonth + 1, { endReason: "death" }),
  ];
  spells.forEach((each, i) => counts.add(spellColumns([{ ...each, member: i + 1 }])));
  const rows = counts.result();
  assertEquals(rows.length, 2 * (6 + 5 + 4 + 3 + 2 + 1));
  assertEquals(rows.filter(({ claims }) => claims > 0), [
    { reason: "layoff", month: firstMonth, delay: 2, claims: 2.5 },
    { reason: "resignation", month: lastMonth, delay: 0, claims: 1 },
  ]);
});
