/**
 * Is it what was printed? The report of 2021 made again chapter by chapter, the papers of
 * 2020 and 2023, errata, and the ledger that sets every number beside the printed one.
 *
 * @module
 */

export { employmentGrowth } from "./chapter_2/employment_and_productivity.ts";
export type { ReportContent, ReportPart } from "./document/content.ts";
export { htmlReport } from "./document/html_report.ts";
export { reportFormulas } from "./document/report_formulas.ts";
export { reportInShort } from "./document/in_short.ts";
export { reportWorkbook } from "./document/report_workbook.ts";
export { errataTables } from "./errata/errata_tables.ts";
export { paperErrataTable } from "./errata/paper_errata.ts";
export { findingChains } from "./finding_chain/finding_chain.ts";
export type { ReportItem } from "./item.ts";
export { headlineTable, itemsTable } from "./ledger/items_table.ts";
export { KINDS } from "./ledger/kinds.ts";
export type { LedgerRow } from "./ledger/ledger.ts";
export { ledgerToCsv } from "./ledger/ledger_csv.ts";
export { ledgerTable } from "./ledger/ledger_table.ts";
export { headlineSentence, ratesBesideReport } from "./ledger/short_summary.ts";
export { headline, summarizeLedger } from "./ledger/summary.ts";
export { optimisticColumnTables } from "./optimistic_column/optimistic_column_tables.ts";
export { documentLedgerToCsv } from "./papers/document_ledger.ts";
export { documentTables } from "./papers/document_tables.ts";
export { readDocuments } from "./papers/read_documents.ts";
export { statedClaims, statedClaimsTable } from "./papers/stated_claims.ts";
export { readingsTable } from "./readings_table.ts";
export { buildLedger, REGISTRY, selectItems } from "./registry.ts";
export { computeResults, type ReportResults, scenarioInputs } from "./results.ts";
export { scenarioProjectionTable } from "./scenario_projection.ts";
