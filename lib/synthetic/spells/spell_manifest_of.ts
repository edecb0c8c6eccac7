import type { SpellManifest, StatisticsManifest } from "@jkp/extract";
import { WAGE_GROWTH_PER_YEAR } from "./wage_draws.ts";

/** How many members a synthetic register has, how many of them were made, from what. */
export interface SynthesisSize {
  /** Members of the whole register. */
  readonly registerMembers: number;
  /** Members made. */
  readonly members: number;
  readonly seed: number;
}

/**
 * The manifest of synthetic spells.
 *
 * @param statistics Manifest of the statistics that they count to.
 * @param size How many were made, and from which seed.
 * @returns The manifest; files and checksums are added on writing.
 *
 * @example A sample of one in a thousand
 * ```ts
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { spellManifestOf } from "@jkp/synthetic";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const { manifest } = await readShippedExtract();
 * const size = { registerMembers: 26_000_000, members: 26_000, seed: 2019 };
 * assertStringIncludes(
 *   spellManifestOf(manifest, size).method,
 *   "26,000 members, each standing for 1,000 of a register of 26,000,000",
 * );
 * ```
 */
export function spellManifestOf(
  statistics: StatisticsManifest,
  { registerMembers, members, seed }: SynthesisSize,
): SpellManifest {
  const { name, provider, extractMonth, firstMonth, lastMonth } = statistics;
  const number = (value: number) => value.toLocaleString("en");
  return {
    name: `${name}_spells`,
    provider,
    extractMonth,
    firstMonth,
    lastMonth,
    form: "spells",
    synthetic: true,
    method: `\
Made, not recorded: no row describes a person.
${number(members)} members, each standing for ${
      number(Number((registerMembers / members).toFixed(4)))
    } of a register of ${number(registerMembers)}
that counts to the synthetic statistics extract ${name}: members, claims and inactive to
the last unit; mean wages to the rupiah, of claims in every month, of members in the last
twelve. Continuous service comes near the printed shares.
Members leave the more likely the shorter their service; claims come one to three months
later; inactivity ends with the known probabilities of the stock of inactive members, by
return, or by a claim for retirement or death. Single wages are log-normal. Sector, size
of enterprise, contract and province have shares of our own.
Careers are broken by invented shares: four in five of those back within three months have
short contracts, mostly of three to five months, one after another. So whom a rule of
months in a row leaves out is invented too.
`,
    seed,
    wageGrowthPerYear: WAGE_GROWTH_PER_YEAR,
    sha256: {},
  };
}
