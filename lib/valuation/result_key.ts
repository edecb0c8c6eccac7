import { sha256 } from "@jkp/files";
import { levelsOf, statesLevels } from "./file/stated_levels.ts";
import type { MembersContent } from "./file/stated_levels_section.ts";
import type { ValuationRun } from "./run_valuation.ts";
import type { ValuationBasis } from "./valuation_basis.ts";

/**
 * What a result was made from, as checksums: two results are the same if their keys are, on
 * the same public statistics and the same spells beside an extract, which no key holds.
 */
export interface ResultKey {
  /** Of all parts together; `null` if one of them has none. */
  readonly key: string | null;
  /** Day of the law that is valued. */
  readonly lawAsOf: string;
  readonly parts: {
    /**
     * Of the valuation file, with levels and members that it states and the population that
     * members follow, without the names of files and of sources; and of what was set.
     */
    readonly valuation: string;
    readonly scenarios: string;
    readonly law: string;
    /** Of the program. */
    readonly code: string;
    /**
     * Of a synthetic extract. Of recorded data a random number that is kept in their own
     * folder, for whoever has a checksum can try guesses of what is not published until it
     * fits; `null` if none is kept there.
     */
    readonly extract: string | null;
  };
}

/** What of a key no valuation holds. */
export interface KeyContext {
  /** Checksum of the program. */
  readonly code: string;
  /** The random number of recorded data; `null` for none. */
  readonly extractId: string | null;
}

/**
 * The key of a valuation's results: the same file, scenarios, law, program and data give
 * the same key on every machine.
 *
 * @param run The results.
 * @param context Checksum of the program, and the number of recorded data.
 * @returns The key, and those of its parts: where two keys differ, they say in what.
 *
 * @example What is set is part of the valuation, and of nothing else
 * ```ts
 * import { resultKey, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals, assertNotEquals } from "@std/assert";
 *
 * const report = await readValuation("report_2021", { scenarios: ["base"] });
 * const context = { code: "0", extractId: null };
 * const before = await resultKey(runValuation(report), context);
 * const after = await resultKey(runValuation(report, { benefitRate: 0.6 }), context);
 * assertNotEquals(after.parts.valuation, before.parts.valuation);
 * assertEquals(after.parts.law, before.parts.law);
 * assertEquals(before.lawAsOf, "2020-12-31");
 * ```
 */
export async function resultKey(
  { basis, changes }: ValuationRun,
  { code, extractId }: KeyContext,
): Promise<ResultKey> {
  const { file, extract, scenarios, roles, schemes, reading } = basis;
  const { extract: _extract, spells: _spells, ...data } = file.data;
  const isSynthetic = extract.manifest.synthetic;
  const { manifest, ...counts } = extract;
  const parts = {
    valuation: await of({
      data,
      terms: file.terms,
      adjustment: file.adjustment,
      reading,
      choices: file.choices,
      ...statedIn(basis),
      changes,
      dates: [file.valuationDate, file.lawAsOf, file.informationTo],
    }),
    scenarios: await of([roles, scenarios.map(({ scenario }) => untranslated(scenario))]),
    law: await of(schemes.map(untranslated)),
    code,
    extract: isSynthetic ? await of([manifest.name, counts]) : extractId,
  };
  return {
    key: parts.extract === null ? null : await of(parts),
    lawAsOf: file.lawAsOf,
    parts,
  };
}

/** What a file states in place of the extract's, and how members follow a population. */
function statedIn({ file, roles, scenarios }: ValuationBasis) {
  const { members, population, gdp } = file.content;
  return {
    ...(statesLevels(file) ? { levels: roles.map((role) => levelsOf(file, role)) } : {}),
    ...(members === undefined ? {} : { members: membersIn(members) }),
    ...(gdp === undefined ? {} : { gdp: gdp.base_year_idr_trillion }),
    ...(population === undefined ? {} : {
      population: [
        population.coverage,
        population.coverage_by_year,
        // The population itself: its path is another on every machine.
        scenarios[0]?.population?.years.map(({ year, persons }) => [year, persons]),
      ],
    }),
  };
}

/** Members by year, whatever is said of where they are from. */
function membersIn({ by_year, roles = {} }: MembersContent) {
  const averages = (years: MembersContent["by_year"]) =>
    years.map(({ year, average }) => ({ year, average }));
  return [
    averages(by_year),
    Object.fromEntries(
      Object.entries(roles).map(([role, path]) => [role, averages(path)]),
    ),
  ];
}

/** A value without its title in another language: no result is made from that. */
function untranslated<Named extends { readonly titleId?: unknown }>(
  { titleId: _, ...named }: Named,
): Omit<Named, "titleId"> {
  return named;
}

/** Of a plain value. */
function of(value: unknown): Promise<string> {
  return sha256(JSON.stringify(value));
}
