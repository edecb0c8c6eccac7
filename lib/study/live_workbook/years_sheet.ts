import type { SheetCell, WorkbookSheet } from "@jkp/exhibit";
import { type Month, type MonthlyShape, type YearlyPath, yearOf } from "@jkp/month";
import { FIRST_ROW, Grid, type GridColumn, gridSheet } from "./grid.ts";
import { cellName } from "./grid.ts";
import type { ScenarioSteps } from "./live_scenario.ts";

/** What assumptions by year are of. */
export type PathName =
  | "unemployment"
  | "members"
  | "memberEarnings"
  | "claimantEarnings"
  | "return";

/** Heading and number format of each. */
const PATHS: { readonly [Name in PathName]: readonly [heading: string, format: string] } =
  {
    unemployment: ["Unemployment rate", "0.00%"],
    members: ["Members, average of the year", "#,##0"],
    memberEarnings: ["Members' insurable earnings, rupiah a month", "#,##0"],
    claimantEarnings: ["Claimants' insurable earnings, rupiah a month", "#,##0"],
    return: ["Return on the fund", "0.0000%"],
  };
const PATH_NAMES = Object.keys(PATHS) as PathName[];

/** Where assumptions by year stand. */
export interface YearsGrid {
  readonly grid: Grid;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** A path as the years' sheet has it: members with their history. */
export function pathOf(
  { valuation: { assumptions, months } }: ScenarioSteps,
  name: PathName,
): YearlyPath {
  const { members, unemploymentRate, earnings, investmentReturn } = assumptions;
  switch (name) {
    case "members": {
      const firstYear = Math.min(members.firstYear, yearOf(months.firstMonth));
      const growth = 1 + assumptions.memberGrowthBeforeBaseYear;
      const before = Array.from(
        { length: members.firstYear - firstYear },
        (_, i) => members.values[0]! / growth ** (members.firstYear - firstYear - i),
      );
      return { firstYear, values: [...before, ...members.values] };
    }
    case "unemployment":
      return unemploymentRate;
    case "memberEarnings":
      return earnings.membersIdr;
    case "claimantEarnings":
      return earnings.claimantsIdr;
    case "return":
      return investmentReturn;
  }
}

export function yearsGrid(scenarios: readonly ScenarioSteps[]): YearsGrid {
  const paths = scenarios.flatMap((scenario) =>
    PATH_NAMES.map((name) => pathOf(scenario, name))
  );
  return {
    grid: new Grid(
      "By year",
      [
        "year",
        ...PATH_NAMES.flatMap((path) => scenarios.map(({ name }) => `${path}/${name}`)),
      ],
      FIRST_ROW,
    ),
    firstYear: Math.min(...paths.map(({ firstYear }) => firstYear)),
    lastYear:
      Math.max(...paths.map(({ firstYear, values }) => firstYear + values.length)) -
      1,
  };
}

/** Assumptions by year, each a number to change. */
export function yearsSheet(
  scenarios: readonly ScenarioSteps[],
  { grid, firstYear, lastYear }: YearsGrid,
): WorkbookSheet {
  return gridSheet(grid, {
    title: "Assumptions by year",
    about: "Yearly levels stand in the middle of their year; the monthly sheets say how.",
    rowCount: lastYear - firstYear + 1,
    columns: [
      {
        key: "year",
        heading: "Year",
        format: "0",
        width: 8,
        cell: (row) => ({ value: firstYear + row, align: "left" }),
      },
      ...PATH_NAMES.flatMap((path) =>
        scenarios.map((scenario): GridColumn => {
          const [heading, format] = PATHS[path];
          const { firstYear: first, values } = pathOf(scenario, path);
          const { members } = scenario.valuation.assumptions;
          const key = `${path}/${scenario.name}`;
          return {
            key,
            heading: `${heading}, ${scenario.title.toLowerCase()}`,
            format,
            width: 16,
            cell: (row): SheetCell | null => {
              const year = firstYear + row;
              const value = values[year - first];
              if (value === undefined) return null;
              if (path !== "members" || year >= members.firstYear) {
                return { value, look: "input" };
              }
              const growth = cellName("memberGrowthBeforeBaseYear", scenario.name);
              return { value, formula: `${grid.at(key, row + 1)}/(1+${growth})` };
            },
          };
        })
      ),
    ],
  });
}

/** A formula for a month's value of a yearly path, as `monthlyValues` spreads it. */
export function spreadFormula(
  { grid, firstYear }: YearsGrid,
  key: string,
  path: YearlyPath,
  month: Month,
  shape: MonthlyShape,
): string {
  const at = (place: number) => grid.far(key, path.firstYear + place - firstYear);
  if (shape === "step") return at(Math.max(0, yearOf(month) - path.firstYear));
  // Half-months since the first mid-year: the middle of a month lies half a month on.
  const since = 2 * (month - (12 * path.firstYear + 6)) + 1;
  const left = Math.min(path.values.length - 2, Math.max(0, Math.floor(since / 24)));
  const [from, to] = [at(left), at(left + 1)];
  const part = `${since - 24 * left}/24`;
  return shape === "midyear_log_linear"
    ? `${from}*(${to}/${from})^(${part})`
    : `${from}+(${to}-${from})*${part}`;
}
