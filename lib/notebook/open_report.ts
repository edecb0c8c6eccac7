import { checkOptions } from "@jkp/problem";
import type { ReportScenario } from "@jkp/economy";
import { type Displayable, displayFigure } from "@jkp/exhibit";
import type { StatisticsExtract } from "@jkp/extract";
import { loadPublished } from "@jkp/published/read";
import type { Published } from "@jkp/published";
import {
  buildLedger,
  computeResults,
  type LedgerRow,
  ledgerTable,
  REGISTRY,
  type ReportItem,
  type ReportResults,
  scenarioProjectionTable,
  selectItems,
} from "@jkp/reproduction";
import type { ReadingName } from "@jkp/valuation";
import { readValuation, REPORT_VALUATION } from "@jkp/valuation/read";
import { type ShownTable, showTable } from "./shown_table.ts";

/** What to make the report from. */
export interface OpenReportOptions {
  /**
   * Folder of a statistics extract, or the extract itself.
   * @default the shipped synthetic extract
   */
  readonly extract?: string | StatisticsExtract | undefined;
  /**
   * Which reading of Annex I is in force.
   * @default {"closest"} on synthetic data, `implied_rate` on recorded
   */
  readonly reading?: ReadingName;
}

/** The report, computed: its tables and figures by the report's own numbers. */
export interface OpenedReport {
  /** Everything that tables and figures are made from. */
  readonly results: ReportResults;
  readonly published: Published;
  /** Every printed number beside ours. */
  readonly ledger: readonly LedgerRow[];
  /**
   * A table, as `reproduce` writes it.
   *
   * @param number The report's number: `3.7`, `E1`.
   * @throws {RangeError} If the report has no such table.
   */
  table(number: string): ShownTable;
  /**
   * A figure, as `reproduce` writes it.
   *
   * @param number The report's number: `3.2`.
   * @throws {RangeError} If the report has no such figure.
   */
  figure(number: string): Displayable;
  /**
   * The yearly cash flow and fund of a scenario, as `reproduce` writes them.
   *
   * @param scenario `base`, `pessimistic` or `optimistic`.
   */
  projection(scenario: ReportScenario): ShownTable;
  /**
   * Every number that a table, figure or section prints, beside ours, and why they differ.
   *
   * @param number As a reader says it: `3.7`, `F3.2`, `section 3.4`.
   * @throws {RangeError} If the report has no such item.
   */
  numbers(number: string): ShownTable;
}

/**
 * Computes the whole report.
 *
 * @param options What to make it from.
 * @returns The report; its tables and figures show themselves in a notebook.
 * @throws {DataError} If the extract cannot be used, or does not cover the report's years.
 *
 * @example Section 3.4: a benefit rate of 60 per cent, printed and computed
 * ```ts
 * import { openReport } from "@jkp/notebook";
 * import { assertEquals } from "@std/assert";
 *
 * const report = await openReport();
 * const row = report.numbers("section 3.4").table.rows[1]!;
 * assertEquals(row.number, "Suggested rate with a 60 per cent benefit rate");
 * assertEquals(row.report, { value: 1.56, decimals: 2, isGrouped: true });
 * assertEquals([row.mark, row.kind], ["(=)", "arithmetic"]); // it follows from others
 * ```
 */
export async function openReport(
  options: OpenReportOptions = {},
): Promise<OpenedReport> {
  checkOptions("open the report", options, ["extract", "reading"]);
  const [report, published] = await Promise.all([
    readValuation(REPORT_VALUATION, options),
    loadPublished(),
  ]);
  const results = await computeResults(report);
  const ledger = buildLedger(REGISTRY, results, published);
  const rowsOf = ({ item }: ReportItem) => ledger.filter((row) => row.item === item);
  return {
    results,
    published,
    ledger,
    table(number) {
      const item = itemOf(number);
      if (item.table === undefined) throw missing("table", number);
      return showTable(item.table(results, rowsOf(item)));
    },
    figure(number) {
      const item = itemOf(/^F/i.test(number) ? number : `F${number}`);
      if (item.figure === undefined) throw missing("figure", number);
      return displayFigure(item.figure(results, published));
    },
    projection: (scenario) => showTable(scenarioProjectionTable(results, scenario)),
    numbers(number) {
      const item = itemOf(number);
      return showTable(ledgerTable(item, rowsOf(item), results));
    },
  };
}

function itemOf(number: string): ReportItem {
  return selectItems([number])[0]!;
}

function missing(kind: string, number: string): RangeError {
  return new RangeError(`Cannot show ${kind} ${number}: the report has no such ${kind}`);
}
