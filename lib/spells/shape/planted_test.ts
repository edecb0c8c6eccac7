import type { EndReason } from "@jkp/extract";
import { type Month, monthOf } from "@jkp/month";
import { assert, assertEquals } from "@std/assert";
import type { RuleName } from "../check/finding.ts";
import {
  check,
  FIRST,
  honestSpells,
  LAST,
  type Spell,
  toCsv,
} from "./honest_spells_for_test.ts";

/*
 * Faults of other kinds than the shape alone shows are planted into a register without
 * faults: each must leave a finding, or stand among those that no look at the rows can see.
 */

const HONEST = honestSpells(600);
const MARCH = monthOf(2018, 3);

const each =
  (change: (spell: Spell, index: number) => Partial<Spell>) =>
  (spells: readonly Spell[]) =>
    spells.map((spell, i): Spell => ({ ...spell, ...change(spell, i) }));

/** Changes the reason and month of claims. */
const claimed = (change: (reason: EndReason, month: Month) => [EndReason, Month]) =>
  each(({ claim }) => claim === undefined ? {} : { claim: change(...claim) });

const moved = (months: number) => (spells: readonly Spell[]) =>
  claimed((reason, month) => [reason, month + months])(
    each(({ start, last }) => ({ start: start + months, last: last + months }))(spells),
  );

/** Takes away the claims for which something holds. */
const withoutClaims = (isLost: (month: Month) => boolean) => (spells: readonly Spell[]) =>
  spells.map(({ claim, ...spell }): Spell =>
    claim === undefined || isLost(claim[1]) ? spell : { ...spell, claim }
  );

type Plant = (spells: readonly Spell[]) => readonly Spell[] | string;

const SEEN: readonly (readonly [fault: string, rule: RuleName, plant: Plant])[] = [
  ["months a month too late", "no_future_months", moved(1)],
  ["months a month too early", "window_filled", moved(-1)],
  ["months a year too early", "window_filled", moved(-12)],
  [
    "ids without their zeros in a part",
    "ids_alike",
    each(({ id }, i) => ({
      id: i % 3 === 0 ? String(Number(id.slice(1))) : id.slice(1).padStart(9, "0"),
    })),
  ],
  [
    "ids cut, so that two persons have one",
    "same_person",
    each(({ id }) => ({ id: id.slice(0, -1) })),
  ],
  [
    "start and last month exchanged",
    "start_before_end",
    each(({ start, last }) => ({ start: last, last: start })),
  ],
  [
    "birth and start exchanged",
    "birth_before_start",
    each(({ start, birth }) => ({ start: birth, birth: start })),
  ],
  [
    "last and claim month exchanged",
    "claim_after_end",
    each(({ last, claim }) =>
      claim === undefined ? {} : { last: claim[1], claim: [claim[0], last] }
    ),
  ],
  [
    "wage and weight exchanged",
    "wage_plausible",
    each(({ wageIdr }) => ({ wageIdr: 1, weight: wageIdr / 10 })),
  ],
  [
    "sexes unlike between the spells of a member",
    "same_person",
    each(({ sex }, i) => ({ sex: i % 5 === 0 ? sex : "M" })),
  ],
  [
    "births in the other century",
    "birth_before_start",
    each(({ birth }) => ({ birth: birth + 1200 })),
  ],
  [
    "births twenty years too late",
    "age_covered",
    each(({ birth }) => ({ birth: birth + 240 })),
  ],
  [
    "service before the window cut off",
    "starts_by_month",
    each(({ start, last }) => ({ start: Math.min(last, Math.max(start, FIRST)) })),
  ],
  [
    "no wage in one month",
    "wage_positive",
    each(({ last, wageIdr }) => ({ wageIdr: last === MARCH ? 0 : wageIdr })),
  ],
  [
    "wages in thousands in a part",
    "wage_plausible",
    each(({ wageIdr }, i) => ({ wageIdr: i % 5 ? wageIdr : Math.round(wageIdr / 1000) })),
  ],
  [
    "wages in dollars",
    "wage_plausible",
    each(({ wageIdr }) => ({ wageIdr: Math.round(wageIdr / 14_000) })),
  ],
  [
    "wages of a day",
    "wage_level",
    each(({ wageIdr }) => ({ wageIdr: Math.max(100_000, Math.round(wageIdr / 25)) })),
  ],
  [
    "a decimal mark lost in a tenth of wages",
    "wage_level",
    each(({ wageIdr }, i) => ({
      wageIdr: i % 10 ? wageIdr : 100 * Math.min(wageIdr, 4e6),
    })),
  ],
  [
    "nobody who started in a year",
    "starts_by_month",
    (spells) => spells.filter(({ start }) => start < MARCH || start >= MARCH + 12),
  ],
  [
    "claims of half a year missing",
    "claims_by_month",
    withoutClaims((month) => month >= MARCH && month < MARCH + 6),
  ],
  [
    "a third of members a second time under other ids",
    "ids_of_persons",
    (spells) => [
      ...spells,
      ...spells.filter(({ id }) => /[258]$/.test(id))
        .map((spell) => ({ ...spell, id: `Q${spell.id}` })),
    ],
  ],
  [
    "wages cut at a ceiling",
    "values_varied",
    each(({ wageIdr }) => ({ wageIdr: Math.min(wageIdr, 6_000_000) })),
  ],
  [
    "one month of birth for one member in thirty",
    "values_varied",
    each(({ id, birth }) => ({ birth: Number(id.slice(1)) % 30 ? birth : MARCH - 420 })),
  ],
  [
    "members younger than 25 left out",
    "values_varied",
    (spells) => spells.filter(({ start, birth }) => start - birth >= 300),
  ],
  [
    "starts before a change of systems at the change",
    "values_varied",
    each(({ start, last }) => ({ start: Math.min(last, Math.max(start, FIRST - 24)) })),
  ],
  [
    "spells of one and two months left out",
    "claims_present",
    (spells) => spells.filter(({ start, last }) => last - start >= 2 || last === LAST),
  ],
  [
    "leavers without claim left out",
    "claims_present",
    (spells) => spells.filter(({ last, claim }) => last === LAST || claim !== undefined),
  ],
  [
    "records closed in bulk",
    "members_by_month",
    each(({ last, claim }, i) =>
      claim === undefined && i % 8 === 0 && last === LAST ? { last: MARCH + 12 } : {}
    ),
  ],
  ["no resignations", "claims_present", claimed((_, month) => ["layoff", month])],
  [
    "reasons without claims",
    "claim_with_reason",
    (spells) => toCsv(spells).replaceAll(/,(layoff|resignation),[\d-]+,/g, ",$1,,"),
  ],
];

