import { REPORT_SCENARIOS } from "@jkp/economy";
import { comparedTable } from "../ledger/compared_table.ts";
import type { ReportItem } from "../item.ts";
import { model } from "../reproduced.ts";

const NUMBER = "4.1";
const ITEM = "table_4_1";
const TITLE = "Estimated cost of the proposed transitional arrangement for 2021";

/** Table 4.1: benefits in the first year. */
export const table41: ReportItem = {
  item: ITEM,
  number: NUMBER,
  title: TITLE,
  cells: ({ valuations }) =>
    Object.fromEntries(REPORT_SCENARIOS.flatMap((name) => {
      const { costIdr, additionalContributionRate } = valuations[name].transition;
      return [
        [`${name}/estimated_cost_2021`, model(costIdr / 1e12)],
        [`${name}/additional_contribution_rate`, model(100 * additionalContributionRate)],
      ];
    })),
  table: (results, ledger) =>
    comparedTable(
      { item: ITEM, number: NUMBER, title: TITLE },
      {
        stub: "Scenario",
        rows: REPORT_SCENARIOS.map((name) => ({
          key: name,
          title: results.scenarios[name].title,
        })),
        columns: [
          { key: "estimated_cost_2021", title: "Cost", unit: "trillion rupiah" },
          { key: "additional_contribution_rate", title: "Additional rate", unit: "%" },
        ],
        cell: (row, column) => `${row}/${column}`,
      },
      ledger,
      results,
    ),
};
