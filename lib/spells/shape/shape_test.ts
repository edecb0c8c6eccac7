import type { EndReason } from "@jkp/extract";
import { type Month, monthOf } from "@jkp/month";
import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Finding, RuleName } from "../check/finding.ts";
import { Tally } from "../check/tally.ts";
import { checkRowsCut } from "./check_rows_cut.ts";
import {
  check,
  FIRST,
  honestSpells,
  LAST,
  type Spell,
  toCsv,
} from "./honest_spells_for_test.ts";

/*
 * Each kind of fault that only the whole shows is planted into a register without faults,
 * and must raise its warning. What rows show, and what nothing shows: `planted_test.ts`.
 *
 * Not seen either, for there is too little:
 * - Fewer than a tenth of the members missing at random.
 * - Claims for layoff missing from one month where fewer than twenty are usual.
 * - Late payments in a window of less than nine months: nothing to compare with.
 * - A file that was cut at a number of rows that is neither round nor a sheet's, if its rows
 *   were in random order; sorted by month it shows as months without members.
 */

/** A register without faults, of 1,500 members at a time. */
const HONEST = honestSpells(1_500);

const lost = (from: Month, to = from) => (spells: readonly Spell[]) =>
  spells.flatMap((spell): Spell[] => {
    if (spell.last < from || spell.start > to) return [spell];
    const { claim, ...unclaimed } = spell;
    return [
      ...(spell.start < from ? [{ ...unclaimed, last: from - 1 }] : []),
      ...(spell.last > to
        ? [{ ...unclaimed, start: to + 1, ...(claim === undefined ? {} : { claim }) }]
        : []),
    ];
  });

const each =
  (change: (spell: Spell, index: number) => Spell) => (spells: readonly Spell[]) =>
    spells.map(change);

const unclaimed = ({ claim: _, ...spell }: Spell): Spell => spell;

/** Takes away the claims for which something holds. */
const withoutClaims = (isLost: (reason: EndReason, month: Month) => boolean) =>
  each((spell) => spell.claim && isLost(...spell.claim) ? unclaimed(spell) : spell);

const MAY_2018 = monthOf(2018, 5);

/** Faults: what is done to the honest register, and which rule and words must tell. */
const FAULTS: readonly (readonly [
  string,
  RuleName,
  RegExp,
  (spells: readonly Spell[]) => readonly Spell[] | string,
])[] = [
  ["a month missing", "members_by_month", /2018-05 .*0 members/, lost(MAY_2018)],
  [
    "three months missing",
    "members_by_month",
    /2018-05 to 2018-07 /,
    lost(MAY_2018, MAY_2018 + 2),
  ],
  ["a month twice", "members_by_month", /2018-05 .*may stand twice/, (spells) => [
    ...spells,
    ...spells.filter(({ start, last }) => start < MAY_2018 && last > MAY_2018)
      .map((spell) => ({
        ...unclaimed(spell),
        id: `X${spell.id}`,
        start: MAY_2018,
        last: MAY_2018,
      })),
  ]],
  [
    "a branch that begins in the window",
    "members_by_month",
    /2018-05 .*A branch/,
    (spells) =>
      spells.filter(({ last }, i) => i % 3 > 0 || last >= MAY_2018)
        .map((spell, i) =>
          i % 3 === 0 && spell.start < MAY_2018 && spell.last >= MAY_2018
            ? { ...spell, start: MAY_2018 }
            : spell
        ),
  ],
  [
    "late payments",
    "last_months",
    /2019-09 to 2019-11 .*build --to 2019-08/,
    each((spell, i) =>
      spell.last === LAST && spell.start < LAST - 4 && i % 5 === 0
        ? { ...spell, last: LAST - 1 - i % 3 }
        : spell
    ),
  ],
  [
    "late claims",
    "last_months",
    /2019-10 to 2019-12 .*build --to 2019-09/,
    withoutClaims((_, month) => month > LAST - 3),
  ],
  [
    "a window longer than the data, at its end",
    "window_filled",
    /after 2019-06.*last_month/,
    lost(LAST - 5, LAST),
  ],
  [
    "a window longer than the data, at its start",
    "window_filled",
    /before 2017-07.*first_month/,
    lost(0, FIRST + 5),
  ],
  [
    "a file that was cut while sorted by start",
    "starts_by_month",
    /2019.*0 starts/,
    (spells) => spells.filter(({ start }) => start <= LAST - 6),
  ],
  [
    "claims for resignation missing from a month",
    "claims_by_month",
    /2018-05 .*0 claims for resignation/,
    withoutClaims((reason, month) => reason === "resignation" && month === MAY_2018),
  ],
  [
    "claims for layoff entered in bulk",
    "claims_by_month",
    /2018-12 .*claims for layoff.*in bulk/,
    each((spell) => {
      const [reason, month] = spell.claim ?? [];
      const isMoved = reason === "layoff" && month! > MAY_2018 && month! <= MAY_2018 + 7;
      return isMoved ? { ...spell, claim: ["layoff", MAY_2018 + 7] } : spell;
    }),
  ],
  [
    "no layoffs",
    "claims_present",
    /no claims for layoff/,
    (spells) => withoutClaims((reason) => reason === "layoff")(spells),
  ],
  [
    "no claims at all",
    "claims_present",
    /claims was not joined/,
    withoutClaims(() => true),
  ],
  [
    "those alone who still contribute",
    "claims_present",
    /none of .* left/,
    (spells) => spells.filter(({ last }) => last === LAST),
  ],
  ["one sex", "values_varied", /sex .*F for all/, each((s) => ({ ...s, sex: "F" }))],
  [
    "one wage",
    "values_varied",
    /monthly_wage_idr .*3,940,973 rupiah/,
    each((s, i) => i % 2 ? { ...s, wageIdr: 3_940_973 } : s),
  ],
  [
    "one birth month",
    "values_varied",
    /birth_month .*1970-01/,
    each((s) => Number(s.id.slice(1)) % 8 ? s : { ...s, birth: monthOf(1970, 1) }),
  ],
  [
    "January for unknown months of birth",
    "values_varied",
    /birth_month .*month 1 of the year/,
    each((s) => Number(s.id.slice(1)) % 2 ? s : { ...s, birth: s.birth - s.birth % 12 }),
  ],
  [
    "one start month",
    "values_varied",
    /start_month .*2016-07/,
    each((s) => s.start < FIRST && s.last >= FIRST ? { ...s, start: FIRST - 6 } : s),
  ],
  [
    "claims in the month of the last contribution",
    "values_varied",
    /claim_month /,
    each((s) => s.claim ? { ...s, claim: [s.claim[0], s.last] } : s),
  ],
  [
    "a weight that decides alone",
    "values_varied",
    /weight .*for one spell/,
    each((s, i) => i === 7 ? { ...s, weight: 5_000 } : s),
  ],
  [
    "wages in thousands",
    "wage_plausible",
    /(all|of) [\d,]+ rows/,
    (spells) => toCsv(spells, (idr) => String(Math.round(idr / 1000))),
  ],
  [
    "wages of a year",
    "wage_level",
    /a median of/,
    each((s) => ({ ...s, wageIdr: 12 * s.wageIdr })),
  ],
  [
    "wages of one office in hundreds of rupiah",
    "wage_level",
    /Two units/,
    each((s, i) => i % 9 ? s : { ...s, wageIdr: Math.round(s.wageIdr / 100) }),
  ],
  [
    "a file twice under other ids",
    "ids_of_persons",
    /equal to one under another id/,
    (spells) => [...spells, ...spells.map((s) => ({ ...s, id: `X${s.id}` }))],
  ],
  [
    "ids of employments",
    "ids_of_persons",
    /with a second spell/,
    each((s, i) => ({ ...s, id: `J${1_000_000 + i}` })),
  ],
  [
    "one employer with most layoffs of a month",
    "layoffs_spread",
    /2018-07 .*by employer E7/,
    each((s, i) =>
      s.last === MAY_2018 && i % 2
        ? { ...s, claim: ["layoff", MAY_2018 + 2], employer: "E7" }
        : s
    ),
  ],
];

