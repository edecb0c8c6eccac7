import { wagesByAge } from "@jkp/experience";
import { AGE_GROUPS } from "@jkp/extract";
import { comparedTable } from "../ledger/compared_table.ts";
import type { ReportItem } from "../item.ts";
import { experience, type ReproducedCells } from "../reproduced.ts";
import type { ReportResults } from "../results.ts";
import { ageTitle } from "./table_1_3_members.ts";

const SEXES = [
  { key: "male", code: "M", title: "Males" },
  { key: "female", code: "F", title: "Females" },
] as const;

const CATEGORIES = [
  { key: "insured_workers", title: "insured workers" },
  { key: "layoffs", title: "layoffs" },
  { key: "resignations", title: "resignations" },
] as const;

type Category = typeof CATEGORIES[number]["key"];

/** Table 1.4: earnings of members and leavers. */
export const table14 = earningsTable({
  number: "1.4",
  title:
    "Distribution of average monthly earnings of JHT members and of those who left, " +
    "by age group and sex, 2019",
  unit: "rupiah",
  value: (wages, category) => wages[category],
});

/** Table 1.5: the same over the earnings of members. */
export const table15 = earningsTable({
  number: "1.5",
  title: "Distribution of average earnings by category compared to active members' " +
    "average earnings (set = 100), by age group and sex, 2019",
  unit: "%",
  value: (wages, category) => 100 * wages[category] / wages.insured_workers,
});

function earningsTable({ number, title, unit, value }: {
  readonly number: string;
  readonly title: string;
  readonly unit: string;
  value(wages: Readonly<Record<Category, number>>, category: Category): number;
}): ReportItem {
  const item = `table_${number.replace(".", "_")}`;
  return {
    item,
    number,
    title,
    cells: (results): ReproducedCells =>
      Object.fromEntries(SEXES.flatMap((sex) => {
        const wages = wagesOfSex(results, sex);
        return [...wages].flatMap(([age, wage]) =>
          CATEGORIES.map(({ key }) => [
            `${age}/${sex.key}/${key}`,
            experience(results, value(wage, key), WHY_DIFFERENT),
          ])
        );
      })),
    table: (results, ledger) =>
      comparedTable(
        { item, number, title },
        {
          stub: "Age",
          rows: [...AGE_GROUPS, "total"].map((key) => ({ key, title: ageTitle(key) })),
          columns: SEXES.flatMap((sex) =>
            CATEGORIES.map((category) => ({
              key: `${sex.key}/${category.key}`,
              title: `${sex.title}, ${category.title}`,
              unit,
            }))
          ),
          cell: (row, column) => `${row}/${column}`,
          notes: [
            `Totals: earnings of ${results.experience.earnings.year} weighted with the ` +
            "ages of the whole window, which is our reading of Table 1.4.",
          ],
        },
        ledger,
        results,
      ),
  };
}

const WHY_DIFFERENT = "monthly wages of whole rupiah do not average to the printed one";

/** Earnings of each age group and in all, for one sex. */
function wagesOfSex(
  results: ReportResults,
  sex: typeof SEXES[number],
): Map<string, Record<Category, number>> {
  const { earnings } = results.experience;
  const rows = wagesByAge(results.extract, earnings.year)
    .filter((row) => row.sex === sex.code);
  return new Map([
    ...rows.map((row) =>
      [row.ageGroup, {
        insured_workers: row.memberWageIdr,
        layoffs: row.claimWageIdr.layoff,
        resignations: row.claimWageIdr.resignation,
      }] as const
    ),
    ["total", {
      insured_workers: earnings.members[sex.key],
      layoffs: earnings.layoffs[sex.key],
      resignations: earnings.resignations[sex.key],
    }] as const,
  ]);
}
