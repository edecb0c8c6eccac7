import { comparedTable } from "../ledger/compared_table.ts";
import { capitalized, keyInWords, MARK_LEGEND, type Table } from "@jkp/exhibit";
import type { DocumentRow, DocumentTable } from "./document_table.ts";

/** How the marks read: the files were typed from the papers. */
const LEGEND =
  "= decided by the calculator for the paper's example, and as printed; (=) a value of " +
  "the design file, or arithmetic of such values or of printed numbers; words: values of " +
  "the file in our words, whose numbers all stand in the printed text, the rest being " +
  "for the reader to compare; ≠ different; no mark: only quoted. The design files were " +
  "typed from these papers: a value shown back says that the file holds what is " +
  "printed, no more.";

/**
 * Lays a table of a paper out, printed cells beside ours.
 *
 * A cell's key is the row's, a slash and the column's.
 */
export function renderDocument(
  { item, number, title, stub, titles, notes, paper }: DocumentTable,
  rows: readonly DocumentRow[],
): Table {
  const keys = rows.map(({ cell }) => split(cell));
  const rowKeys = unique(keys.map(([row]) => row));
  const columns = unique(keys.map(([, column]) => column));
  const units = new Map(columns.map((column) => [
    column,
    unique(rows.filter(({ cell }) => split(cell)[1] === column).map(({ unit }) => unit)),
  ]));
  const table = comparedTable(
    { item, number: "", title: `${paper}, ${number}. ${title}` },
    {
      stub,
      rows: rowKeys.map((key) => ({ key, title: titleOf(key, titles) })),
      columns: columns.map((key) => {
        const [unit, ...others] = units.get(key)!;
        const isShown = others.length === 0 && unit !== "text" && unit !== "date";
        return { key, title: titleOf(key, titles), ...(isShown ? { unit: unit! } : {}) };
      }),
      cell: (row, column) => `${row}/${column}`,
      notes,
    },
    rows,
    { experience: { extractName: "", isSynthetic: true } },
  );
  const different = rows.filter(({ status }) => status === "differs").map((row) =>
    `Different: ${titleOf(row.cell, titles)}: ${row.note}.`
  );
  const inWords = new Set(
    rows.filter(({ basis, status }) => basis === "words" && status === "matches")
      .map(({ cell }) => cell),
  );
  return {
    ...table,
    rows: table.rows.map((row, i) => ({
      ...row,
      ...Object.fromEntries(
        columns.filter((column) => inWords.has(`${rowKeys[i]}/${column}`))
          .map((column) => [`${column}/mark`, "words"]),
      ),
    })),
    notes: [
      LEGEND,
      ...different,
      ...table.notes.filter((note) => note !== MARK_LEGEND),
    ],
    source: `Report: ${paper}, ${number}. JKP Lab: rules of data/designs.`,
  };
}

function split(cell: string): [row: string, column: string] {
  const at = cell.lastIndexOf("/");
  return [cell.slice(0, at), cell.slice(at + 1)];
}

/** `very_high` is "Very high", `japan/involuntary` "Japan: involuntary". */
function titleOf(key: string, titles: Readonly<Record<string, string>>): string {
  const parts = key.split("/").map((part) => titles[part] ?? keyInWords(part));
  return capitalized(parts.join(": "));
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
