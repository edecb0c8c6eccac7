import type { Table } from "@jkp/exhibit";
import { compareDocument } from "./compare_document.ts";
import { documentCells, writeWith } from "./document_cells.ts";
import { documentSummary } from "./document_summary.ts";
import type { DocumentRow } from "./document_table.ts";
import { lookupIn } from "./lookup.ts";
import { limitsOfJpTable } from "./limits_of_jp_table.ts";
import { boxContributions, membershipShares } from "./own_tables.ts";
import type { Documents } from "./read_documents.ts";
import { renderDocument } from "./render_document.ts";

/** The tables of the papers, and the ledger of their cells. */
export interface DocumentTables {
  /** Every table, three of our own beside them, and last `summary`. */
  readonly tables: readonly Table[];
  readonly ledger: readonly DocumentRow[];
}

/**
 * The tables of the ILO's papers of 2020 and 2023, made from the design files where a rule
 * is in them, beside what is printed.
 *
 * @param documents The papers' tables, where our cells come from, and the rules.
 * @returns Every table, a summary, and the ledger.
 *
 * @example The JKK rate of very risky work, less what goes to JKP
 * ```ts
 * import { documentTables, readDocuments } from "@jkp/reproduction";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const { ledger } = documentTables(await readDocuments());
 * const row = ledger.find(({ item, cell }) =>
 *   item === "jkp2023_table_3" && cell === "very_high/jkk_after"
 * )!;
 * assertAlmostEquals(Number(row.reproduced), 1.74 - 0.14);
 * assertEquals([row.published, row.status, row.basis], ["1.60", "matches", "computed"]);
 * ```
 */
export function documentTables(documents: Documents): DocumentTables {
  const { bindings, formats, printed, rules, tables } = documents;
  const write = writeWith(lookupIn(documents), formats, rules);
  const byItem = Map.groupBy(bindings, ({ item }) => item);
  const parts = tables.map((table) => {
    const cells = documentCells(byItem.get(table.item) ?? [], write);
    return { table, rows: compareDocument(printed, table.item, cells) };
  });
  return {
    tables: [
      ...parts.map(({ table, rows }) => renderDocument(table, rows)),
      membershipShares(documents),
      boxContributions(documents),
      limitsOfJpTable(documents),
      documentSummary(parts),
    ],
    ledger: parts.flatMap(({ rows }) => rows),
  };
}
