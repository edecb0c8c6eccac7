/**
 * A synthetic register of members whose spells count to a statistics extract.
 *
 * @module
 */

export * from "./hazards.ts";
export * from "./spell_manifest_of.ts";
export * from "./synthesize_spells.ts";
export { WAGE_GROWTH_PER_YEAR } from "./wage_draws.ts";
