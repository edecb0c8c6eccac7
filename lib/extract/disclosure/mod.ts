/**
 * Disclosure control: tables that can be published.
 *
 * @module
 */

export * from "./publishable.ts";
export * from "./suppress_table.ts";
