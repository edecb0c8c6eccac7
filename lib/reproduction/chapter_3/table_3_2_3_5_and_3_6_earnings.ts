import type { ReportScenario } from "@jkp/economy";
import type { EarningsInBaseYear } from "@jkp/valuation";
import { comparedTable } from "../ledger/compared_table.ts";
import type { ReportItem } from "../item.ts";
import { experience, type Reproduced } from "../reproduced.ts";
import type { ReportResults } from "../results.ts";

const ROWS = [
  { key: "total_earnings", title: "Total earnings (A)" },
  { key: "with_proposed_ceiling", title: "With proposed ceiling (B)" },
  { key: "with_proposed_ceiling_as_pct_of_total_earnings", title: "B as % of A" },
] as const;

const GROUPS = [
  { key: "insured_workers", title: "insured workers" },
  { key: "layoffs_and_resignations", title: "layoffs and resignations" },
  {
    key: "layoffs_and_resignations_as_pct_of_insured_workers",
    title: "% of insured workers",
  },
] as const;

const SEXES = [
  { key: "male", title: "Males" },
  { key: "female", title: "Females" },
] as const;

/** Why a total may not come out. */
const WHY_DIFFERENT = "Table 1.4's total times 1.02 times 1.02, of which the report " +
  "prints up to 3 rupiah less";

/** Table 3.2: earnings in the base scenario. */
export const table32 = earningsTable("3.2", "base");

/** Table 3.5: earnings in the pessimistic scenario. */
export const table35 = earningsTable("3.5", "pessimistic");

/** Table 3.6: earnings in the optimistic scenario. */
export const table36 = earningsTable("3.6", "optimistic");

function earningsTable(number: string, scenario: ReportScenario): ReportItem {
  const item = `table_${number.replace(".", "_")}`;
  const title = "Projected average earnings in 2020, total and with proposed ceiling, " +
    `by sex: ${scenario} scenario`;
  return {
    item,
    number,
    title,
    cells: (results) => earningsCells(results, scenario),
    table: (results, ledger) =>
      comparedTable(
        { item, number, title },
        {
          stub: "Rupiah a month; %",
          rows: ROWS,
          columns: SEXES.flatMap((sex) =>
            GROUPS.map((group) => ({
              key: `${sex.key}/${group.key}`,
              title: `${sex.title}, ${group.title}`,
            }))
          ),
          cell: (row, column) => `${row}/${column}`,
          notes: [
            "Total earnings come from the extract; the spread of earnings that joins " +
            "them to the row with the ceiling was fitted to that row.",
          ],
        },
        ledger,
        results,
      ),
  };
}

function earningsCells(
  results: ReportResults,
  scenario: ReportScenario,
): Record<string, Reproduced> {
  const { baseYear } = results.valuations[scenario].assumptions.earnings;
  const cells: Record<string, Reproduced> = {};
  for (const { key: sex } of SEXES) {
    const of = (stage: EarningsInBaseYear["total"]) => ({
      insured_workers: stage.members[sex],
      layoffs_and_resignations: stage.claimants[sex],
    });
    const [total, limited] = [of(baseYear.total), of(baseYear.insurable)];
    const set = (row: string, group: string, value: number) => {
      cells[`${row}/${sex}/${group}`] = experience(results, value, WHY_DIFFERENT);
    };
    for (const group of ["insured_workers", "layoffs_and_resignations"] as const) {
      set("total_earnings", group, total[group]);
      set("with_proposed_ceiling", group, limited[group]);
      set(
        "with_proposed_ceiling_as_pct_of_total_earnings",
        group,
        100 * limited[group] / total[group],
      );
    }
    const ratio = "layoffs_and_resignations_as_pct_of_insured_workers";
    for (
      const [row, stage] of [
        ["total_earnings", total],
        ["with_proposed_ceiling", limited],
      ] as const
    ) {
      set(row, ratio, 100 * stage.layoffs_and_resignations / stage.insured_workers);
    }
    cells[`with_proposed_ceiling_as_pct_of_total_earnings/${sex}/${ratio}`] = {
      value: null,
      kind: "model",
    };
  }
  return cells;
}
