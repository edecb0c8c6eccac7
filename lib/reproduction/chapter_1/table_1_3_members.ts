import { wagesByAge } from "@jkp/experience";
import { AGE_GROUPS } from "@jkp/extract";
import { sumSimple } from "simple-statistics";
import { comparedTable } from "../ledger/compared_table.ts";
import type { ReportItem } from "../item.ts";
import { experience } from "../reproduced.ts";

const NUMBER = "1.3";
const ITEM = "table_1_3";
const TITLE =
  "Distribution of average active insured JHT members per month, by age group and sex, 2019";

/** The sexes as the report's tables name them. */
const COLUMNS = [
  { key: "male", title: "Males" },
  { key: "female", title: "Females" },
  { key: "total", title: "Total" },
] as const;

/** Table 1.3: members by age and sex. */
export const table13: ReportItem = {
  item: ITEM,
  number: NUMBER,
  title: TITLE,
  cells: (results) => {
    const rows = wagesByAge(results.extract, results.experience.members.year);
    return Object.fromEntries(
      [...AGE_GROUPS, "total" as const].flatMap((age) =>
        COLUMNS.map(({ key }) => {
          const members = sumSimple(
            rows
              .filter(({ ageGroup }) => age === "total" || ageGroup === age)
              .filter(({ sex }) => key === "total" || (sex === "M") === (key === "male"))
              .map((row) => row.members),
          );
          return [
            `${age}/${key}`,
            experience(results, members, "the printed parts sum to so much less"),
          ];
        })
      ),
    );
  },
  table: (results, ledger) =>
    comparedTable(
      { item: ITEM, number: NUMBER, title: TITLE },
      {
        stub: "Age",
        rows: [...AGE_GROUPS, "total"].map((key) => ({ key, title: ageTitle(key) })),
        columns: COLUMNS,
        cell: (row, column) => `${row}/${column}`,
      },
      ledger,
      results,
    ),
};

/** An age group as the report writes it: "15–19", with a dash for numbers; "Total". */
export function ageTitle(ageGroup: string): string {
  return ageGroup === "total" ? "Total" : ageGroup.replace("-", "–");
}
