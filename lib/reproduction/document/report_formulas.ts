import { REPORT_SCENARIOS } from "@jkp/economy";
import type { WorkbookSheet } from "@jkp/exhibit";
import { liveSheets } from "@jkp/study";
import { reportSources } from "../assumption_sources.ts";
import type { LedgerRow } from "../ledger/ledger.ts";
import type { ReportResults } from "../results.ts";
import { printedSheet } from "./printed_sheet.ts";

/**
 * The report's projection as sheets of formulas, for its three scenarios, with the numbers
 * that it prints of them and the differences.
 *
 * @param results What was computed.
 * @param ledger Published numbers with ours.
 * @returns The sheets.
 *
 * @example Assumptions stand first
 * ```ts
 * import { computeResults, reportFormulas } from "@jkp/reproduction";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const results = await computeResults(await readValuation("report_2021"));
 * const names = reportFormulas(results, []).map(({ name }) => name);
 * assertEquals(names.slice(0, 3), ["Assumptions", "Rates", "Printed"]);
 * ```
 */
export function reportFormulas(
  results: ReportResults,
  ledger: readonly LedgerRow[],
): readonly WorkbookSheet[] {
  const { scenarios, valuations } = results;
  const [assumptions, rates, ...sheets] = liveSheets(
    REPORT_SCENARIOS.map((name) => ({
      name,
      title: scenarios[name].title,
      valuation: valuations[name],
    })),
    reportSources(results),
  );
  return [assumptions!, rates!, printedSheet(ledger), ...sheets];
}
