import type { ReportScenario, Scenario } from "@jkp/economy";
import type { YearlyPath } from "@jkp/month";
import { comparedTable } from "../ledger/compared_table.ts";
import type { ReportItem } from "../item.ts";
import { input } from "../reproduced.ts";

const COLUMNS: readonly {
  readonly key: string;
  readonly title: string;
  path(scenario: Scenario): YearlyPath;
}[] = [
  { key: "real_gdp_growth", title: "Real GDP growth", path: (s) => s.realGdpGrowth },
  { key: "employment_growth", title: "Employment", path: (s) => s.employmentGrowth },
  {
    key: "productivity_growth",
    title: "Productivity",
    path: (s) => s.productivityGrowth,
  },
  { key: "unemployment_rate", title: "Unemployment", path: (s) => s.unemploymentRate },
  { key: "inflation_rate", title: "Inflation", path: (s) => s.inflation },
];

/** Table 2.2: the base scenario's economy. */
export const table22 = economyTable("2.2", "base");

/** Table 2.4: the pessimistic scenario's economy. */
export const table24 = economyTable("2.4", "pessimistic");

/** Table 2.5: the optimistic scenario's economy. */
export const table25 = economyTable("2.5", "optimistic");

function economyTable(number: string, name: ReportScenario): ReportItem {
  const item = `table_${number.replace(".", "_")}`;
  const title = `Main economic assumptions, 2019–30: ${name} scenario`;
  return {
    item,
    number,
    title,
    cells: ({ scenarios }) =>
      Object.fromEntries(COLUMNS.flatMap(({ key, path }) => {
        const { firstYear, values } = path(scenarios[name]);
        return values.map((value, i) => [
          `${name}/${firstYear + i}/${key}`,
          input(100 * value),
        ]);
      })),
    table: (results, ledger) => {
      const { firstYear, values } = results.scenarios[name].realGdpGrowth;
      return comparedTable(
        { item, number, title },
        {
          stub: "Year",
          rows: values.map((_, i) => ({
            key: `${firstYear + i}`,
            title: i === 0 ? `${firstYear} (actual)` : `${firstYear + i}`,
          })),
          columns: COLUMNS.map(({ key, title }) => ({ key, title, unit: "%" })),
          cell: (row, column) => `${name}/${row}/${column}`,
        },
        ledger,
        results,
      );
    },
  };
}
