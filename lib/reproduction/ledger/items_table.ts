import { capitalized, type DataLabel, type Table } from "@jkp/exhibit";
import type { ReportItem } from "../item.ts";
import { type LedgerRow, type LedgerSummary, summarizeLedger } from "./ledger.ts";
import { reportSource } from "../report_source.ts";

/**
 * How many of the printed numbers came out, a line an item.
 *
 * @param items The items.
 * @param results For the source line.
 * @param ledger Their ledger.
 * @returns The table; its last row counts all.
 *
 * @example One number of section 3.4
 * ```ts
 * import { itemsTable, selectItems } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const row = {
 *   item: "text_3_4",
 *   cell: "sens_benefit_60",
 *   unit: "% of insurable earnings",
 *   published: "1.56",
 *   reproduced: 1.5578,
 *   difference: -0.0022,
 *   tolerance: 0.005,
 *   status: "matches",
 *   kind: "model",
 *   note: "",
 * } as const;
 * const results = { experience: { extractName: "jht_2019", isSynthetic: true } };
 * const table = itemsTable(selectItems(["section 3.4"]), results, [row]);
 * const { name, cells, reproduced } = table.rows.at(-1)!;
 * assertEquals({ name, cells, reproduced }, { name: "All", cells: 1, reproduced: 1 });
 * ```
 */
export function itemsTable(
  items: readonly ReportItem[],
  results: { readonly experience: DataLabel },
  ledger: readonly LedgerRow[],
): Table {
  const summaries = new Map(summarizeLedger(ledger).map((row) => [row.item, row]));
  const [all] = summarizeLedger(ledger.map((row) => ({ ...row, item: "all" })));
  const counts = (summary: LedgerSummary | undefined) =>
    summary === undefined ? {} : { ...summary };
  return {
    id: "ledger",
    number: "",
    title: "What came out, item by item",
    columns: [
      { key: "name", title: "Item" },
      { key: "cells", title: "Numbers" },
      { key: "reproduced", title: "Reproduced" },
      { key: "open", title: "From open data" },
      { key: "differs", title: "Differ" },
      { key: "notCounted", title: "Shown back or fitted" },
      { key: "notReproducible", title: "Without ours" },
    ],
    rows: [
      ...items.map((item) => ({
        name: nameOf(item),
        ...EMPTY,
        ...counts(summaries.get(item.item)),
      })),
      { name: "All", ...EMPTY, ...counts(all) },
    ],
    notes: [
      "Reproduced: computed, and equal to the printed digit. From open data: the same, " +
      "computed from public statistics (data/open). Shown back or fitted: an " +
      "assumption of the report, or a number to which the synthetic data or a scalar " +
      "was fitted. Of figures the report has only what its text states.",
    ],
    source: reportSource(results.experience),
  };
}

/** A figure has no printed numbers of its own. */
const EMPTY = {
  cells: "",
  reproduced: "",
  open: "",
  differs: "",
  notCounted: "",
  notReproducible: "",
};

function nameOf({ item, number }: ReportItem): string {
  if (item.startsWith("table_")) return `Table ${number}`;
  if (item.startsWith("figure_")) return `Figure ${number.slice(1)}`;
  return capitalized(number);
}
