import { dataWords } from "./data_words.ts";
import { markOf, shownValue } from "./ledger_cell.ts";
import { type LedgerRow, restsOnExtract } from "./ledger.ts";
import {
  type CellValue,
  type Column,
  type DataLabel,
  MARK_LEGEND,
  type Table,
} from "@jkp/exhibit";
import { reportSource } from "../report_source.ts";

/** Rows and columns of a table of the report, each with its part of the cell's key. */
export interface TableLayout {
  /** Heading of the first column. */
  readonly stub: string;
  readonly rows: readonly { readonly key: string; readonly title: string }[];
  readonly columns: readonly {
    readonly key: string;
    readonly title: string;
    readonly unit?: string;
  }[];
  /** The cell's key in the published data. */
  cell(row: string, column: string): string;
  readonly notes?: readonly string[];
}

/**
 * Lays a part of the ledger out as the report prints it: three columns (report, ours,
 * mark) for each column of the report, on recorded data "Published 2021" and "Your
 * extract".
 */
export function comparedTable(
  header: { readonly item: string; readonly number: string; readonly title: string },
  layout: TableLayout,
  rows: readonly LedgerRow[],
  results: { readonly experience: DataLabel },
): Table {
  const byCell = new Map(rows.map((row) => [row.cell, row]));
  const theirs = results.experience.isSynthetic ? "Report" : "Published 2021";
  const { ours } = dataWords(results.experience);
  const columns = layout.columns.flatMap(({ key, title, unit }): Column[] => [
    { key: `${key}/report`, title: theirs, group: title, ...(unit ? { unit } : {}) },
    { key: `${key}/ours`, title: ours, group: title, ...(unit ? { unit } : {}) },
    { key: `${key}/mark`, title: "mark", group: title },
  ]);
  return {
    id: header.item,
    number: header.number,
    title: header.title,
    columns: [{ key: "stub", title: layout.stub }, ...columns],
    rows: layout.rows.map(({ key: rowKey, title }) => {
      const cells = layout.columns.flatMap(({ key }): [string, CellValue][] => {
        const row = byCell.get(layout.cell(rowKey, key));
        if (row === undefined) {
          return ["report", "ours", "mark"].map((part) => [`${key}/${part}`, ""]);
        }
        return [
          [`${key}/report`, shownValue(row, row.published)],
          [`${key}/ours`, shownValue(row, row.reproduced)],
          [`${key}/mark`, markOf(row)],
        ];
      });
      return { stub: title, ...Object.fromEntries(cells) };
    }),
    notes: [MARK_LEGEND, ...layout.notes ?? []],
    source: sourceOfRows(rows, results),
  };
}

/** Where the numbers of a table come from: the extract is named only if some do from it. */
function sourceOfRows(
  rows: readonly LedgerRow[],
  results: { readonly experience: DataLabel },
): string {
  const isOf = (kind: LedgerRow["kind"]) => rows.some((row) => row.kind === kind);
  if (rows.some(restsOnExtract)) {
    return reportSource(results.experience);
  }
  const ours = [
    ...(isOf("input") ? ["its assumptions, shown back"] : []),
    ...(isOf("arithmetic") ? ["arithmetic of printed numbers"] : []),
    ...(isOf("open") ? ["public statistics (data/open)"] : []),
  ];
  const report = "Report: ILO (2021).";
  return ours.length === 0 ? report : `${report} JKP Lab: ${ours.join("; ")}.`;
}
