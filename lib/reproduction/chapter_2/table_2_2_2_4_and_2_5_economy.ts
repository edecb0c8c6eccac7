import type { ReportScenario, Scenario } from "@jkp/economy";
import type { YearlyPath } from "@jkp/month";
import type { Published } from "@jkp/published";
import { comparedTable } from "../ledger/compared_table.ts";
import type { ReportItem } from "../item.ts";
import { arithmetic, input, type Reproduced } from "../reproduced.ts";
import {
  employmentGrowth,
  FIRST_GROWTH_YEAR,
  productivityGrowth,
} from "./employment_and_productivity.ts";

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
    isOfExtract: false,
    cells: ({ scenarios }, published) =>
      Object.fromEntries(COLUMNS.flatMap(({ key, path }) => {
        const { firstYear, values } = path(scenarios[name]);
        return values.map((value, i) => {
          const year = firstYear + i;
          const follows = followingCell(published, name, key, year);
          return [`${name}/${year}/${key}`, follows ?? input(100 * value)];
        });
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
          notes: [
            "Employment from 2021 on is people times participation of Table 2.3, less the " +
            "unemployed of this table; productivity is GDP over employment, both as " +
            "printed. The other cells are assumptions, shown back.",
          ],
        },
        ledger,
        results,
      );
    },
  };
}

/** A cell that follows from others of the report: nothing for an assumption. */
function followingCell(
  published: Published,
  name: ReportScenario,
  column: string,
  year: number,
): Reproduced | undefined {
  if (column === "productivity_growth") return productivityCell(published, name, year);
  if (column === "employment_growth" && year >= FIRST_GROWTH_YEAR) {
    return arithmetic(100 * employmentGrowth(published, name, year), BETWEEN_YEARS);
  }
  return undefined;
}

/** Productivity growth as it follows from printed growth of GDP and employment. */
export function productivityCell(
  published: Published,
  name: ReportScenario,
  year: number,
): Reproduced {
  const { growth, isWithinRounding } = productivityGrowth(published, name, year);
  return arithmetic(100 * growth, isWithinRounding ? ROUNDED : NO_QUOTIENT);
}

const ROUNDED =
  "growth of GDP and employment is printed to one decimal; before rounding it can give " +
  "what is printed";
const NO_QUOTIENT =
  "the printed growth of GDP and employment cannot give what is printed: see the errata";
const BETWEEN_YEARS =
  "Table 2.3 prints five years to one decimal of a million; its other years lie on a curve";
