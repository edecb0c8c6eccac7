/**
 * Making member-level spells from a statistics extract.
 *
 * @module
 */

export * from "./inactivity_model.ts";
export * from "./spell_manifest_of.ts";
export * from "./synthesize_spells.ts";
