import { valueInYear } from "@jkp/month";
import type { OpenStatistics } from "@jkp/open";
import { comparedTable } from "../ledger/compared_table.ts";
import type { ReportItem } from "../item.ts";
import { limitsOfJp } from "../jp_limits.ts";
import { input, open, type Reproduced } from "../reproduced.ts";

const ROWS = [
  { key: "coverage", title: "Coverage" },
  { key: "contribution_record_required_months", title: "Contribution months required" },
  { key: "contribution_record_window_months", title: "… within the last months" },
  { key: "eligible_reason", title: "Eligible reason for termination" },
  { key: "insurable_earnings", title: "Ceiling of insurable earnings, 2020" },
  { key: "average_monthly_earnings_months", title: "Months of average earnings (AME)" },
  { key: "benefit_rate_pct", title: "Benefit rate, % of AME" },
  { key: "maximum_benefit_duration_months", title: "Maximum duration, months" },
  { key: "waiting_period_days", title: "Waiting period, days" },
] as const;

/** Table 3.1: the proposed design. */
export const table31 = designTable("3.1");

/** Table E1: the same in the executive summary. */
export const tableE1 = designTable("E1");

function designTable(number: string): ReportItem {
  const item = `table_${number.replace(".", "_")}`;
  const title = "Main parameters of the proposed design option";
  return {
    item,
    number,
    title,
    cells: ({ rules, open: statistics, valuations: { base: { assumptions } } }) => ({
      coverage: inWords(rules.coverage.text),
      contribution_record_required_months: input(rules.qualifying.contributionMonths),
      contribution_record_window_months: input(rules.qualifying.windowMonths),
      eligible_reason: inWords(rules.contingency.text),
      insurable_earnings: ceilingOf2020(statistics),
      average_monthly_earnings_months: input(assumptions.averageEarningsMonths),
      benefit_rate_pct: input(100 * assumptions.benefitRate),
      maximum_benefit_duration_months: input(assumptions.maximumDurationMonths),
      waiting_period_days: input(assumptions.waitingPeriodDays),
    }),
    table: (results, ledger) =>
      comparedTable(
        { item, number, title },
        {
          stub: "Parameter",
          rows: ROWS,
          columns: [{ key: "value", title: "Proposed design option" }],
          cell: (row) => row,
        },
        ledger,
        results,
      ),
  };
}

/** The ceiling that the design takes from JP, computed as JP moves it. */
export function ceilingOf2020(statistics: OpenStatistics): Reproduced {
  return {
    ...open(valueInYear(limitsOfJp(statistics).ceiling, 2020)),
    note: "the ceiling of JP, from that of 2015 and GDP growth",
  };
}

/** A text of the report in our own words. */
function inWords(text: string): Reproduced {
  return { ...input(text), note: "in our words", relation: "in_words" };
}
