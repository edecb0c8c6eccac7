/**
 * Is it what was printed? The report of 2021 made again chapter by chapter, the papers of
 * 2020 and 2023, errata, and the ledger that sets every number beside the printed one.
 *
 * @module
 */

export type { ProvenanceGroup, ReportContent, ReportPart } from "./document/content.ts";
export { htmlReport } from "./document/html_report.ts";
export { reportWorkbook } from "./document/report_workbook.ts";
export { errataTables } from "./errata/errata_tables.ts";
export {
  type FindingCell,
  type FindingChain,
  findingChains,
} from "./finding_chain/finding_chain.ts";
export type { ReportItem } from "./item.ts";
export { comparedTable, type TableLayout } from "./ledger/compared_table.ts";
export { itemsTable } from "./ledger/items_table.ts";
export {
  compareItem,
  type LedgerRow,
  type LedgerSummary,
  type Status,
  summarizeLedger,
} from "./ledger/ledger.ts";
export { ledgerToCsv } from "./ledger/ledger_csv.ts";
export { ledgerTable } from "./ledger/ledger_table.ts";
export { compareDocument } from "./papers/compare_document.ts";
export { documentLedgerToCsv } from "./papers/document_ledger.ts";
export {
  COUNTRIES,
  type DocumentRules,
  readDocumentRules,
} from "./papers/document_rules.ts";
export type {
  Basis,
  DocumentCell,
  DocumentCells,
  DocumentRow,
  DocumentTable,
} from "./papers/document_table.ts";
export { type DocumentTables, documentTables } from "./papers/document_tables.ts";
export {
  type StatedClaim,
  statedClaims,
  statedClaimsTable,
} from "./papers/stated_claims.ts";
export { buildLedger, REGISTRY, selectItems } from "./registry.ts";
export {
  experience,
  FITTED_CELLS,
  input,
  type Kind,
  model,
  open,
  type Reproduced,
  type ReproducedCells,
} from "./reproduced.ts";
export { computeResults, type ReportResults, scenarioInputs } from "./results.ts";
export { scenarioProjectionTable } from "./scenario_projection.ts";
export { schemeScenarios } from "./scheme_scenarios.ts";
export { variantsTable } from "./variants_table.ts";
