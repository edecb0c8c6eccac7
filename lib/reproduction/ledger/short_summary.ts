import { REPORT_SCENARIOS } from "@jkp/economy";
import type { Table } from "@jkp/exhibit";
import { shown, withMark } from "../readings_table.ts";
import { reportSource } from "../report_source.ts";
import type { ReportResults } from "../results.ts";
import { dataWords } from "./data_words.ts";
import type { LedgerRow } from "./ledger.ts";
import { countsInWords, headline } from "./summary.ts";

/** A measure of Table 3.7, as its cells are named, and its heading. */
const MEASURES = [
  ["suggested_contribution_rate", "Suggested, %"],
  ["minimum_contribution_rate", "Minimum, %"],
  ["projected_year_of_reserve_exhaustion_at_1_pct", "Exhausted at 1 %"],
] as const;

const EXPENSES = [
  ["benefit_and_administrative", "all"],
  ["benefit_only", "benefits"],
] as const;

/**
 * Table 3.7 in six rows: each printed number beside ours, under the reading in force.
 *
 * @param results For titles and the source line.
 * @param ledger Rows of the ledger, those of Table 3.7 among them.
 *
 * @example The base scenario's suggested rate
 * ```ts
 * import { readValuation } from "@jkp/valuation/read";
 * import { loadPublished } from "@jkp/published/read";
 * import { buildLedger, computeResults, ratesBesideReport, selectItems } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const results = await computeResults(await readValuation("report_2021"));
 * const ledger = buildLedger(selectItems(["3.7"]), results, await loadPublished());
 * const base = ratesBesideReport(results, ledger).rows[0]!;
 * assertEquals([base["suggested/report"], base["suggested/ours"]], ["1.35", "1.35 f"]);
 * ```
 */
export function ratesBesideReport(
  { scenarios, experience }: Pick<ReportResults, "scenarios" | "experience">,
  ledger: readonly LedgerRow[],
): Table {
  const words = dataWords(experience);
  const cells = new Map(
    ledger.filter(({ item }) => item === "table_3_7").map((row) => [row.cell, row]),
  );
  const inOrder = [
    "base",
    ...REPORT_SCENARIOS.filter((name) => name !== "base"),
  ] as const;
  return {
    id: "rates_beside_report",
    number: "3.7",
    title: words.rates,
    columns: [
      { key: "scenario", title: "Scenario" },
      { key: "expenses", title: "Expenses" },
      ...MEASURES.flatMap(([measure, group]) => [
        { key: `${keyOf(measure)}/report`, title: "Report", group },
        { key: `${keyOf(measure)}/ours`, title: "Ours", group },
      ]),
    ],
    rows: EXPENSES.flatMap(([basis, expenses]) =>
      inOrder.map((name) => ({
        scenario: scenarios[name].title,
        expenses,
        ...Object.fromEntries(MEASURES.flatMap(([measure]) => {
          const row = cells.get(`${basis}/${measure}/${name}`);
          return row === undefined ? [] : [
            [`${keyOf(measure)}/report`, shown(row.published)],
            [`${keyOf(measure)}/ours`, withMark(row)],
          ];
        })),
      }))
    ),
    notes: [
      "≠ differs in the printed digit; f fitted to it; c chosen with it in view; a follows " +
      `by arithmetic; without a sign: ${words.equal}.`,
    ],
    source: reportSource(experience),
  };
}

/** `suggested` of `suggested_contribution_rate`. */
const keyOf = (measure: string) => measure.split("_")[0]!;

/**
 * How near we come, in a sentence.
 *
 * @param results For whose data they are.
 * @param ledger The ledger.
 *
 * @example Of the 18 numbers of Table 3.7 seven are reproduced under the reading `closest`
 * ```ts
 * import { readValuation } from "@jkp/valuation/read";
 * import { loadPublished } from "@jkp/published/read";
 * import { buildLedger, computeResults, headlineSentence, selectItems } from "@jkp/reproduction";
 * import { assertEquals } from "@std/assert";
 *
 * const results = await computeResults(await readValuation("report_2021"));
 * const ledger = buildLedger(selectItems(["3.7"]), results, await loadPublished());
 * assertEquals(
 *   headlineSentence(results, ledger).split(";")[0],
 *   "Of 18 printed numbers 7 are reproduced",
 * );
 * ```
 */
export function headlineSentence(
  { experience }: Pick<ReportResults, "experience">,
  ledger: readonly LedgerRow[],
): string {
  const { all } = headline(ledger);
  const { equal } = dataWords(experience);
  const others = countsInWords(all, {
    differs: "differ",
    calibrated: "fitted",
    chosen: "chosen",
    arithmetic: "arithmetic",
    input: "shown back",
    none: "without ours",
  });
  return `Of ${all.numbers} printed numbers ${all.reproduced} are ${equal}` +
    `${others === "" ? "" : `; ${others}`}.`;
}
