import { type Month, monthOf } from "@jkp/month";
import { countEvents } from "../../survival/observations.ts";
import {
  kaplanMeier,
  kaplanMeierCurve,
  type Observations,
  survivalAt,
} from "@jkp/survival";
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { type Spell, spellColumns } from "../spell_columns.ts";
import {
  causeCode,
  ENDING_CLAIMS,
  InactivityCounts,
  type InactivityGroup,
  type InactivityOptions,
} from "./inactivity.ts";
import {
  INACTIVITY_CAUSES,
  type InactivityObservations,
  STILL_INACTIVE,
} from "./inactivity_table.ts";
import { addTo, ageGroupIn, IN_BATCHES, MEMBERS, spellIn } from "./test_register.ts";

const END = monthOf(2019, 12);
const ONE = {
  sex: "F",
  birthMonth: monthOf(1990, 5),
  monthlyWageIdr: 4e6,
  startMonth: END - 40,
} as const;

function counted(spells: readonly Spell[], options: Partial<InactivityOptions> = {}) {
  const counts = new InactivityCounts({ observedTo: END, ...options });
  counts.add(spellColumns(spells));
  return counts.result();
}

/** Rows of a group as [entry, duration, cause, weight]. */
function rowsOf({ observations }: InactivityGroup): number[][] {
  const { entry, durations, cause, weights } = observations;
  return Array.from(
    durations,
    (duration, i) => [entry[i]!, duration, cause[i]!, weights[i]!],
  );
}

/** One member who leaves at a month before the end, with what comes after. */
function lifeOf(after: Partial<Spell>, nextStart?: Month): Spell[] {
  const first = { ...ONE, member: 1, lastMonth: END - 20, ...after };
  if (nextStart === undefined) return [first];
  return [first, { ...ONE, member: 1, startMonth: nextStart, lastMonth: END }];
}

Deno.test("InactivityCounts measures a return in months without contribution", () => {
  assertEquals(rowsOf(counted(lifeOf({}, END - 18))[0]!), [[0, 1, 1, 1]]);
  assertEquals(rowsOf(counted(lifeOf({}, END - 10))[0]!), [[0, 9, 1, 1]]);
  assertEquals(counted(lifeOf({}, END - 19)), [], "back in the very next month");
});

Deno.test("InactivityCounts ends inactivity with the claims that end it", () => {
  const claim = (endReason: Spell["endReason"], claimMonth: Month, next?: Month) =>
    counted(lifeOf({ endReason: endReason!, claimMonth }, next)).flatMap(rowsOf);
  assertEquals(claim("retirement", END - 10), [[0, 9, 2, 1]]);
  assertEquals(claim("death", END - 10), [[0, 9, 3, 1]]);
  assertEquals(claim("disability", END - 10), [[0, 9, 4, 1]]);
  assertEquals(claim("left_country", END - 10), [[0, 9, 4, 1]]);
  assertEquals(claim("layoff", END - 10), [[0, 19, 0, 1]]);
  assertEquals(claim("resignation", END - 10, END - 5), [[0, 14, 1, 1]]);
  assertEquals(claim("retirement", END - 10, END - 10), [[0, 9, 1, 1]], "a tie returns");
  assertEquals(claim("retirement", END - 8, END - 10), [[0, 9, 1, 1]]);
  assertEquals(claim("retirement", END - 19), [], "in the first month without");
  assertEquals(claim("retirement", END - 20), [], "in the last month with");
});

Deno.test("InactivityCounts ends inactivity with the claims asked for", () => {
  const life = lifeOf({ endReason: "layoff", claimMonth: END - 10 });
  const [group] = counted(life, { endingClaims: [...ENDING_CLAIMS, "layoff"] });
  assertEquals(rowsOf(group!), [[0, 9, causeCode("other"), 1]]);
});

