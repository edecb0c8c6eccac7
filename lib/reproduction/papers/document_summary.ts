import type { CellValue, Table } from "@jkp/exhibit";
import { headline } from "../ledger/summary.ts";
import type { DocumentRow, DocumentTable } from "./document_table.ts";

/** A table with its part of the ledger. */
interface Part {
  readonly table: Pick<DocumentTable, "paper" | "number" | "title">;
  readonly rows: readonly DocumentRow[];
}

/**
 * How many printed cells come out and of which kind, table by table; a cell that spans
 * several columns is one.
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
      { key: "numbers", title: "Cells" },
      { key: "reproduced", title: "Reproduced" },
      { key: "differs", title: "Differ" },
      { key: "arithmetic", title: "Arithmetic" },
      { key: "input", title: "Shown back" },
      { key: "words", title: "In our words", group: "Of the shown back" },
      { key: "none", title: "Quoted" },
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
      "Reproduced: decided by the calculator for a worked example, and equal. " +
      "Arithmetic: computed from values of the design file, which were typed from the " +
      "paper or the law, or from other printed numbers. Shown back: such a value itself. " +
      "In our words: values of the file, whose numbers all stand in the printed text. " +
      "Quoted: nothing of ours, with the reason in documents_comparison.csv.",
    ],
    source: "Report: ILO (2020) and ILO (2023). JKP Lab: rules of data/designs.",
  };
}

function counts(rows: readonly DocumentRow[]): Record<string, CellValue> {
  const { numbers, reproduced, differs, arithmetic, input, none } = headline(rows).all;
  const words =
    rows.filter((row) =>
      row.basis === "words" && row.status === "matches" && row.repeats === ""
    ).length;
  return { numbers, reproduced, differs, arithmetic, input, words, none };
}
