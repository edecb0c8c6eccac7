/**
 * What are made-up data made of? The synthetic statistics extract, made so that its totals
 * agree with what the report prints, registers of single members that count to it, and its
 * structure carried forward to totals printed since.
 *
 * @module
 */

export { carriedMargins, carriedMarginsFiles } from "./carried/carried_margins.ts";
export { carryForward } from "./carried/carry_forward.ts";
export { ledgerManifestOf } from "./ledger/ledger_manifest_of.ts";
export { synthesizeLedger } from "./ledger/synthesize_ledger.ts";
export { spellManifestOf } from "./spells/spell_manifest_of.ts";
export { registerSize, synthesizeSpells } from "./spells/synthesize_spells.ts";
export { marginsReport } from "./statistics/margins.ts";
export { marginsFiles, marginsSummary } from "./statistics/margins_files.ts";
export { synthesizeStatistics } from "./statistics/synthesize.ts";
