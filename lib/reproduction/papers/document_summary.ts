import type { CellValue, Table } from "@jkp/exhibit";
import type { Basis, DocumentRow, DocumentTable } from "./document_table.ts";

/** A table with its part of the ledger. */
interface Part {
  readonly table: Pick<DocumentTable, "paper" | "number" | "title">;
  readonly rows: readonly DocumentRow[];
}

/**
 * How many printed cells come from rules and how many are only quoted, table by table.
 *
 * "From rules and equal" is the sum of the two columns after it. Texts in our words are
 * apart, for only their numbers are checked.
 */
export function documentSummary(parts: readonly Part[]): Table {
  const all = parts.flatMap(({ rows }) => rows);
  return {
    id: "summary",
    number: "",
    title:
      "Tables of the ILO's papers of 2023 and 2020: what comes from the design files",
    columns: [
      { key: "document", title: "Document" },
      { key: "table", title: "Table" },
      { key: "title", title: "Title" },
      { key: "cells", title: "Cells" },
      { key: "equal", title: "From rules and equal" },
      { key: "computed", title: "Computed", group: "Of the equal" },
      { key: "rule", title: "Shown back", group: "Of the equal" },
      { key: "words", title: "From rules, in our words" },
      { key: "differs", title: "From rules and different" },
      { key: "arithmeticEqual", title: "Equal", group: "Arithmetic of the paper" },
      { key: "arithmeticDiffers", title: "Different", group: "Arithmetic of the paper" },
      { key: "quoted", title: "Quoted" },
    ],
    rows: [
      ...parts.map(({ table: { paper, number, title }, rows }) => ({
        document: paper,
        table: number,
        title,
        ...counts(rows),
      })),
      { document: "All", table: "", title: "", ...counts(all) },
    ],
    notes: [
      "Computed: from the rules by the calculator. Shown back: a value of the design " +
      "file, which was typed from the paper. In our words: values of the file, whose " +
      "numbers all stand in the printed text. Arithmetic of the paper: computed from " +
      "other printed numbers, no rule. Quoted: nothing of ours, with the reason in " +
      "documents_comparison.csv.",
    ],
    source: "Report: ILO (2020) and ILO (2023). JKP Lab: rules of data/designs.",
  };
}

function counts(rows: readonly DocumentRow[]): Record<string, CellValue> {
  const count = (bases: readonly Basis[], status: DocumentRow["status"]) =>
    rows.filter((row) => bases.includes(row.basis) && row.status === status).length;
  return {
    cells: rows.length,
    equal: count(["computed", "rule"], "matches"),
    computed: count(["computed"], "matches"),
    rule: count(["rule"], "matches"),
    words: count(["words"], "matches"),
    differs: count(["computed", "rule", "words"], "differs"),
    arithmeticEqual: count(["arithmetic"], "matches"),
    arithmeticDiffers: count(["arithmetic"], "differs"),
    quoted: count(["quoted"], "not_reproducible"),
  };
}
