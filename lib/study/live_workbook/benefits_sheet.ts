import type { WorkbookSheet } from "@jkp/exhibit";
import { FIRST_ROW, Grid, type GridColumn, gridSheet, monthCell } from "./grid.ts";
import type { LiveRules, LiveScenario } from "./live_scenario.ts";

/** Relative benefits by month of benefit (columns) and calendar month, if years differ. */
export function benefitsGrid(
  { isSteady, steps: { assumptions } }: LiveRules,
  sheet: string,
): Grid | null {
  if (isSteady) return null;
  const { maximumDurationMonths } = assumptions;
  const months = Array.from(
    { length: maximumDurationMonths },
    (_, i) => String(maximumDurationMonths - 1 - i),
  );
  return new Grid(sheet, ["month", ...months], FIRST_ROW);
}

/** What each month of benefit pays over the best one, by calendar month. */
export function benefitsSheet(
  { title, steps }: LiveRules,
  { valuation: { assumptions: { terms }, months } }: LiveScenario,
  grid: Grid,
): WorkbookSheet {
  const firstBenefit = terms.firstBenefitMonth - months.firstMonth;
  return gridSheet(grid, {
    title: `${title}: what each month of benefit pays`,
    about:
      "Over the best month's share of average earnings, by months d since the termination. " +
      "Limits in rupiah move it from year to year: not live, made by the program.",
    rowCount: months.members.length - firstBenefit,
    columns: grid.keys.map((key): GridColumn =>
      key === "month"
        ? {
          key,
          heading: "Month",
          format: "mmm yyyy",
          width: 10,
          cell: (row) => monthCell(terms.firstBenefitMonth + row),
        }
        : {
          key,
          heading: `d = ${key}`,
          format: "0.0000",
          cell: (row) => ({
            value: steps.relativeBenefits[Number(key)]![firstBenefit + row]!,
            look: "fixed",
          }),
        }
    ),
  });
}
