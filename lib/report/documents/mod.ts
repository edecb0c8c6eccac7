/**
 * The tables of the ILO's papers of 2020 and 2023, from the design files where a rule is
 * in them: which rule, `data/published/documents` says cell by cell.
 *
 * @module
 */

export { documentLedgerToCsv } from "./document_ledger.ts";
export type { Basis, DocumentRow } from "./document_table.ts";
export { type DocumentTables, documentTables } from "./document_tables.ts";
export { type Documents, readDocuments } from "./read_documents.ts";
