import { REPORT_SCENARIOS } from "@jkp/economy";
import { sourceLine, type Table, tableToText } from "@jkp/exhibit";
import type { Published } from "@jkp/published";
import {
  buildLedger,
  itemsTable,
  type LedgerRow,
  type ReportItem,
  type ReportResults,
  selectItems,
  summarizeLedger,
} from "@jkp/reproduction";
import {
  type ModelChoices,
  READING_NAMES,
  type ReadingName,
  runValuation,
} from "@jkp/valuation";

/**
 * What `reproduce` prints: Table 3.7 under each reading, every other item in a line, and
 * the choices in force.
 */
export function summaryText(
  items: readonly ReportItem[],
  results: ReportResults,
  published: Published,
  ledger: readonly LedgerRow[],
  folder: string,
  fileCount: number,
): string {
  const hasTable37 = items.some(({ item }) => item === "table_3_7");
  return [
    ...(hasTable37 ? [tableToText(readingsTable(results, published))] : []),
    tableToText(itemsTable(items, results, ledger)),
    choicesText(results),
    "",
    `${fileCount} files written to ${folder}/; every published number is in ` +
    "comparison.csv.",
  ].join("\n");
}

/** All cells of Table 3.7 as published and under every reading, one cell a row. */
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
    return `${title(reading)}: ${summary!.reproduced} of ${
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
      ...READING_NAMES.map((reading) => ({ key: reading, title: title(reading) })),
    ],
    rows,
    notes: [
      "All expenses are benefits and administration. " +
      "≠ differs in the printed digit; f: a scalar of the reading was fitted to it.",
      administrationNote(results),
      ...counts,
    ],
    source: sourceLine(results.experience),
  };
}

/** The pessimistic scenario's administration, as it is implied and as it is stated. */
function administrationNote({ scenarios, valuations }: ReportResults): string {
  const { stated, implied } = scenarios.pessimistic.administrationRate;
  const percent = (rate: number) => (100 * rate).toFixed(2);
  const { suggestedRate, minimumRate } = runValuation({
    ...valuations.pessimistic.assumptions,
    administrationRate: stated,
  }).financing.benefit_and_administrative;
  return `Administration of the pessimistic scenario is ${percent(implied)} %, as the ` +
    `report's rates imply; its Table 3.4 states ${percent(stated)} %, which would give ` +
    `${percent(suggestedRate)} and ${percent(minimumRate)}.`;
}

const MEASURE_TITLES: Readonly<Record<string, string>> = {
  suggested_contribution_rate: "suggested, %",
  minimum_contribution_rate: "minimum, %",
  projected_year_of_reserve_exhaustion_at_1_pct: "exhausted at 1 %",
};

function title(reading: ReadingName): string {
  return reading.replaceAll("_", " ");
}

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

function choicesText({ valuations, reading }: ReportResults): string {
  const { choices } = valuations.base.assumptions;
  const names = Object.keys(choices) as (keyof ModelChoices)[];
  return [
    `Choices in force (reading ${reading}; reasons in choices.md):`,
    ...names.map((name) => `  ${name}: ${choices[name]}`),
  ].join("\n");
}
