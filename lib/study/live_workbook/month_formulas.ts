import type { SheetCell } from "@jkp/exhibit";
import { cellName, type Grid, type GridColumn } from "./grid.ts";
import type { LiveRules, ScenarioSteps } from "./live_scenario.ts";
import type { MonthlyRates } from "./monthly_rates_sheet.ts";
import { type SurvivalGrid, survivalKey } from "./survival_sheet.ts";
import { livePath, type PathName, spreadFormula, type YearsGrid } from "./years_sheet.ts";

/** Where everything stands that the formulas of a month point at. */
export interface MonthsPlaces {
  readonly months: Grid;
  readonly years: YearsGrid;
  readonly survival: SurvivalGrid;
  /** What months of benefit pay where years differ. */
  readonly rates: readonly MonthlyRates[];
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
const NAMES = { paid: "paid", weight: "benefitWeight" } as const;

/** Σ over d of inflows times those paid, or times their benefits. */
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

/** What a table of rates by month multiplies, by months since the termination. */
const DURATIONS = {
  benefits: "paid",
  allowances: "found",
  soonerAllowances: "foundSooner",
} as const;

/** Σ over d of inflows times those paid, times rates that move from year to year. */
export function overYears(
  { name }: LiveRules,
  { months, survival, rates }: MonthsPlaces,
  inflows: readonly string[],
  place: number,
  kind: MonthlyRates["kind"],
): string {
  const { grid, firstPlace } = rates.find((each) =>
    each.rules.name === name && each.kind === kind
  )!;
  const back = Math.min(place, grid.keys.length - 2);
  const ranges = inflows.map((key) => months.range(key, place - back, place));
  const { grid: durations, row } = survival;
  const of = durations.farRange(`${DURATIONS[kind]}/${name}`, row(back), row(0));
  const from = grid.far(String(back), place - firstPlace);
  const to = grid.at("0", place - firstPlace);
  return `SUMPRODUCT(MMULT(${from}:${to},${[...ranges, of].join("*")}))`;
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
