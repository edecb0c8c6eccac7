/**
 * The synthetic statistics extract: making it from the printed numbers, and reporting how
 * near it comes to them.
 *
 * @module
 */

export * from "./extract_means.ts";
export * from "./margins.ts";
export * from "./margins_files.ts";
export * from "./synthesize.ts";
