import type { WorkbookSheet } from "@jkp/exhibit";
import { FIRST_ROW, Grid, type GridColumn, gridSheet, monthCell } from "./grid.ts";
import type { LiveRules, LiveScenario, ScenarioSteps } from "./live_scenario.ts";

/** What months of benefit pay by calendar month, where it moves from year to year. */
export interface MonthlyRates {
  readonly rules: LiveRules;
  readonly scenario: LiveScenario;
  readonly kind: "benefits" | "allowances" | "soonerAllowances";
  /** Months since the termination as columns, the longest first; calendar months as rows. */
  readonly grid: Grid;
  /** `[months since the termination][calendar month]`. */
  readonly values: readonly Float64Array[];
  /** Place of the first row's month in the projection: that of the first benefit. */
  readonly firstPlace: number;
}

/** Name of the sheet, and what it holds. */
const KINDS = {
  benefits: ["Benefits", "what each month of benefit pays"],
  allowances: ["Allowances", "what who finds work is paid"],
  soonerAllowances: [
    "No wait",
    "what who finds work is paid, without a wait",
  ],
} as const;

/** The tables of rates that a scenario's formulas need; none if no limit is in rupiah. */
export function monthlyRates(scenario: ScenarioSteps): MonthlyRates[] {
  const { valuation: { assumptions: { terms }, months } } = scenario;
  const firstPlace = terms.firstBenefitMonth - months.firstMonth;
  return scenario.rules.flatMap((rules) => {
    const { assumptions, relativeBenefits, allowances } = rules.steps;
    const table = (
      kind: MonthlyRates["kind"],
      values: readonly Float64Array[],
    ): MonthlyRates[] =>
      values.length === 0 ? [] : [{
        rules,
        scenario,
        kind,
        grid: new Grid(
          `${KINDS[kind][0]} ${rules.name}`,
          ["month", ...[...values.keys()].reverse().map(String)],
          FIRST_ROW,
        ),
        values,
        firstPlace,
      }];
    return [
      ...table(
        "benefits",
        rules.isSteady
          ? []
          : relativeBenefits.slice(0, assumptions.maximumDurationMonths),
      ),
      ...table("allowances", allowances.afterWait),
      ...table("soonerAllowances", allowances.withoutWait),
    ];
  });
}

/** What months of benefit pay over the best one, by calendar month. */
export function ratesByMonthSheet(
  { rules, scenario, kind, grid, values, firstPlace }: MonthlyRates,
): WorkbookSheet {
  const { firstMonth, members } = scenario.valuation.months;
  return gridSheet(grid, {
    title: `${rules.title}: ${KINDS[kind][1]}`,
    about:
      "Over the best month's share of average earnings, by months d since the termination. " +
      "Limits in rupiah move it from year to year: not live, made by the program.",
    rowCount: members.length - firstPlace,
    columns: grid.keys.map((key): GridColumn =>
      key === "month"
        ? {
          key,
          heading: "Month",
          format: "mmm yyyy",
          width: 10,
          cell: (row) => monthCell(firstMonth + firstPlace + row),
        }
        : {
          key,
          heading: `d = ${key}`,
          format: "0.0000",
          cell: (row) => ({
            value: values[Number(key)]![firstPlace + row]!,
            look: "fixed",
          }),
        }
    ),
  });
}
