/**
 * Member-level extracts: one row a membership spell. Reading under any column mapping,
 * checking, counting into the statistics extract, histories of members, and synthesis.
 *
 * @module
 */

export * from "./build/build_statistics.ts";
export * from "./check/check_spells.ts";
export * from "./check/finding.ts";
export * from "./check/quality_report.ts";
export * from "./check/read_spells.ts";
export * from "./example_folder.ts";
export * from "./folder/spell_folder.ts";
export * from "./folder/suggest_for_file.ts";
export * from "./folder/write_spell_folder.ts";
export * from "./histories/mod.ts";
export * from "./mapping/mod.ts";
export * from "./shipped_spells.ts";
export * from "./spell_columns.ts";
export * from "./synthesis/mod.ts";
