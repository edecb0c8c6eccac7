import type { SheetCell } from "@jkp/exhibit";
import { cellName, type Grid, type GridColumn } from "./grid.ts";
import type { LiveRules, ScenarioSteps } from "./live_scenario.ts";
import { type SurvivalGrid, survivalKey } from "./survival_sheet.ts";
import { livePath, type PathName, spreadFormula, type YearsGrid } from "./years_sheet.ts";

/** Where everything stands that the formulas of a month point at. */
export interface MonthsPlaces {
  readonly months: Grid;
  readonly years: YearsGrid;
  readonly survival: SurvivalGrid;
  /** Relative benefits by the name of the rules, where years differ. */
  readonly benefits: ReadonlyMap<string, Grid | null>;
}

/** Columns of the monthly sheet by key. */
export type MonthColumns = Readonly<Record<string, Omit<GridColumn, "key">>>;

/** A formula for a month's value of a path, spread over months as the choices say. */
export function spreadOver(
  scenario: ScenarioSteps,
  { years }: MonthsPlaces,
  name: PathName,
  place: number,
  period = 0,
): string {
  const { assumptions: { choices }, months } = scenario.valuation;
  return spreadFormula(
    years,
    livePath(scenario, name, period),
    months.firstMonth + place,
    name === "unemployment" ? choices.unemploymentShape : choices.levelShape,
  );
}

/** A column of durations: where it stands, its name, and how many months it has. */
interface Durations {
  readonly key: string;
  readonly name: string;
  readonly length: number;
}

/** Σ over d of inflows of d months ago times what a column of durations has for d. */
function overDurations(
  { months, survival }: MonthsPlaces,
  inflows: readonly string[],
  place: number,
  { key, name, length }: Durations,
): string {
  const back = Math.min(place, length - 1);
  const ranges = inflows.map((inflow) => months.range(inflow, place - back, place));
  const { grid, row } = survival;
  const column = back === length - 1 ? name : grid.farRange(key, row(back), row(0));
  return `SUMPRODUCT(${[...ranges, column].join(",")})`;
}

/** Σ over d of N(t − d) S(d). */
export function overSurvival(
  { name, valuation: { assumptions } }: ScenarioSteps,
  places: MonthsPlaces,
  inflow: string,
  place: number,
): string {
  return overDurations(places, [inflow], place, {
    key: survivalKey(places.survival, name),
    name: cellName("survival", name),
    length: assumptions.maximumUnemploymentMonths,
  });
}

/** Names of the columns that rules have for each month since the termination. */
const NAMES = { paid: "paid", weight: "benefitWeight", allowance: "allowance" } as const;

/** Σ over d of inflows times those paid, their benefits or their allowances. */
export function overRules(
  { name }: LiveRules,
  places: MonthsPlaces,
  inflows: readonly string[],
  place: number,
  what: keyof typeof NAMES,
): string {
  return overDurations(places, inflows, place, {
    key: `${what}/${name}`,
    name: cellName(NAMES[what], name),
    length: places.survival.longest,
  });
}

/** The sum of benefits where what a month of benefit pays moves from year to year. */
export function overYears(
  { name }: LiveRules,
  { months, survival, benefits }: MonthsPlaces,
  inflows: readonly string[],
  place: number,
  firstBenefit: number,
): string {
  const grid = benefits.get(name)!;
  const back = Math.min(place, grid.keys.length - 2);
  const ranges = inflows.map((key) => months.range(key, place - back, place));
  const { grid: durations, row } = survival;
  const paid = durations.farRange(`paid/${name}`, row(back), row(0));
  const from = grid.far(String(back), place - firstBenefit);
  const to = grid.at("0", place - firstBenefit);
  return `SUMPRODUCT(MMULT(${from}:${to},${[...ranges, paid].join("*")}))`;
}

/** A column of numbers that no formula follows. */
export function fixedColumn(
  heading: string,
  format: string,
  values: Float64Array,
): Omit<GridColumn, "key"> {
  return {
    heading,
    format,
    cell: (i): SheetCell => ({ value: values[i]!, look: "fixed" }),
  };
}
