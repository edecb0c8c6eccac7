import { type DataLabel, MARK_LEGEND, type Table } from "@jkp/exhibit";
import type { ReportItem } from "../item.ts";
import { markOf, shownValue } from "./ledger_cell.ts";
import { KINDS } from "./kinds.ts";
import type { LedgerRow } from "./ledger.ts";
import { reportSource } from "../report_source.ts";

/**
 * Lays the ledger of one item out as a table: every number that it prints, beside ours.
 *
 * @param item The table, figure or section.
 * @param rows Its part of the ledger.
 * @param results For the source line.
 * @returns A row for each published number.
 *
 * @example A benefit rate of 60 per cent: 1.56 printed, 1.5578 here
 * ```ts
 * import { ledgerTable } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const table = ledgerTable(
 *   { item: "text_3_4", number: "section 3.4", title: "Sensitivities" },
 *   [{
 *     item: "text_3_4",
 *     cell: "sens_benefit_60",
 *     title: "Suggested rate with a 60 per cent benefit rate",
 *     unit: "% of insurable earnings",
 *     published: "1.56",
 *     reproduced: 1.5578,
 *     difference: -0.0022,
 *     tolerance: 0.005,
 *     status: "matches",
 *     kind: "arithmetic",
 *     repeats: "",
 *     note: "",
 *   }],
 *   { experience: { extractName: "jht_2019", isSynthetic: true } },
 * );
 * const { ours, mark, kind } = table.rows[0]!;
 * assertEquals(ours, { value: 1.5578, decimals: 2, isGrouped: true });
 * assertEquals([mark, kind], ["(=)", "arithmetic"]);
 * ```
 */
export function ledgerTable(
  { item, number, title }: Pick<ReportItem, "item" | "number" | "title">,
  rows: readonly LedgerRow[],
  results: { readonly experience: DataLabel },
): Table {
  return {
    id: `numbers_${item}`,
    number: "",
    title: `Numbers printed: ${nameOf(number)}, ${title}`,
    columns: [
      { key: "number", title: "Number" },
      { key: "unit", title: "Unit" },
      { key: "report", title: "Report" },
      { key: "ours", title: "JKP Lab" },
      { key: "mark", title: "Mark" },
      { key: "kind", title: "Ours is" },
      { key: "note", title: "Note" },
    ],
    rows: rows.map((row) => ({
      number: row.title,
      unit: row.unit,
      report: shownValue(row, row.published),
      ours: shownValue(row, row.reproduced),
      mark: markOf(row),
      kind: KINDS[row.kind].words,
      note: row.note,
    })),
    notes: [MARK_LEGEND],
    source: reportSource(results.experience),
  };
}

/** The number of an item as words: figures are named `F3.2`. */
function nameOf(number: string): string {
  if (/^F\d/.test(number)) return `figure ${number.slice(1)}`;
  return /^[\dE]/.test(number) ? `table ${number}` : number;
}
