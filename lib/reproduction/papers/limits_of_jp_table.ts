import type { CellValue, Table } from "@jkp/exhibit";
import type { YearlyPath } from "@jkp/month";
import { publishedValue } from "@jkp/published";
import { limitsOfJp } from "../jp_limits.ts";
import type { Sources } from "./sources.ts";

/** Where the papers print a limit of JP: its year, item, cell and place. */
const PRINTED = {
  ceiling: [
    [2020, "options2020_appendix", "maximum_insurable_earnings/amount/base"],
    [2023, "jkp2023_appendix", "maximum_insurable_earnings/proposed"],
  ],
  lowestPension: [[2020, "options2020_table_05", "old_age_pension/national"]],
  highestPension: [[2020, "options2020_statements", "highest_pension_2020"]],
} as const satisfies Readonly<
  Record<string, readonly (readonly [number, string, string])[]>
>;

/** The limits of JP from year to year, beside those that the papers print. */
export function limitsOfJpTable({ open, printed }: Sources): Table {
  const limits = limitsOfJp(open);
  const { firstYear, values } = limits.ceiling;
  const printedIn = (limit: keyof typeof PRINTED, year: number): CellValue => {
    const place = PRINTED[limit].find(([of]) => of === year);
    return place === undefined ? "" : publishedValue(printed, place[1], place[2]);
  };
  const ours = ({ values }: YearlyPath, i: number): CellValue =>
    values[i] === undefined ? "" : Math.round(values[i]);
  const growth = new Map(
    open.gdp_growth_first_release.map(({ year, realGdpGrowth }) => [year, realGdpGrowth]),
  );
  const money = (group: string) => ({ unit: "rupiah a month", group });
  const columns = (key: keyof typeof PRINTED, group: string) => [
    { key, title: "Computed", ...money(group) },
    { key: `${key}Printed`, title: "Printed", ...money(group) },
  ];
  return {
    id: "jp_limits",
    number: "",
    title: "Limits of the pension scheme JP, computed from those of 2015",
    columns: [
      { key: "year", title: "From March", isGrouped: false },
      { key: "growth", title: "GDP growth, year before", unit: "%", decimals: 2 },
      ...columns("ceiling", "Ceiling of earnings"),
      ...columns("lowestPension", "Lowest pension"),
      ...columns("highestPension", "Highest pension"),
    ],
    rows: values.map((_, i) => {
      const year = firstYear + i;
      const before = growth.get(year - 1);
      return {
        year,
        growth: i === 0 || before === undefined ? "" : 100 * before,
        ceiling: ours(limits.ceiling, i),
        ceilingPrinted: printedIn("ceiling", year),
        lowestPension: ours(limits.lowestPension, i),
        lowestPensionPrinted: printedIn("lowestPension", year),
        highestPension: ours(limits.highestPension, i),
        highestPensionPrinted: printedIn("highestPension", year),
      };
    }),
    notes: [
      "2015: as the scheme began in July. Ceiling: real GDP growth of the year before, as " +
      "first released, cut down to 100 rupiah every year. That of 2016 is compared with " +
      "the report, Table 1.1, note 1.",
      "Pensions: inflation of the year before. How they are rounded is not known, and they " +
      "are not rounded here: they come within 0.04 per cent of what is printed.",
    ],
    source:
      "Report: ILO (2020), appendix, Table 5 and section 6.2; ILO (2023), appendix. " +
      "JKP Lab: data/open.",
  };
}
