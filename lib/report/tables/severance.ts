import { severanceMonths, unemploymentInsuranceMonths } from "@jkp/scheme";
import { comparedTable } from "../compared_table.ts";
import type { ReportItem } from "../item.ts";
import { input, model } from "../reproduced.ts";

const NUMBER = "4.2";
const ITEM = "table_4_2";
const TITLE =
  "Comparison of the severance pay and proposed unemployment insurance scheme design option";

/** Completed years of service of the table's rows. */
const YEARS = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;

/** Table 4.2: severance pay beside unemployment insurance. */
export const table42: ReportItem = {
  item: ITEM,
  number: NUMBER,
  isOfExtract: false,
  title: TITLE,
  cells: ({ rules }) =>
    Object.fromEntries(YEARS.flatMap((years) => {
      const insured = unemploymentInsuranceMonths(rules, years);
      return [
        [`${years}/severance_pay`, input(severanceMonths(years))],
        [`${years}/proposed_design_option`, model(insured === 0 ? null : insured)],
      ];
    })),
  table: (results, ledger) =>
    comparedTable(
      { item: ITEM, number: NUMBER, title: TITLE },
      {
        stub: "Years of service",
        rows: YEARS.map((years) => ({ key: `${years}`, title: rowTitle(years) })),
        columns: [
          { key: "severance_pay", title: "Severance pay", unit: "months of pay" },
          {
            key: "proposed_design_option",
            title: "Proposed design option, up to",
            unit: "months of pay",
          },
        ],
        cell: (row, column) => `${row}/${column}`,
        notes: ["Severance pay by Law 13/2003 concerning Manpower, article 156."],
      },
      ledger,
      results,
    ),
};

function rowTitle(years: number): string {
  if (years === 0) return "Less than 1 year";
  return years === YEARS.at(-1)
    ? `${years} years or more`
    : `${years}–${years + 1} years`;
}
