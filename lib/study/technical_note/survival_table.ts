import type { Table } from "@jkp/exhibit";
import { survivalAt } from "@jkp/survival";
import type { SchemeValuation } from "@jkp/valuation";

/** Months after the end of a job that a table reports, beside those of benefit. */
const MONTHS = [0, 1, 3, 6, 9, 12, 18, 24, 36, 48] as const;

/** How long who lost a job stays out of work, as the main scenario has it. */
export function survivalTable(
  { valuation: { assumptions } }: SchemeValuation,
  basis: string,
): Table {
  const { survival, maximumDurationMonths, maximumUnemploymentMonths } = assumptions;
  const months = [...new Set([...MONTHS, maximumDurationMonths])]
    .filter((month) => month < maximumUnemploymentMonths)
    .toSorted((a, b) => a - b);
  return {
    id: "survival_out_of_work",
    number: "",
    title: "Probability of being still out of work, S(d)",
    columns: [
      { key: "months", title: "Months since the job ended", decimals: 0 },
      { key: "survival", title: "Still out of work", unit: "%", decimals: 1 },
    ],
    rows: months.map((month) => ({
      months: month,
      survival: 100 * survivalAt(survival, month),
    })),
    notes: [],
    source: basis,
  };
}
