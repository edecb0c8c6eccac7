/**
 * What are made-up data made of? The synthetic statistics extract, made so that its totals
 * agree with what the report prints, and registers of single members that count to it.
 *
 * @module
 */

export { spellManifestOf } from "./spells/spell_manifest_of.ts";
export { registerSize, synthesizeSpells } from "./spells/synthesize_spells.ts";
export { marginsReport } from "./statistics/margins.ts";
export { marginsFiles, marginsSummary } from "./statistics/margins_files.ts";
export { synthesizeStatistics } from "./statistics/synthesize.ts";
