import type { SheetCell, WorkbookSheet } from "@jkp/exhibit";
import { claimColumns, claimKeys } from "./claim_columns.ts";
import { FIRST_ROW, Grid, gridSheet } from "./grid.ts";
import type { ScenarioSteps } from "./live_scenario.ts";
import { marketColumns, marketKeys } from "./market_columns.ts";
import { type MonthColumns, type MonthsPlaces, spreadOver } from "./month_formulas.ts";

const BILLION = 1e9;

/** Sums over claims of all rules, where there is more than one set. */
const TOTALS = {
  beneficiaries: ["Beneficiaries B, all", "#,##0"],
  benefits: ["Benefits of all, billion rupiah", "#,##0.0"],
  allowances: ["Allowances of all, billion rupiah", "#,##0.0"],
} as const;

/** The columns that a scenario needs, in their order. */
export function monthsGrid(scenario: ScenarioSteps, sheet: string): Grid {
  const { claims, valuation: { assumptions: { choices } } } = scenario;
  const keys = claims.map(claimKeys);
  const totals = Object.keys(TOTALS).filter((total) =>
    claims.length > 1 && keys.flat().some((key) => key.startsWith(`${total}#`))
  );
  return new Grid(sheet, [
    ...marketKeys(scenario),
    ...keys.flat(),
    ...totals,
    "memberEarnings",
    ...(choices.contributors === "members" ? [] : ["contributing"]),
    "insurable",
  ], FIRST_ROW);
}

/** The projection month by month, every column a formula. */
export function monthsSheet(
  scenario: ScenarioSteps,
  places: MonthsPlaces,
): WorkbookSheet {
  const { months } = places;
  const { title, valuation, claims } = scenario;
  const columns: MonthColumns = {
    ...totalColumns(scenario, places),
    ...marketColumns(scenario, places),
    ...Object.assign({}, ...claims.map((each) => claimColumns(scenario, each, places))),
  };
  const { beneficiaryMethod } = valuation.assumptions.choices;
  return gridSheet(months, {
    title: `${title}: month by month`,
    about:
      `${beneficiaryMethod === "flow" ? "B = b" : "B = b / T × U"} × involuntary × ` +
      "eligible share. T and b sum terminations of the months before times the columns of " +
      "the sheet Survival.",
    rowCount: valuation.months.members.length,
    columns: months.keys.map((key) => ({ key, ...columns[key]! })),
  });
}

/** Sums over all claims, and what is insured. */
function totalColumns(scenario: ScenarioSteps, places: MonthsPlaces): MonthColumns {
  const { months } = places;
  const { claims, valuation: { months: projected, periods } } = scenario;
  const at = (key: string, i: number) => months.at(key, i);
  const isLess = months.has("contributing");
  const contributing = (i: number) =>
    projected.members[i]! - (isLess ? projected.beneficiaries[i]! : 0);
  const total = (key: keyof typeof TOTALS, value: (i: number) => number) => {
    const [heading, format] = TOTALS[key];
    const marked = claims.map(({ mark }) => `${key}${mark}`).filter((each) =>
      months.has(each)
    );
    return {
      [key]: {
        heading,
        format,
        cell: (i: number): SheetCell => ({
          value: value(i),
          formula: marked.map((each) => at(each, i)).join("+"),
        }),
      },
    };
  };
  const sum = (value: (steps: typeof claims[number]["steps"]) => number) =>
    claims.reduce((total, { steps }) => total + value(steps), 0);
  const inForce = (i: number) =>
    Math.max(
      0,
      periods.findLastIndex(({ from }) => from <= projected.firstMonth + i),
    );
  return {
    ...total("beneficiaries", (i) => projected.beneficiaries[i]!),
    ...total(
      "benefits",
      (i) =>
        sum(({ beneficiaries, meanBenefitIdr }) =>
          beneficiaries[i]! * meanBenefitIdr[i]!
        ) / BILLION,
    ),
    ...total("allowances", (i) => projected.allowancesIdr[i]! / BILLION),
    memberEarnings: {
      heading: "Members' insurable earnings W, rupiah",
      format: "#,##0",
      cell: (i) => ({
        value: projected.memberEarningsIdr[i]!,
        formula: spreadOver(scenario, places, "memberEarnings", i, inForce(i)),
      }),
    },
    contributing: {
      heading: "Contributing members",
      format: "#,##0",
      cell: (i) => ({
        value: contributing(i),
        formula: `${at("members", i)}-${at("beneficiaries", i)}`,
      }),
    },
    insurable: {
      heading: "Insurable earnings of all, billion rupiah",
      format: "#,##0.0",
      cell: (i) => ({
        value: contributing(i) * projected.memberEarningsIdr[i]! / BILLION,
        formula: `${at(isLess ? "contributing" : "members", i)}*${
          at("memberEarnings", i)
        }/10^9`,
      }),
    },
  };
}
