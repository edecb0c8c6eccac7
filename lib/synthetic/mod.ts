/**
 * What are made-up data made of? The synthetic statistics extract, made so that its totals
 * agree with what the report prints, and registers of single members that count to it.
 *
 * @module
 */

export {
  type KnownHazards,
  type KnownTermination,
  synthesisHazards,
} from "./spells/hazards.ts";
export { spellManifestOf, type SynthesisSize } from "./spells/spell_manifest_of.ts";
export {
  registerSize,
  type SpellSynthesisOptions,
  synthesizeSpells,
} from "./spells/synthesize_spells.ts";
export { WAGE_GROWTH_PER_YEAR } from "./spells/wage_draws.ts";
export {
  type Choice,
  type ExtractMeans,
  extractMeans,
  meanOverAges,
} from "./statistics/extract_means.ts";
export { type MarginRow, marginsReport } from "./statistics/margins.ts";
export { marginsFiles, marginsSummary } from "./statistics/margins_files.ts";
export { synthesizeStatistics } from "./statistics/synthesize.ts";
