/**
 * Extracts of the JHT records: reading with every problem located, writing, and the
 * synthetic extract made from the printed figures.
 *
 * @module
 */

export * from "./disclosure/mod.ts";
export * from "./extract_manifest.ts";
export * from "./manifest.ts";
export * from "./read_statistics_extract.ts";
export * from "./shipped_extract.ts";
export * from "./statistics_extract.ts";
export * from "./synthesis/mod.ts";
export * from "./write_statistics_extract.ts";
