import { REPORT_SCENARIOS, type ReportScenario } from "@jkp/economy";
import { keyInWords } from "@jkp/exhibit";
import type { ExpenseBasis } from "@jkp/valuation";
import { comparedTable } from "../ledger/compared_table.ts";
import type { ReportItem } from "../item.ts";
import { type Reproduced, type ReproducedCells } from "../reproduced.ts";
import type { ReportResults } from "../results.ts";

const BASES: readonly { readonly key: ExpenseBasis; readonly title: string }[] = [
  { key: "benefit_only", title: "benefits only" },
  { key: "benefit_and_administrative", title: "benefits and administration" },
];

const MEASURES = [
  { key: "suggested_contribution_rate", title: "Suggested rate" },
  { key: "minimum_contribution_rate", title: "Minimum rate" },
  { key: "projected_year_of_reserve_exhaustion_at_1_pct", title: "Exhaustion at 1 %" },
] as const;

/** Why the rates of a scenario may not come out, whatever the reading. */
const WHY_DIFFERENT: { readonly [Name in ReportScenario]: string } = {
  pessimistic: "depends on how covered unemployment follows the national rate, which " +
    "is not printed",
  base: "depends on members before 2019, who are not printed by year",
  optimistic:
    "no reading of Annex I reaches the optimistic rates; variants.md shows what " +
    "was tried",
};

/** Table 3.7: all scenarios. */
export const table37 = findingsTable(
  "table_3_7",
  "3.7",
  "Summary of the main findings: base, pessimistic and optimistic scenarios",
  BASES,
  REPORT_SCENARIOS,
);

/** Table 3.3: the base scenario. */
export const table33 = findingsTable(
  "table_3_3",
  "3.3",
  "Summary of the main findings: base scenario",
  BASES,
  ["base"],
);

/** Table E2: all scenarios, all expenses. */
export const tableE2 = findingsTable(
  "table_E2",
  "E2",
  "Recommended contribution rate under base, pessimistic and optimistic scenarios",
  BASES.slice(1),
  REPORT_SCENARIOS,
);

/** Our number for a cell of Table 3.7, in per cent or a year. */
export function finding(
  results: Pick<ReportResults, "valuations">,
  cell: string,
): Reproduced {
  const [basis, measure, scenario] = cell.split("/") as [
    ExpenseBasis,
    typeof MEASURES[number]["key"],
    ReportScenario,
  ];
  const financing = results.valuations[scenario].financing[basis];
  const value = {
    suggested_contribution_rate: 100 * financing.suggestedRate,
    minimum_contribution_rate: 100 * financing.minimumRate,
    projected_year_of_reserve_exhaustion_at_1_pct: financing.exhaustionYear,
  }[measure];
  return { value, kind: "model", whyDifferent: WHY_DIFFERENT[scenario] };
}

function findingsTable(
  item: string,
  number: string,
  title: string,
  bases: typeof BASES,
  scenarios: readonly ReportScenario[],
): ReportItem {
  const rows = bases.flatMap((basis) =>
    MEASURES.map((measure) => ({
      key: `${basis.key}/${measure.key}`,
      title: `${measure.title}, ${basis.title}`,
    }))
  );
  return {
    item,
    number,
    title,
    cells: (results): ReproducedCells => {
      const cells = rows.flatMap((row) =>
        scenarios.map((scenario) => `${row.key}/${scenario}`)
      );
      return Object.fromEntries(cells.map((cell) => [cell, finding(results, cell)]));
    },
    table: (results, ledger) =>
      comparedTable(
        { item, number, title },
        {
          stub: "% of insurable earnings; year",
          rows,
          columns: scenarios.map((scenario) => ({
            key: scenario,
            title: results.scenarios[scenario].title,
          })),
          cell: (row, column) => `${row}/${column}`,
          notes: [
            "Suggested: reserve of two times the total expenses of 2030. Minimum: no " +
            "reserve. Exhaustion: first year the fund is overdrawn at a rate of 1 %.",
            `Reading of Annex I: ${keyInWords(results.reading)}.`,
          ],
        },
        ledger,
        results,
      ),
  };
}
