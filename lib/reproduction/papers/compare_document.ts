import type { Published } from "@jkp/published";
import { compareItem } from "../ledger/ledger.ts";
import { QUOTED } from "./document_cell.ts";
import type { DocumentCells, DocumentRow } from "./document_table.ts";
import { unsupportedNumbers } from "./numbers_in_text.ts";

/** Why a cell differs of which nothing more is known. */
const OTHER_VALUE = "the design file has another value than the paper";

/**
 * Sets our part of a table of a paper beside the printed one.
 *
 * A wording of ours equals the printed text if every number of ours stands in it too;
 * beyond the numbers the two are for the reader to compare.
 *
 * @param documents The printed cells.
 * @param item The table.
 * @param cells Our cells.
 * @returns One row for every printed cell of the item, in the printed order.
 * @throws {RangeError} If one of our cells is not printed.
 */
export function compareDocument(
  documents: Published,
  item: string,
  cells: DocumentCells,
): DocumentRow[] {
  const printed = new Map(
    documents.rows.filter((row) => row.item === item).map((row) => [row.cell, row]),
  );
  const ours = Object.entries(cells).filter(([, { basis }]) => basis !== "quoted");
  const unknown = Object.keys(cells).filter((cell) => !printed.has(cell));
  if (unknown.length > 0) {
    throw new RangeError(
      `Cannot compare ${item}: printed cells are wanted, got ${unknown.join(", ")}`,
    );
  }
  const reproduced = Object.fromEntries(ours.map(([cell, own]) => {
    if (own.basis !== "words") return [cell, { whyDifferent: OTHER_VALUE, ...own }];
    const unsupported = unsupportedNumbers(
      String(own.value),
      printed.get(cell)!.published,
    );
    if (unsupported.length === 0) return [cell, own];
    const whyDifferent = `not in the printed text: ${unsupported.join(", ")}`;
    return [cell, { ...own, relation: "equals", whyDifferent }];
  }));
  return compareItem(documents, item, reproduced, QUOTED).map((row) => {
    const cell = cells[row.cell];
    const note = cell?.basis === "quoted"
      ? [cell.reason, printed.get(row.cell)!.note].filter((text) => text !== "").join(
        "; ",
      )
      : row.note;
    return { ...row, note, basis: cell?.basis ?? "quoted" };
  });
}
