import { REPORT_SCENARIOS, type ReportScenario } from "@jkp/economy";
import { valueInYear } from "@jkp/month";
import { comparedTable } from "../ledger/compared_table.ts";
import type { ReportItem } from "../item.ts";
import { experience, input, type Reproduced } from "../reproduced.ts";
import type { ReportResults } from "../results.ts";

/** Years that Table 3.4 states a figure for. */
const STATED_YEARS = {
  unemployment_rate: {
    pessimistic: [2020, 2021, 2026],
    base: [2020, 2025],
    optimistic: [2020, 2025, 2030],
  },
  termination_rate: {
    pessimistic: [2020, 2021, 2026],
    base: [2020, 2025],
    optimistic: [2020, 2030],
  },
  real_investment_return: {
    pessimistic: [2020, 2030],
    base: [2020, 2030],
    optimistic: [2020, 2030],
  },
} as const;

const NUMBER = "3.4";
const ITEM = "table_3_4";
const TITLE =
  "Summary of the main assumptions: base, pessimistic and optimistic scenarios";

/** Table 3.4: assumptions, scenario by scenario. */
export const table34: ReportItem = {
  item: ITEM,
  number: NUMBER,
  title: TITLE,
  cells: (results) =>
    Object.assign({}, ...REPORT_SCENARIOS.map((name) => assumptionCells(results, name))),
  table: (results, ledger) => {
    const keys = [...new Set(ledger.map(({ cell }) => rowKey(cell)))];
    const assumption = (key: string) => key.split("/")[0]!;
    const order = [...new Set(keys.map(assumption))];
    keys.sort((a, b) =>
      order.indexOf(assumption(a)) - order.indexOf(assumption(b)) || (a < b ? -1 : 1)
    );
    return comparedTable(
      { item: ITEM, number: NUMBER, title: TITLE },
      {
        stub: "Assumption, %",
        rows: keys.map((key) => ({
          key,
          title: key.replaceAll("_", " ").replace("/", ", "),
        })),
        columns: REPORT_SCENARIOS.map((name) => ({
          key: name,
          title: results.scenarios[name].title,
        })),
        cell: (row, scenario) => row.replace(/^([^/]+)/, `$1/${scenario}`),
      },
      ledger,
      results,
    );
  },
};

/** Administration as stated, with a note where the printed rates imply another. */
function administration(results: ReportResults, name: ReportScenario): Reproduced {
  const { stated, implied } = results.scenarios[name].administrationRate;
  const { administration } = results.valuations[name].assumptions.choices;
  const cell = input(100 * stated);
  if (implied === stated) return cell;
  const note = `Table 3.7 implies ${(100 * implied).toFixed(2)}; ` +
    `the ${administration} one is in force`;
  return { ...cell, note };
}

/** The cell's key without its scenario. */
function rowKey(cell: string): string {
  const [assumption, , year] = cell.split("/");
  return year === undefined ? assumption! : `${assumption}/${year}`;
}

function assumptionCells(
  results: ReportResults,
  name: ReportScenario,
): Record<string, Reproduced> {
  const scenario = results.scenarios[name];
  const { assumptions } = results.valuations[name];
  const cells: Record<string, Reproduced> = {
    [`involuntary_share/${name}`]: input(100 * scenario.involuntaryShare),
    [`administrative_expenses/${name}`]: administration(results, name),
    [`claimants_earnings_profile/${name}`]: experience(
      results,
      100 * (1 - assumptions.earnings.claimantRelativity),
      "ratio by sex, averaged with the sexes of those who leave",
    ),
  };
  for (const year of STATED_YEARS.unemployment_rate[name]) {
    cells[`unemployment_rate/${name}/${year}`] = input(
      100 * valueInYear(scenario.unemploymentRate, year),
    );
  }
  for (const year of STATED_YEARS.real_investment_return[name]) {
    cells[`real_investment_return/${name}/${year}`] = input(
      100 * valueInYear(scenario.realReturn, year),
    );
  }
  for (const year of STATED_YEARS.termination_rate[name]) {
    cells[`termination_rate/${name}/${year}`] = experience(
      results,
      100 * assumptions.terminationRatePerMonth *
        valueInYear(scenario.unemploymentRate, year) /
        assumptions.referenceUnemploymentRate,
      "the table's figures follow from a reference rate of 1.0754 %",
    );
  }
  return cells;
}
