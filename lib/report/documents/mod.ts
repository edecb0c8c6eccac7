/**
 * The tables of the ILO's papers of 2020 and 2023, from the design files where a rule is
 * in them.
 *
 * @module
 */

export * from "./compare_document.ts";
export * from "./document_ledger.ts";
export * from "./document_rules.ts";
export * from "./document_tables.ts";
export type {
  Basis,
  DocumentCell,
  DocumentCells,
  DocumentRow,
  DocumentTable,
} from "./document_table.ts";
