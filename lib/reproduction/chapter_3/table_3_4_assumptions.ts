import { REPORT_SCENARIOS, type ReportScenario } from "@jkp/economy";
import { percent } from "@jkp/exhibit";
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

/** The assumptions, in the table's order. */
const TITLES: Readonly<Record<string, string>> = {
  unemployment_rate: "Unemployment rate",
  termination_rate: "Monthly termination rate",
  involuntary_share: "Involuntary terminations, of all",
  claimants_earnings_profile: "Claimants' insurable earnings below other members'",
  administrative_expenses: "Administrative expenses, of insurable earnings",
  real_investment_return: "Real investment return",
};

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
    const order = Object.keys(TITLES);
    const place = (key: string) => order.indexOf(key.split("/")[0]!);
    keys.sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
    return comparedTable(
      { item: ITEM, number: NUMBER, title: TITLE },
      {
        stub: "Assumption, %",
        rows: keys.map((key) => {
          const [assumption, ...year] = key.split("/");
          return { key, title: [TITLES[assumption!], ...year].join(", ") };
        }),
        columns: REPORT_SCENARIOS.map((name) => ({
          key: name,
          title: results.scenarios[name].title,
        })),
        cell: (row, scenario) => row.replace(/^([^/]+)/, `$1/${scenario}`),
        notes: REPORT_SCENARIOS.flatMap((name) => administrationNote(results, name)),
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

/** What the rates are computed with, where the table states another. */
function administrationNote(results: ReportResults, name: ReportScenario): string[] {
  const { title, administrationRate: { stated }, basis } = results.scenarios[name];
  const { administrationRate } = results.valuations[name].assumptions;
  if (administrationRate === stated) return [];
  const why = basis?.administration_implied;
  return [
    `${title} scenario: the table states administration of ${
      percent(stated, 2)
    }, shown ` +
    `back here; all rates are computed with ${percent(administrationRate, 2)}` +
    `${why === undefined ? "" : ` (${why})`}.`,
  ];
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
