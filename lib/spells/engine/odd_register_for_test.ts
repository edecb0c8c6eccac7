import { checkSpells } from "../check/check_spells.ts";
import type { Finding, RuleName } from "../check/finding.ts";
import {
  FIRST,
  honestSpells,
  LAST,
  type Spell,
} from "../shape/honest_spells_for_test.ts";
import { buildInEngine, type EngineBuildOptions } from "./build_in_engine.ts";
import type { Engine } from "./engine.ts";
import { readSpellTable } from "./spell_table.ts";

/** The rules about the whole. */
export const OF_WHOLE: readonly RuleName[] = [
  ...["form_fits", "window_filled", "members_by_month", "last_months"] as const,
  ...["starts_by_month", "claims_by_month", "claims_present", "values_varied"] as const,
  ...["wage_level", "ids_of_persons", "layoffs_spread"] as const,
];

/** What is found about the whole, at home and in an engine, of one folder. */
export async function foundOfWhole(
  engine: Engine,
  folder: string,
  { table = "spells", ...options }: EngineBuildOptions & { readonly table?: string } = {},
): Promise<{ readonly local: Finding[]; readonly there: Finding[] }> {
  const ofWhole = (findings: readonly Finding[]) =>
    findings.filter(({ rule }) => [...OF_WHOLE, "control_totals", "drift"].includes(rule))
      .map((finding): Finding => ({ ...finding, file: "" }));
  const { lastMonth, previous } = options;
  const local: Finding[] = [];
  await checkSpells(folder, (finding) => local.push(finding), {
    lastMonth,
    ...(previous === undefined ? {} : { previous }),
  });
  const source = await readSpellTable(folder, { table });
  const there = await buildInEngine(engine, source, {
    ...options,
    leavesOutErrors: true,
    mostLeftOut: 1,
  });
  return { local: ofWhole(local), there: ofWhole(there.findings) };
}

/** Registers in which more and more is odd, with what is found of them. */
export const ODD: readonly (readonly [rules: string, spells: readonly Spell[]])[] = [
  ["", honestSpells(300)],
  [
    "starts_by_month, values_varied, claims_present, ids_of_persons, layoffs_spread",
    honestSpells(600).flatMap((spell, i): Spell[] => {
      const isShort = spell.last - spell.start < 2 && spell.last < LAST;
      const isGone = spell.start > FIRST + 14 && spell.start < FIRST + 26;
      if (isShort || isGone || (spell.last < LAST && !spell.claim)) return [];
      const changed: Spell = {
        ...spell,
        birth: i % 25 === 0 ? FIRST - 420 : spell.birth,
        wageIdr: Math.min(spell.wageIdr, 6_000_000),
        ...(spell.claim === undefined
          ? {}
          : { claim: ["layoff", spell.claim[1]] as const, employer: "E7" }),
      };
      return i % 3 === 0 ? [changed, { ...changed, id: `Q${spell.id}` }] : [changed];
    }),
  ],
  [
    "claims_by_month, values_varied, wage_level, claims_present, layoffs_spread",
    honestSpells(600).map((spell, i): Spell => ({
      ...spell,
      employer: spell.claim === undefined ? spell.employer : "E7",
      ...(spell.claim === undefined ? {} : {
        claim: [
          "layoff",
          Math.min(LAST, spell.claim[1] + 2 - spell.claim[1] % 3),
        ] as const,
      }),
      sex: "F",
      start: i === 0 ? spell.last + 1 : spell.start,
      wageIdr: [100_000_000, 350_000, 350_000, 250_000 + i, 300_000 + i][i % 5]!,
      weight: i === 7 ? 500 : 1,
    })),
  ],
];
