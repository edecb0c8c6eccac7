import { REPORT_SCENARIOS } from "@jkp/economy";
import { tableToText } from "@jkp/present";
import type { Published } from "@jkp/published";
import {
  buildLedger,
  type LedgerRow,
  type LedgerSummary,
  type ReportItem,
  type ReportResults,
  selectItems,
  sourceLine,
  summarizeLedger,
  type Table,
} from "@jkp/report";
import { CHOICE_REASONS, type ModelChoices, READING_NAMES } from "@jkp/valuation";

/**
 * What `reproduce` prints: Table 3.7 under each reading, every other item in a line, and
 * the choices in force.
 *
 * @param items The items made.
 * @param results The computation.
 * @param published The published numbers.
 * @param ledger Their ledger.
 * @param folder Where the files went.
 * @param fileCount How many.
 * @returns Text for the terminal.
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
    itemLines(items, ledger),
    "",
    choicesText(results),
    "",
    `${fileCount} files written to ${folder}/; every published number is in ` +
    "comparison.csv.",
  ].join("\n");
}

/** Table 3.7 as published and under every reading. */
export function readingsTable(results: ReportResults, published: Published): Table {
  const [table37] = selectItems(["3.7"]);
  const ledgers = READING_NAMES.map((reading) =>
    buildLedger([table37!], {
      ...results,
      reading,
      valuations: results.byReading[reading],
    }, published)
  );
  const rowKeys = [
    ...new Set(ledgers[0]!.map(({ cell }) => cell.replace(/\/[^/]+$/, ""))),
  ];
  const cellOf = (ledger: readonly LedgerRow[], key: string, scenario: string) =>
    ledger.find(({ cell }) => cell === `${key}/${scenario}`)!;
  return {
    id: "table_3_7_readings",
    number: "3.7",
    title: "Published beside reproduced, under each reading of Annex I",
    columns: [
      { key: "measure", title: "" },
      ...REPORT_SCENARIOS.flatMap((scenario) => {
        const group = results.scenarios[scenario].title;
        return [
          { key: `${scenario}/report`, title: "report", group, decimals: 2 },
          ...READING_NAMES.map((reading) => ({
            key: `${scenario}/${reading}`,
            title: reading.replaceAll("_", " "),
            group,
            decimals: 2,
          })),
        ];
      }),
    ],
    rows: rowKeys.map((key) => ({
      measure: MEASURE_TITLES[key] ?? key,
      ...Object.fromEntries(REPORT_SCENARIOS.flatMap((scenario) => [
        [`${scenario}/report`, shown(cellOf(ledgers[0]!, key, scenario).published)],
        ...READING_NAMES.map((reading, i) => {
          const { reproduced, status, kind } = cellOf(ledgers[i]!, key, scenario);
          const mark = status === "differs" ? " ≠" : kind === "calibrated" ? " f" : "  ";
          return [`${scenario}/${reading}`, `${shown(reproduced)}${mark}`];
        }),
      ])),
    })),
    notes: [
      "≠ differs in the printed digit; f a scalar of the reading was fitted to this cell",
      ...READING_NAMES.map((reading, i) => {
        const [summary] = summarizeLedger(ledgers[i]!);
        return `${reading.replaceAll("_", " ")}: ${countsText(summary!)}`;
      }),
    ],
    source: sourceLine(results),
  };
}

const MEASURE_TITLES: Readonly<Record<string, string>> = {
  "benefit_only/suggested_contribution_rate": "Benefits: suggested, %",
  "benefit_only/minimum_contribution_rate": "Benefits: minimum, %",
  "benefit_only/projected_year_of_reserve_exhaustion_at_1_pct":
    "Benefits: exhausted at 1 %",
  "benefit_and_administrative/suggested_contribution_rate": "All: suggested, %",
  "benefit_and_administrative/minimum_contribution_rate": "All: minimum, %",
  "benefit_and_administrative/projected_year_of_reserve_exhaustion_at_1_pct":
    "All: exhausted at 1 %",
};

/** A rate with two decimals, a year without, "n.a." for none. */
function shown(value: number | string | null): string {
  if (value === null || value === "n.a.") return "n.a.";
  const number = Number(value);
  return Number.isInteger(number) && number > 1000 ? String(number) : number.toFixed(2);
}

function itemLines(items: readonly ReportItem[], ledger: readonly LedgerRow[]): string {
  const summaries = new Map(summarizeLedger(ledger).map((row) => [row.item, row]));
  const lines = items.map((item) => {
    const summary = summaries.get(item.item);
    const counts = summary === undefined
      ? "drawn; its data are not in the report"
      : countsText(summary);
    return `${nameOf(item).padEnd(20)} ${counts}`;
  });
  const all = summarizeLedger(ledger.map((row) => ({ ...row, item: "all" })))[0];
  if (all !== undefined) lines.push(`${"All".padEnd(20)} ${countsText(all)}`);
  return lines.join("\n");
}

function nameOf({ item, number }: ReportItem): string {
  if (item.startsWith("table_")) return `Table ${number}`;
  if (item.startsWith("figure_")) return `Figure ${number.slice(1)}`;
  return `${number[0]!.toUpperCase()}${number.slice(1)}`;
}

function countsText(summary: LedgerSummary): string {
  const { cells, reproduced, differs, notCounted, notReproducible } = summary;
  return [
    `${cells} ${cells === 1 ? "number" : "numbers"}`,
    `${reproduced} reproduced to the printed digit`,
    `${notCounted} shown back or fitted`,
    `${differs} differ`,
    ...(notReproducible > 0 ? [`${notReproducible} not reproducible`] : []),
  ].join(", ");
}

function choicesText({ valuations, reading }: ReportResults): string {
  const { choices } = valuations.base.assumptions;
  const names = Object.keys(choices) as (keyof ModelChoices)[];
  return [
    `Choices in force (reading ${reading}; reasons in choices.md):`,
    ...names.map((name) => `  ${name}: ${choices[name]}`),
  ].join("\n");
}

/**
 * The choices in force with their reasons, as Markdown.
 *
 * @param results The computation.
 * @returns The text of `choices.md`.
 */
export function choicesMarkdown({ byReading }: ReportResults): string {
  const names = Object.keys(CHOICE_REASONS) as (keyof ModelChoices)[];
  const choices = READING_NAMES.map((name) => byReading[name].base.assumptions.choices);
  return [
    "# Choices of the model",
    "",
    "What the report leaves open, and how each reading decides.",
    "",
    `| choice | ${READING_NAMES.join(" | ")} | why it has to be made |`,
    `|---|${READING_NAMES.map(() => "---|").join("")}---|`,
    ...names.map((name) =>
      `| ${name} | ${choices.map((choice) => choice[name]).join(" | ")} | ${
        CHOICE_REASONS[name]
      } |`
    ),
    "",
  ].join("\n");
}
