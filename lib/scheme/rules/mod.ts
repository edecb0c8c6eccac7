/**
 * A scheme's law as data: sections with dated versions, and what holds in a month.
 *
 * @module
 */

export * from "./benefit_sections.ts";
export * from "./read_scheme.ts";
export * from "./rules_at.ts";
export * from "./scheme.ts";
export * from "./sections.ts";
