/**
 * What did single members do, counted where their rows are: in an engine that has a cluster.
 * It needs no native code, but a network.
 *
 * @module
 */

export { buildInEngine } from "./engine/build_in_engine.ts";
export { readSpellTable } from "./engine/spell_table.ts";
export { parseTrinoAddress, trinoEngine } from "./engine/trino.ts";