Deno.test("InactivityCounts censors who is inactive at the end of observation", () => {
  assertEquals(rowsOf(counted(lifeOf({}))[0]!), [[0, 19, STILL_INACTIVE, 1]]);
  const observedTo = END - 15;
  const cut = [[0, 4, STILL_INACTIVE, 1]];
  assertEquals(rowsOf(counted(lifeOf({}, END - 10), { observedTo })[0]!), cut);
  const claimed = lifeOf({ endReason: "death", claimMonth: END - 14 });
  assertEquals(rowsOf(counted(claimed, { observedTo })[0]!), cut);
});

Deno.test("InactivityCounts leaves out who contributes when observation ends", () => {
  const of = (lastMonth: Month) => counted([{ ...ONE, member: 1, lastMonth }]);
  assertEquals(of(END), []);
  const [group] = of(END - 1);
  assertEquals(group!.flow.stillInactive, 1);
  assertEquals(rowsOf(group!), [], "seen inactive, but never at risk of an end");
});

Deno.test("InactivityCounts enters inactivity that began before observation late", () => {
  const from = (observedFrom: Month) =>
    counted(lifeOf({}, END - 10), { observedFrom }).flatMap(rowsOf);
  assertEquals(from(END - 18), [[0, 9, 1, 1]], "the first month at risk");
  assertEquals(from(END - 17), [[1, 9, 1, 1]]);
  assertEquals(from(END - 10), [[8, 9, 1, 1]]);
  assertEquals(from(END - 9), [], "ended before");
});

Deno.test("InactivityCounts joins spells that adjoin or overlap", () => {
  const spells = [
    { ...ONE, member: 1, lastMonth: END - 20 },
    { ...ONE, member: 1, startMonth: END - 35, lastMonth: END - 30 },
    { ...ONE, member: 1, startMonth: END - 19, lastMonth: END - 12 },
  ];
  assertEquals(counted(spells).flatMap(rowsOf), [[0, 11, 0, 1]]);
});

Deno.test("InactivityCounts counts each inactivity, or the first of each member", () => {
  const spells = [END - 30, END - 20, END - 10].map((lastMonth) => (
    { ...ONE, member: 1, startMonth: lastMonth - 3, lastMonth }
  ));
  assertEquals(rowsOf(counted(spells)[0]!), [[0, 6, 1, 2], [0, 9, 0, 1]]);
  assertEquals(rowsOf(counted(spells, { isFirstOnly: true })[0]!), [[0, 6, 1, 1]]);
  const observedFrom = END - 15;
  assertEquals(counted(spells, { isFirstOnly: true, observedFrom }), []);
});

Deno.test("InactivityCounts groups by what is asked for, claims known by the end", () => {
  const spells: Spell[] = [
    { ...ONE, member: 1, lastMonth: END - 9, carried: { sector: "trade" } },
    { ...ONE, member: 2, lastMonth: END - 9, carried: { sector: "farming" }, sex: "M" },
    {
      ...ONE,
      member: 3,
      lastMonth: END - 9,
      endReason: "layoff",
      claimMonth: END + 1,
      carried: { sector: "trade" },
    },
  ];
  const groups = (...by: string[]) => counted(spells, { by }).map(({ group }) => group);
  assertEquals(groups("sex"), [{ sex: "M" }, { sex: "F" }]);
  assertEquals(groups("ageGroup"), [{ ageGroup: "25-29" }]);
  assertEquals(groups("endReason"), [{ endReason: "none" }]);
  assertEquals(groups("sector", "sex"), [
    { sector: "farming", sex: "M" },
    { sector: "trade", sex: "F" },
  ]);
  assertThrows(() => groups("sectr"), RangeError, "got sectr");
});

/** An inactivity of one member, found month by month. */
interface Inactivity {
  readonly first: Month;
  /** Spell that ended before it. */
  readonly spell: Spell;
  /** Month and code of what ended it; those of the end of observation if nothing did. */
  end: Month;
  cause: number;
}

