import type { ExtractManifest } from "@jkp/extract";
import type { SpellManifest } from "../folder/spell_manifest.ts";
import { WAGE_GROWTH } from "./wages.ts";
import type { SynthesizedSpells } from "./synthesize_spells.ts";

/**
 * The manifest of made spells.
 *
 * @param statistics Manifest of the statistics they count to.
 * @param spells The spells.
 * @param seed Their seed.
 * @returns The manifest; files and checksums are made on writing.
 *
 * @example
 * ```ts
 * import { readShippedExtract } from "@jkp/extract";
 * import { spellManifestOf } from "@jkp/spells";
 * import { assertEquals } from "@std/assert";
 *
 * const { manifest } = await readShippedExtract();
 * const size = { registerMembers: 26_000_000, members: 26_000, weight: 1000 };
 * assertEquals(spellManifestOf(manifest, size, 2019).synthetic, true);
 * ```
 */
export function spellManifestOf(
  statistics: ExtractManifest,
  spells: Pick<SynthesizedSpells, "registerMembers" | "members" | "weight">,
  seed: number,
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
Made, not recorded: no row describes a person. ${
      number(spells.members)
    } members, each standing
for ${number(Number(spells.weight.toFixed(4)))} of a register of
${number(spells.registerMembers)} that counts to the synthetic statistics extract ${name}:
members, claims and inactive to the last unit, mean wages of claims by year and of members
in the last year to the rupiah, continuous service near the printed shares.
Members leave the more likely the shorter their service; claims come one to three months
later; inactivity ends with the known probabilities of the stock of inactive members, by
return, or by a claim for retirement or death. Single wages are log-normal. Sector, size
of enterprise, contract and province have shares of our own.
`,
    seed,
    wageGrowthPerYear: WAGE_GROWTH,
    sha256: {},
  };
}
