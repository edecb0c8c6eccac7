/**
 * What did single members do, counted where their rows are: in an engine that has a cluster.
 *
 * @module
 */

export { buildInEngine, type EngineBuildOptions } from "./engine/build_in_engine.ts";
export type { Engine } from "./engine/engine.ts";
export { readSpellTable, type SpellTable } from "./engine/spell_table.ts";
export {
  parseTrinoAddress,
  type TrinoAddress,
  trinoEngine,
  type TrinoOptions,
  type TrinoProgress,
} from "./engine/trino.ts";