Deno.test("checkSpells() asks nothing about the shape of an honest register", async () => {
  assertEquals(await check(HONEST), []);
});

Deno.test("checkSpells() asks nothing about the shape of small honest files", async () => {
  for (const places of [1, 4, 12, 40, 150]) {
    assertEquals(await check(honestSpells(places)), [], `${places} members at a time`);
  }
});

for (const [name, rule, words, plant] of FAULTS) {
  Deno.test(`checkSpells() warns of ${name}`, async () => {
    const found = await check(plant(HONEST));
    const shapes = found.filter((finding) => finding.rule === rule);
    const texts = shapes.map(({ column, value, meaning }) =>
      `${column ?? ""} ${value}. ${meaning}`
    );
    assert(
      texts.some((text) => words.test(text)),
      JSON.stringify(found.slice(0, 6), null, 1),
    );
    assert(shapes.every(({ severity }) => severity === "warning"));
    assert(shapes.length <= 4, "said once, not for each row");
  });
}

Deno.test("checkSpells() says for how many months together it expects a number", async () => {
  const gap = withoutClaims((_, month) => month >= MAY_2018 && month <= MAY_2018 + 11);
  const found = await check(gap(HONEST));
  const [layoffs] = found.filter(({ value }) => value === "0 claims for layoff");
  assertEquals(layoffs!.column, "2018-05 to 2019-04");
  assertMatch(
    layoffs!.expected,
    /^about \d+ in these 12 months together, by the rate of the other months$/,
  );
  const lateMonths = found.filter(({ expected }) => /as in/.test(expected));
  assertEquals(lateMonths, []);
});

Deno.test("checkSpells() finds each row of a file that stands twice", async () => {
  const found = await check([...HONEST, ...HONEST]);
  const twice = found.filter(({ rule }) => rule === "spells_unique");
  assertEquals(twice.length, HONEST.length);
});

Deno.test("checkSpells() says once that the data end before the window", async () => {
  const found = await check(lost(LAST - 5, LAST)(HONEST));
  assertEquals(found.map(({ rule }) => rule), ["window_filled"]);
});

for (
  const [rows, words] of [
    [65_535, /65,535 rows, as many as a sheet/],
    [1_048_575, /1,048,575 rows, as many as a sheet/],
    [100_000, /exactly 100,000 rows/],
    [65_534, null],
    [1_000, null],
  ] as const
) {
  const outcome = words === null ? "asks nothing about" : "warns of";
  Deno.test(`checkRowsCut() ${outcome} a file of ${rows} rows`, () => {
    const found: Finding[] = [];
    const tally = new Tally((finding) => found.push(finding));
    checkRowsCut("spells.csv", rows, undefined, tally);
    assertEquals(found.length, words === null ? 0 : 1);
    if (words !== null) assertMatch(found[0]!.value!, words);
  });
}
