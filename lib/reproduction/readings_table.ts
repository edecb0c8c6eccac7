import { REPORT_SCENARIOS } from "@jkp/economy";
import { formatNumber, keyInWords, percent, type Table } from "@jkp/exhibit";
import type { Published } from "@jkp/published";
import { READING_NAMES, runValuation } from "@jkp/valuation";
import { type LedgerRow, summarizeLedger } from "./ledger/ledger.ts";
import { buildLedger, selectItems } from "./registry.ts";
import { reportSource } from "./report_source.ts";
import type { ReportResults } from "./results.ts";

/**
 * All cells of Table 3.7 as published and under every reading of Annex I.
 *
 * @param results The computation.
 * @param published The published numbers.
 * @returns A row a cell; what a number differs in or was fitted to is marked.
 *
 * @example The base scenario's suggested rate, which a scalar of the reading was fitted to
 * ```ts
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { loadPublished } from "@jkp/published/read";
 * import { computeResults, readingsTable } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const results = await computeResults(await readShippedExtract(), "closest");
 * const { rows } = readingsTable(results, await loadPublished());
 * const suggested = rows.find(({ scenario, measure, basis }) =>
 *   scenario === "Base" && measure === "suggested, %" && basis === "all"
 * );
 * assertEquals([suggested!.report, suggested!.closest], ["1.35", "1.35 f"]);
 * ```
 */
export function readingsTable(results: ReportResults, published: Published): Table {
  const ledgers = READING_NAMES.map((reading) =>
    buildLedger(selectItems(["3.7"]), {
      ...results,
      reading,
      valuations: results.byReading[reading],
    }, published)
  );
  const rows = REPORT_SCENARIOS.flatMap((scenario) =>
    ledgers[0]!.flatMap(({ cell, published }, index) => {
      const [basis, measure, name] = cell.split("/");
      if (name !== scenario) return [];
      return [{
        scenario: results.scenarios[scenario].title,
        measure: MEASURE_TITLES[measure!]!,
        basis: basis === "benefit_only" ? "benefits" : "all",
        report: shown(published),
        ...Object.fromEntries(
          READING_NAMES.map((reading, i) => [reading, withMark(ledgers[i]![index]!)]),
        ),
      }];
    })
  );
  const counts = READING_NAMES.map((reading, i) => {
    const [summary] = summarizeLedger(ledgers[i]!);
    return `${keyInWords(reading)}: ${summary!.reproduced} of ${
      summary!.cells
    } reproduced to ` +
      `the printed digit, ${summary!.notCounted} fitted, ${summary!.differs} differ.`;
  });
  return {
    id: "table_3_7_readings",
    number: "3.7",
    title: "Published beside reproduced, under each reading of Annex I",
    columns: [
      { key: "scenario", title: "Scenario" },
      { key: "measure", title: "Measure" },
      { key: "basis", title: "Expenses" },
      { key: "report", title: "Report" },
      ...READING_NAMES.map((reading) => ({ key: reading, title: keyInWords(reading) })),
    ],
    rows,
    notes: [
      "All expenses are benefits and administration. " +
      "≠ differs in the printed digit; f: a scalar of the reading was fitted to it.",
      administrationNote(results),
      ...counts,
    ],
    source: reportSource(results.experience),
  };
}

/** The pessimistic scenario's administration, as it is implied and as it is stated. */
function administrationNote({ scenarios, valuations }: ReportResults): string {
  const { stated, implied } = scenarios.pessimistic.administrationRate;
  const { suggestedRate, minimumRate } = runValuation({
    ...valuations.pessimistic.assumptions,
    administrationRate: stated,
  }).financing.benefit_and_administrative;
  return `Administration of the pessimistic scenario is ${percent(implied, 2)}, as the ` +
    `report's rates imply; its Table 3.4 states ${
      percent(stated, 2)
    }, which would give ` +
    `${formatNumber(100 * suggestedRate, 2)} and ${formatNumber(100 * minimumRate, 2)}.`;
}

const MEASURE_TITLES: Readonly<Record<string, string>> = {
  suggested_contribution_rate: "suggested, %",
  minimum_contribution_rate: "minimum, %",
  projected_year_of_reserve_exhaustion_at_1_pct: "exhausted at 1 %",
};

/** Our number with a mark where it differs or was fitted to. */
function withMark({ reproduced, status, kind }: LedgerRow): string {
  const mark = status === "differs" ? " ≠" : kind === "calibrated" ? " f" : "";
  return `${shown(reproduced)}${mark}`;
}

/** A rate with two decimals, a year without, "n.a." for none. */
function shown(value: number | string | null): string {
  if (value === null || value === "n.a.") return "n.a.";
  const number = Number(value);
  return Number.isInteger(number) && number > 1000 ? String(number) : number.toFixed(2);
}
