import type { SheetCell, WorkbookSheet } from "@jkp/exhibit";
import { type Month, type MonthlyShape, type YearlyPath, yearOf } from "@jkp/month";
import { cellName, FIRST_ROW, Grid, type GridColumn, gridSheet } from "./grid.ts";
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

/** A path of a scenario, under the rules of one of its periods. */
export interface LivePath {
  readonly key: string;
  readonly path: YearlyPath;
}

/**
 * A path as the years' sheet has it: members with their history, earnings under the limits
 * of a period's rules. Periods with the same path have one column.
 */
export function livePath(
  scenario: ScenarioSteps,
  name: PathName,
  period = 0,
): LivePath {
  const paths = scenario.valuation.periods.map((_, place) =>
    pathOf(scenario, name, place)
  );
  const texts = paths.map((path) => JSON.stringify(path));
  const first = texts.indexOf(texts[period]!);
  return {
    key: `${name}/${scenario.name}${first === 0 ? "" : `#${first + 1}`}`,
    path: paths[first]!,
  };
}

function pathOf(
  { valuation: { assumptions, months, periods } }: ScenarioSteps,
  name: PathName,
  period: number,
): YearlyPath {
  const { members, unemploymentRate, investmentReturn } = assumptions;
  const { earnings } = periods[period]!.assumptions;
  switch (name) {
    case "members": {
      const firstYear = Math.min(members.firstYear, yearOf(months.firstMonth));
      const growth = 1 + assumptions.memberGrowthBeforeBaseYear;
      const years = members.firstYear - firstYear;
      const before = Array.from(
        { length: years },
        (_, i) => members.values[0]! / growth ** (years - i),
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

/** Where assumptions by year stand. */
export interface YearsGrid {
  readonly grid: Grid;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** The columns of a path, in their order: of each scenario, under each of its rules. */
function columnsOf(scenarios: readonly ScenarioSteps[], name: PathName) {
  return scenarios.flatMap((scenario) => {
    const paths = scenario.claims.map(({ words }, period) => ({
      ...livePath(scenario, name, period),
      scenario,
      words: period === 0 ? "" : `, ${words}`,
    }));
    return paths.filter(({ key }, i) =>
      paths.findIndex((path) => path.key === key) === i
    );
  });
}

export function yearsGrid(scenarios: readonly ScenarioSteps[]): YearsGrid {
  const columns = PATH_NAMES.flatMap((name) => columnsOf(scenarios, name));
  const firstYears = columns.map(({ path }) => path.firstYear);
  const ends = columns.map(({ path }) => path.firstYear + path.values.length);
  return {
    grid: new Grid("By year", ["year", ...columns.map(({ key }) => key)], FIRST_ROW),
    firstYear: Math.min(...firstYears),
    lastYear: Math.max(...ends) - 1,
  };
}

/** Assumptions by year, numbers to change where formulas follow them. */
export function yearsSheet(
  scenarios: readonly ScenarioSteps[],
  { grid, firstYear, lastYear }: YearsGrid,
): WorkbookSheet {
  const columns = PATH_NAMES.flatMap((name) =>
    columnsOf(scenarios, name).map(({ key, path, scenario, words }): GridColumn => {
      const [heading, format] = PATHS[name];
      const { members } = scenario.valuation.assumptions;
      const growth = cellName("memberGrowthBeforeBaseYear", scenario.name);
      return {
        key,
        heading: `${heading}: ${scenario.title}${words}`,
        format,
        width: 16,
        cell: (row): SheetCell | null => {
          const year = firstYear + row;
          const value = path.values[year - path.firstYear];
          if (value === undefined) return null;
          return name === "members" && year < members.firstYear
            ? { value, formula: `${grid.at(key, row + 1)}/(1+${growth})` }
            : { value, look: isFollowed(scenario, name, year) ? "input" : "fixed" };
        },
      };
    })
  );
  return gridSheet(grid, {
    title: "Assumptions by year",
    about: "Levels stand in the middle of their year; the monthly sheets say how.",
    rowCount: lastYear - firstYear + 1,
    columns: [
      {
        key: "year",
        heading: "Year",
        format: "0",
        width: 8,
        cell: (row) => ({ value: firstYear + row, align: "left" }),
      },
      ...columns,
    ],
  });
}

/** Whether formulas follow a year's value: not before it counts, or where it never does. */
function isFollowed(
  { valuation: { assumptions, years } }: ScenarioSteps,
  name: PathName,
  year: number,
): boolean {
  const { members, choices, followsUnemployment = true } = assumptions;
  if (name === "return") return year >= years[0]!.year;
  return name !== "unemployment" ||
    followsUnemployment &&
      (year > members.firstYear || choices.unemploymentShape !== "step");
}

/** A formula for a month's value of a yearly path, as `monthlyValues` spreads it. */
export function spreadFormula(
  { grid, firstYear }: YearsGrid,
  { key, path }: LivePath,
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