function inactivitiesOf(spells: readonly Spell[], observedTo: Month): Inactivity[] {
  const found: Inactivity[] = [];
  let open: Inactivity | undefined;
  const close = (end: Month, cause: number) => {
    Object.assign(open!, { end, cause });
    open = undefined;
  };
  for (let month = spells[0]!.startMonth + 1; month <= observedTo; month++) {
    if (spellIn(spells, month) !== undefined) {
      if (open !== undefined) close(month, causeCode("return"));
      continue;
    }
    if (spellIn(spells, month - 1) !== undefined) {
      const spell = spells.filter(({ lastMonth }) => lastMonth === month - 1).at(-1)!;
      if (endingClaim(spell) <= month) continue;
      open = { first: month, spell, end: observedTo, cause: STILL_INACTIVE };
      found.push(open);
    } else if (open !== undefined && endingClaim(open.spell) === month) {
      const { endReason } = open.spell;
      const isNamed = endReason === "death" || endReason === "retirement";
      close(month, causeCode(isNamed ? endReason : "other"));
    }
  }
  return found;
}

function endingClaim({ endReason, claimMonth }: Spell): Month {
  const isEnding = ENDING_CLAIMS.some((reason) => reason === endReason);
  return isEnding ? claimMonth! : Infinity;
}

const [FROM, TO] = [monthOf(2017, 7), monthOf(2019, 9)];

Deno.test("InactivityCounts equals lives followed month by month", () => {
  fc.assert(fc.property(MEMBERS, fc.boolean(), (members, isFirstOnly) => {
    const expected = new Map<string, number>();
    for (const spells of members) {
      const inactivities = inactivitiesOf(spells, TO);
      const taken = isFirstOnly ? inactivities.slice(0, 1) : inactivities;
      for (const { first, spell, end, cause } of taken) {
        const ageGroup = ageGroupIn(spell, first - 1);
        const entry = Math.max(0, FROM - 1 - first);
        if (ageGroup === undefined || end - first <= entry) continue;
        const isKnown = spell.endReason !== undefined && spell.claimMonth! <= TO;
        const values = [
          spell.sex,
          ageGroup,
          isKnown ? spell.endReason : "none",
          spell.carried!.sector,
        ];
        const key = [...values, entry, end - first, cause].join(" ");
        addTo(expected, key, spell.weight!);
      }
    }
    const by = ["sex", "ageGroup", "endReason", "sector"];
    const options = { observedFrom: FROM, observedTo: TO, by, isFirstOnly };
    const actual = new Map<string, number>();
    for (const each of counted(members.flat(), options)) {
      for (const [entry, duration, cause, weight] of rowsOf(each)) {
        const values = by.map((name) => each.group[name]);
        addTo(actual, [...values, entry, duration, cause].join(" "), weight!);
      }
    }
    assertEquals([...actual.keys()].sort(), [...expected.keys()].sort());
    for (const [key, weight] of expected) {
      assertAlmostEquals(actual.get(key)!, weight, 1e-9, key);
    }
  }));
});

Deno.test("InactivityCounts has at risk who was inactive the month before", () => {
  fc.assert(fc.property(MEMBERS, (members) => {
    const [atRisk, ended] = [new Map<string, number>(), new Map<string, number>()];
    for (
      const { first, spell, end, cause } of members.flatMap((m) => inactivitiesOf(m, TO))
    ) {
      if (ageGroupIn(spell, first - 1) === undefined) continue;
      for (let month = Math.max(FROM, first + 1); month <= end; month++) {
        addTo(atRisk, String(month - first), spell.weight!);
        if (month === end && cause !== STILL_INACTIVE) {
          addTo(ended, String(month - first), spell.weight!);
        }
      }
    }
    const [group] = counted(members.flat(), { observedFrom: FROM, observedTo: TO });
    if (group === undefined || group.observations.durations.length === 0) {
      assertEquals(atRisk.size, 0);
      return;
    }
    const counts = countEvents(group.observations);
    counts.time.forEach((time, i) => {
      assertAlmostEquals(counts.atRisk[i]!, atRisk.get(String(time))!, 1e-9);
      assertAlmostEquals(counts.events[i]!, ended.get(String(time)) ?? 0, 1e-9);
    });
  }));
});

