import type { Published } from "@jkp/published";
import type { Table } from "@jkp/exhibit";
import { compareDocument } from "./compare_document.ts";
import type { DocumentRules } from "./document_rules.ts";
import type { DocumentRow, DocumentTable } from "./document_table.ts";
import { documentSummary } from "./document_summary.ts";
import { renderDocument } from "./render_document.ts";
import { OPTIONS_APPENDIX } from "./options_appendix.ts";
import {
  OPTIONS_TABLE_3,
  OPTIONS_TABLE_4,
  OPTIONS_TABLE_6,
  OPTIONS_TABLE_8,
} from "./options_benefits.ts";
import {
  OPTIONS_TABLE_10,
  OPTIONS_TABLE_11,
  OPTIONS_TABLE_7,
  OPTIONS_TABLE_9,
} from "./options_claims.ts";
import { OPTIONS_TABLE_1 } from "./options_coverage.ts";
import {
  OPTIONS_TABLE_12,
  OPTIONS_TABLE_13,
  OPTIONS_TABLE_14,
} from "./options_financing.ts";
import { OPTIONS_TABLE_2 } from "./options_japan.ts";
import { OPTIONS_TABLE_5 } from "./options_minimum.ts";
import { boxContributions, membershipShares } from "./own_tables.ts";
import { REVIEW_APPENDIX } from "./review_appendix.ts";
import { REVIEW_BOX_1, REVIEW_BOX_1_CALENDAR } from "./review_box_1.ts";
import { REVIEW_FOOTNOTE_19 } from "./review_footnote_19.ts";
import { REVIEW_TABLE_1, REVIEW_TABLE_2, REVIEW_TABLE_3 } from "./review_tables.ts";

/** The tables of the papers of 2023 and 2020, in their order. */
const DOCUMENTS: readonly DocumentTable[] = [
  REVIEW_TABLE_1,
  REVIEW_TABLE_2,
  REVIEW_TABLE_3,
  REVIEW_BOX_1_CALENDAR,
  REVIEW_BOX_1,
  REVIEW_FOOTNOTE_19,
  REVIEW_APPENDIX,
  OPTIONS_TABLE_1,
  OPTIONS_TABLE_2,
  OPTIONS_TABLE_3,
  OPTIONS_TABLE_4,
  OPTIONS_TABLE_5,
  OPTIONS_TABLE_6,
  OPTIONS_TABLE_7,
  OPTIONS_TABLE_8,
  OPTIONS_TABLE_9,
  OPTIONS_TABLE_10,
  OPTIONS_TABLE_11,
  OPTIONS_TABLE_12,
  OPTIONS_TABLE_13,
  OPTIONS_TABLE_14,
  OPTIONS_APPENDIX,
];

/** The tables of the papers, and the ledger of their cells. */
export interface DocumentTables {
  /** Every table, two of our own beside them, and last `summary`. */
  readonly tables: readonly Table[];
  readonly ledger: readonly DocumentRow[];
}

/**
 * The tables of the ILO's papers of 2020 and 2023, made from the design files where a rule
 * is in them, beside what is printed.
 *
 * @param documents The printed cells.
 * @param rules The rules of the schemes, each in the month of its paper.
 * @returns Every table, a summary, and the ledger.
 *
 * @example The JKK rate of very risky work, less what goes to JKP
 * ```ts
 * import { loadPublishedDocuments } from "@jkp/published/read";
 * import { documentTables, readDocumentRules } from "@jkp/reproduction";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const documents = await loadPublishedDocuments();
 * const { ledger } = documentTables(documents, await readDocumentRules());
 * const row = ledger.find(({ item, cell }) =>
 *   item === "jkp2023_table_3" && cell === "very_high/jkk_after"
 * )!;
 * assertAlmostEquals(Number(row.reproduced), 1.74 - 0.14);
 * assertEquals([row.published, row.status, row.basis], ["1.60", "matches", "computed"]);
 * ```
 */
export function documentTables(
  documents: Published,
  rules: DocumentRules,
): DocumentTables {
  const parts = DOCUMENTS.map((definition) => {
    const cells = definition.cells(rules, documents);
    const rows = compareDocument(documents, definition.item, cells);
    return { definition, rows, table: renderDocument(definition, rows) };
  });
  return {
    tables: [
      ...parts.map(({ table }) => table),
      membershipShares(documents),
      boxContributions(rules, documents),
      documentSummary(parts),
    ],
    ledger: parts.flatMap(({ rows }) => rows),
  };
}
