import type { Published } from "@jkp/published";
import { compareItem } from "../ledger/ledger.ts";
import type { DocumentCells, DocumentRow } from "./document_table.ts";
import { unsupportedNumbers } from "./numbers_in_text.ts";

/** Why a cell differs, if nothing more is known of it. */
const OTHER_VALUE = "the design file has another value than the paper";

/**
 * Sets our part of a table of a paper beside the printed one, a row a printed cell.
 *
 * A wording of ours equals the printed text if every number of ours stands in it too;
 * beyond the numbers the two are for the reader to compare.
 */
export function compareDocument(
  printed: Published,
  item: string,
  cells: DocumentCells,
): DocumentRow[] {
  const printedRow = (cell: string) => printed.byKey.get(`${item} ${cell}`);
  const ours = Object.entries(cells).filter(([, { basis }]) => basis !== "quoted");
  const reproduced = Object.fromEntries(ours.map(([cell, own]) => {
    if (own.basis !== "words") return [cell, { whyDifferent: OTHER_VALUE, ...own }];
    const text = printedRow(cell)?.published ?? "";
    const unsupported = unsupportedNumbers(String(own.value), text);
    if (unsupported.length === 0) return [cell, own];
    const whyDifferent = `not in the printed text: ${unsupported.join(", ")}`;
    return [cell, { ...own, relation: "equals", whyDifferent }];
  }));
  return compareItem(printed, item, reproduced, "").map((row) => {
    const cell = cells[row.cell];
    if (cell === undefined || cell.basis !== "quoted") {
      return { ...row, basis: cell?.basis ?? "quoted" };
    }
    const notes = [cell.reason, row.note].filter((text) => text !== "");
    return { ...row, note: notes.join("; "), basis: cell.basis };
  });
}
