import { dataWords } from "./ledger/data_words.ts";
import { REPORT_SCENARIOS } from "@jkp/economy";
import { capitalized, formatNumber, keyInWords, percent, type Table } from "@jkp/exhibit";
import type { Published } from "@jkp/published";
import {
  deriveAssumptions,
  type ModelChoices,
  READING_NAMES,
  READINGS,
  valueAssumptions,
} from "@jkp/valuation";
import type { Kind } from "./ledger/kinds.ts";
import type { LedgerRow } from "./ledger/ledger.ts";
import { countsInWords, headline, type LedgerCounts } from "./ledger/summary.ts";
import { buildLedger, selectItems } from "./registry.ts";
import { reportSource } from "./report_source.ts";
import { type ReportResults, scenarioInputs } from "./results.ts";

/**
 * All cells of Table 3.7 as published and under every reading of Annex I.
 *
 * @param results The computation.
 * @param published The published numbers.
 * @returns A row a cell; what differs, and what does not count, is marked.
 *
 * @example The base scenario's suggested rate, which a scalar of the reading was fitted to
 * ```ts
 * import { readValuation } from "@jkp/valuation/read";
 * import { loadPublished } from "@jkp/published/read";
 * import { computeResults, readingsTable } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const results = await computeResults(await readValuation("report_2021"));
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
  const words = dataWords(results.experience);
  const counted = (counts: LedgerCounts) =>
    countsInWords(counts, {
      reproduced: `${words.equal} to the printed digit`,
      calibrated: "fitted",
      chosen: "chosen",
      arithmetic: "arithmetic",
      differs: counts.differs === 1 ? "differs" : "differ",
    });
  const counts = READING_NAMES.map((reading, i) => {
    const { rates, years } = headline(ledgers[i]!);
    return `${capitalized(keyInWords(reading))}: of the ${rates.numbers} rates ` +
      `${counted(rates)}; of the ${years.numbers} years ${counted(years)}.`;
  });
  return {
    id: "table_3_7_readings",
    number: "3.7",
    title: words.readings,
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
      "≠ differs in the printed digit; f: a scalar of the reading was fitted to it; " +
      "c: switches of the reading were picked with it in view; a: follows, by " +
      "administration, from the rate with all expenses.",
      ...counts,
      switchesNote(results),
      administrationNote(results),
    ],
    source: reportSource(results.experience),
  };
}

/**
 * What the two switches of the reading that fits no scalar do: the base scenario's
 * suggested rate with both, and with one alone.
 */
function switchesNote(results: ReportResults): string {
  const { implied_rate: both, national_odds: neither } = READINGS;
  const inputs = scenarioInputs(
    { ...results, reading: "implied_rate" },
    "base",
  );
  const rateUnder = (choices: ModelChoices) => {
    const { assumptions } = deriveAssumptions(
      { ...inputs, choices },
      results.rules,
    );
    const { suggestedRate } =
      valueAssumptions(assumptions).financing.benefit_and_administrative;
    return formatNumber(100 * suggestedRate, 3);
  };
  const { memberGrowthBeforeBaseYear, terminationRate } = neither;
  return "The implied rate fits no scalar, but has two switches that national odds has " +
    `not, observed growth and yearly rounding. Of the base scenario's suggested rate ` +
    `they make ${rateUnder(both)} together; observed growth alone makes ` +
    `${rateUnder({ ...both, terminationRate })}, yearly rounding alone ` +
    `${rateUnder({ ...both, memberGrowthBeforeBaseYear })}.`;
}

/** The pessimistic scenario's administration, as it is implied and as it is stated. */
function administrationNote({ scenarios, valuations }: ReportResults): string {
  const { stated, implied } = scenarios.pessimistic.administrationRate;
  const { suggestedRate, minimumRate } = valueAssumptions({
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

/** Our number with a mark where it differs or does not count. */
export function withMark({ reproduced, status, kind }: LedgerRow): string {
  return `${shown(reproduced)}${status === "differs" ? " ≠" : MARKS[kind] ?? ""}`;
}

const MARKS: { readonly [Name in Kind]?: string } = {
  calibrated: " f",
  chosen: " c",
  arithmetic: " a",
};

/** A rate with two decimals, a year without, "n.a." for none. */
export function shown(value: number | string | null): string {
  if (value === null || value === "n.a.") return "n.a.";
  const number = Number(value);
  return Number.isInteger(number) && number > 1000 ? String(number) : number.toFixed(2);
}