/** What no look at the rows alone can tell, and why. */
const UNSEEN: readonly (readonly [fault: string, why: string, plant: Plant])[] = [
  [
    "sexes exchanged",
    "a register of women's work looks so; a control total by sex shows it",
    each(({ sex }) => ({ sex: sex === "M" ? "F" : "M" })),
  ],
  [
    "layoffs and resignations exchanged",
    "a bad year looks so; a control total by reason shows it",
    claimed((reason, month) => [reason === "layoff" ? "resignation" : "layoff", month]),
  ],
  [
    "a fifth of members lost at random",
    "what is left is a sample; a control total of members shows it",
    (spells) => spells.filter(({ id }) => !/[37]$/.test(id)),
  ],
  [
    "claims a month too late",
    "a wait of a month more is possible; an earlier extract shows it",
    claimed((reason, month) => [reason, Math.min(LAST, month + 1)]),
  ],
  [
    "births two years too early",
    "somewhat older members are possible; an earlier extract shows it",
    each(({ birth }) => ({ birth: birth - 24 })),
  ],
  [
    "wages exchanged between members",
    "all of them are wages of somebody; control totals by group show it",
    (spells) =>
      spells.map((spell, i): Spell => ({
        ...spell,
        wageIdr: spells[(7919 * i) % spells.length]!.wageIdr,
      })),
  ],
  [
    "half of a year's layoffs as resignation",
    "a good year looks so; a control total by reason shows it",
    each(({ claim }, i) =>
      claim?.[0] === "layoff" && i % 2 === 0 && claim[1] >= MARCH && claim[1] < MARCH + 12
        ? { claim: ["resignation", claim[1]] }
        : {}
    ),
  ],
  [
    "wages a fifth too high",
    "wages after a rise look so; a control total of wages shows it",
    each(({ wageIdr }) => ({ wageIdr: Math.round(1.2 * wageIdr) })),
  ],
];

Deno.test("checkSpells() finds nothing in a register without faults", async () => {
  assertEquals(await check(HONEST), []);
});

for (const [fault, rule, plant] of SEEN) {
  Deno.test(`checkSpells() has a finding for ${fault}`, async () => {
    const findings = await check(plant(HONEST));
    const found = findings.some((finding) => finding.rule === rule);
    assert(found, `no ${rule}, but ${JSON.stringify(findings.slice(0, 5))}`);
    const ofWhole = findings.filter(({ row }) => row === undefined);
    assert(ofWhole.every(({ meaning, rule }) => meaning || rule === "ids_alike"));
  });
}

for (const [fault, why, plant] of UNSEEN) {
  Deno.test(`checkSpells() cannot see ${fault}: ${why}`, async () => {
    assertEquals(await check(plant(HONEST)), []);
  });
}

Deno.test("checkSpells() finds wages of another unit among who left in half a year", async () => {
  const spells = honestSpells(2_600);
  assertEquals(await check(spells), []);
  const findings = await check(
    each(({ last, wageIdr }) => ({
      wageIdr: last >= MARCH && last < MARCH + 6 ? wageIdr * 3 : wageIdr,
    }))(spells),
  );
  const months = findings.filter(({ rule }) => rule === "wage_level")
    .map(({ column }) => column);
  const wanted = ["03", "04", "05", "06", "07", "08"].map((month) => `2018-${month}`);
  assertEquals(months, wanted);
});

Deno.test("checkSpells() says once what holds of a whole file", async () => {
  const text = toCsv(HONEST, (idr) => String(Math.round(idr / 1000)));
  const found = (await check(text)).filter(({ rule }) => rule === "wage_plausible");
  assertEquals(found.length, 1);
  const wage = Math.round(HONEST[0]!.wageIdr / 1000);
  assertEquals(
    found[0]!.value,
    `all ${HONEST.length.toLocaleString("en")} rows, such as ${wage}`,
  );
});
