/**
 * Is it what was published? Tables, figures and sections of the report made again, and
 * the ledger that sets every number beside the printed one.
 *
 * @module
 */

export * from "./affordable_tables.ts";
export * from "./claim_tables.ts";
export * from "./claims_table.ts";
export * from "./compare_valuations.ts";
export * from "./compared_table.ts";
export * from "./documents/mod.ts";
export * from "./errata/errata_tables.ts";
export * from "./figure.ts";
export * from "./item.ts";
export * from "./ledger.ts";
export { ledgerToCsv } from "./ledger_csv.ts";
export * from "./items_table.ts";
export * from "./ledger_table.ts";
export * from "./projection_table.ts";
export * from "./registry.ts";
export * from "./reproduced.ts";
export * from "./results.ts";
export * from "./scheme_tables.ts";
export * from "./schemes/mod.ts";
export * from "./simulation_tables.ts";
export * from "./table.ts";
export * from "./variants_table.ts";