Deno.test("InactivityCounts has as many entries as ends and those still inactive", () => {
  fc.assert(fc.property(MEMBERS, (members) => {
    let [entries, stillInactive] = [0, 0];
    for (const { first, spell, cause } of members.flatMap((m) => inactivitiesOf(m, TO))) {
      if (ageGroupIn(spell, first - 1) === undefined) continue;
      entries += spell.weight!;
      if (cause === STILL_INACTIVE) stillInactive += spell.weight!;
    }
    const [all] = counted(members.flat(), { observedTo: TO });
    const flow = all?.flow ?? { entered: 0, ended: {}, stillInactive: 0 };
    const ends = Object.values(flow.ended).reduce((sum, count) => sum + count, 0);
    assertAlmostEquals(flow.entered, entries, 1e-9);
    assertAlmostEquals(flow.stillInactive, stillInactive, 1e-9);
    assertAlmostEquals(ends + flow.stillInactive, entries, 1e-9);
    const split = counted(members.flat(), { observedTo: TO, by: ["endReason", "sex"] });
    const sum = split.reduce((total, { flow }) => total + flow.entered, 0);
    assertAlmostEquals(sum, entries, 1e-9, "splits sum to the whole");
  }));
});

Deno.test("InactivityCounts gives the same from batches in any order", () => {
  fc.assert(fc.property(IN_BATCHES, ({ whole, batches }) => {
    const options = { observedFrom: FROM, observedTo: TO, by: ["sector", "ageGroup"] };
    const [one, many] = [new InactivityCounts(options), new InactivityCounts(options)];
    one.add(whole);
    batches.forEach((batch) => many.add(batch));
    assertEquals(many.result(), one.result());
  }));
});

/** Inactivities that only a return ends; other ends count as lost from sight. */
function endedByReturn(observations: InactivityObservations): Observations {
  const { cause } = observations;
  const eventObserved = cause.map((code) => code === causeCode("return") ? 1 : 0);
  return { ...observations, eventObserved };
}

Deno.test("InactivityCounts recovers a known rate of return beside others and late entry", () => {
  let state = 2019;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  const months = (ratePerMonth: number) =>
    1 + Math.floor(Math.log(uniform()) / Math.log(1 - ratePerMonth));
  const spells = Array.from({ length: 40_000 }, (_, member): Spell[] => {
    const lastMonth = END - 1 - Math.floor(60 * uniform());
    const first = { ...ONE, member, startMonth: lastMonth - 5, lastMonth };
    const [back, retires] = [lastMonth + 1 + months(0.05), lastMonth + 1 + months(0.02)];
    return retires < back
      ? [{ ...first, endReason: "retirement", claimMonth: retires }]
      : [first, { ...ONE, member, startMonth: back, lastMonth: back }];
  }).flat();
  const [group] = counted(spells, { observedFrom: END - 23, isFirstOnly: true });
  const curve = kaplanMeierCurve(kaplanMeier(endedByReturn(group!.observations)));
  for (const at of [1, 6, 12, 24]) {
    assertAlmostEquals(survivalAt(curve, at), 0.95 ** at, 0.01, `after ${at} months`);
  }
  const both = kaplanMeierCurve(kaplanMeier(group!.observations));
  assertAlmostEquals(survivalAt(both, 12), (0.95 * 0.98) ** 12, 0.01);
});

Deno.test("InactivityCounts refuses observation that ends before it begins", () => {
  assertThrows(() => counted([], { observedFrom: END + 1 }), RangeError, "2020-01");
  assertEquals(counted([]), []);
  assertEquals(INACTIVITY_CAUSES.map(causeCode), [1, 2, 3, 4]);
});
