import type { Scenario } from "@jkp/economy";
import { valueInYear, type YearlyPath } from "@jkp/month";
import { nominalWageGrowth } from "@jkp/scheme";
import type { ReportItem } from "../item.ts";
import { input, type ReproducedCells } from "../reproduced.ts";
import { productivityCell } from "./table_2_2_2_4_and_2_5_economy.ts";

/** Section 2.2.1: the base scenario in words. */
export const section221: ReportItem = {
  item: "text_2_2_1",
  number: "section 2.2.1",
  title: "Base scenario",
  cells: ({ scenarios: { base } }, published) => ({
    ...stated("base_gdp", base.realGdpGrowth, [2020, 2021, 2022, 2023, 2024, 2025]),
    ...stated("base_unemp", base.unemploymentRate, [
      2019,
      2020,
      2021,
      2022,
      2023,
      2024,
      2025,
    ]),
    ...Object.fromEntries(
      [2020, 2021, 2022, 2023, 2024].map((
        year,
      ) => [`base_prod_${year}`, productivityCell(published, "base", year)]),
    ),
    ...stated("base_infl", base.inflation, [2020, 2021, 2022, 2023, 2024]),
    real_wage_growth: input(realWageOverProductivity(base, 2020)),
  }),
  reasonForNone: "quoted from others, or after the end of the projection",
};

/** Section 2.2.2: the pessimistic scenario in words. */
export const section222: ReportItem = {
  item: "text_2_2_2",
  number: "section 2.2.2",
  title: "Pessimistic scenario",
  cells: ({ scenarios: { pessimistic } }) => ({
    ...stated("pess_gdp", pessimistic.realGdpGrowth, [2020, 2021]),
    ...stated("pess_unemp", pessimistic.unemploymentRate, [2020, 2021, 2026]),
  }),
};

/** Section 2.2.3: the optimistic scenario in words. */
export const section223: ReportItem = {
  item: "text_2_2_3",
  number: "section 2.2.3",
  title: "Optimistic scenario",
  cells: ({ scenarios: { optimistic } }: { scenarios: { optimistic: Scenario } }) =>
    stated("opt_unemp", optimistic.unemploymentRate, [2020, 2030]),
};

/** Cells named by a quantity and a year. */
function stated(
  quantity: string,
  path: YearlyPath,
  years: readonly number[],
): ReproducedCells {
  return Object.fromEntries(
    years.map((year) => [`${quantity}_${year}`, input(100 * valueInYear(path, year))]),
  );
}

/** Growth of real wages over growth of productivity, in a year. */
function realWageOverProductivity(scenario: Scenario, year: number): number {
  const nominal = valueInYear(nominalWageGrowth(scenario), year);
  const real = (1 + nominal) / (1 + valueInYear(scenario.inflation, year)) - 1;
  return real / valueInYear(scenario.productivityGrowth, year);
}
