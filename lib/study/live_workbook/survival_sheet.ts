import type { SheetCell, WorkbookSheet } from "@jkp/exhibit";
import { survivalAt } from "@jkp/survival";
import { cellName, FIRST_ROW, Grid, type GridColumn, gridSheet } from "./grid.ts";
import type { LiveRules, ScenarioSteps } from "./live_scenario.ts";

/** Where months since the termination stand: the longest first, down to 0. */
export interface SurvivalGrid {
  readonly grid: Grid;
  readonly longest: number;
  /** The row of so many months. */
  readonly row: (months: number) => number;
}

/** The survival column of a scenario: one for all where all have the same. */
export function survivalKey({ grid }: SurvivalGrid, scenarioName: string): string {
  return grid.has("survival") ? "survival" : `survival/${scenarioName}`;
}

/** Whether some month of benefit is paid to others than the rest. */
const hasShares = ({ steps }: LiveRules) => steps.paidShares.some((each) => each !== 1);

/** Whether months of benefit differ, in a way that is the same in every year. */
export const hasWeights = ({ isSteady, isLevel }: LiveRules) => isSteady && !isLevel;

/** Whether who finds work is paid for it. */
export const hasAllowances = ({ steps: { allowances } }: LiveRules) =>
  allowances.afterWait.length + allowances.withoutWait.length > 0;

/** Columns of a set of rules, as the sheet has them. */
function keysOf(rules: LiveRules): string[] {
  return [
    "after",
    ...(hasShares(rules) ? ["share"] : []),
    "paid",
    ...(hasWeights(rules) ? ["relative", "weight"] : []),
    ...(rules.steps.allowances.afterWait.length > 0 ? ["found"] : []),
    ...(rules.steps.allowances.withoutWait.length > 0 ? ["foundSooner"] : []),
  ].map((key) => `${key}/${rules.name}`);
}

export function survivalGrid(scenarios: readonly ScenarioSteps[]): SurvivalGrid {
  const longest = Math.max(...scenarios.map(({ longest }) => longest));
  const keys = [
    "months",
    ...(hasOneCurve(scenarios)
      ? ["survival"]
      : scenarios.map(({ name }) => `survival/${name}`)),
    ...scenarios.flatMap(({ rules }) => rules.flatMap(keysOf)),
  ];
  return {
    grid: new Grid("Survival", keys, FIRST_ROW),
    longest,
    row: (months) => longest - months,
  };
}

/** Survival since the termination, and what share of leavers is paid in each month. */
export function survivalSheet(
  scenarios: readonly ScenarioSteps[],
  place: SurvivalGrid,
): WorkbookSheet {
  const { grid, longest, row } = place;
  const curves = grid.has("survival") ? scenarios.slice(0, 1) : scenarios;
  const columns: GridColumn[] = [
    {
      key: "months",
      heading: "Months since the termination d",
      format: "0",
      width: 16,
      cell: (r) => ({ value: longest - r, align: "left" }),
    },
    ...curves.map((scenario) =>
      shareColumn(
        survivalKey(place, scenario.name),
        `Still unemployed S(d)${curves.length === 1 ? "" : `: ${scenario.title}`}`,
        (r) => survivalCell(scenario, place, longest - r),
      )
    ),
    ...scenarios.flatMap((scenario) =>
      scenario.rules.flatMap((rules) => rulesColumns(rules, scenario, place))
    ),
  ];
  const range = (key: string, from: number) => grid.fixedRange(key, row(from), row(0));
  return gridSheet(grid, {
    title: "Survival out of work, and who is paid",
    about:
      "The longest first, so that the column stands beside the months before: terminations " +
      "of d months ago times S(d).",
    columns,
    rowCount: longest + 1,
    cellNames: Object.fromEntries(scenarios.flatMap((scenario) => {
      const { name, valuation: { assumptions }, rules } = scenario;
      const last = assumptions.maximumUnemploymentMonths - 1;
      return [
        [cellName("survival", name), range(survivalKey(place, name), last)],
        ...rules.flatMap((each) => {
          const named = (what: string, key: string) => [
            cellName(what, each.name),
            range(`${key}/${each.name}`, longest - 1),
          ];
          return [
            named("paid", "paid"),
            ...(hasWeights(each) ? [named("benefitWeight", "weight")] : []),
          ];
        }),
      ];
    })),
  });
}

function shareColumn(
  key: string,
  heading: string,
  cell: (row: number) => SheetCell | null,
): GridColumn {
  return { key, heading, format: "0.0000%", width: 16, cell };
}

/** A point of the curve to change, or what lies straight between two. */
function survivalCell(
  { name, valuation: { assumptions }, isSurvivalLive }: ScenarioSteps,
  place: SurvivalGrid,
  months: number,
): SheetCell {
  const { survival, maximumUnemploymentMonths: end } = assumptions;
  const value = survivalAt(survival, months);
  if (!isSurvivalLive || months > end) return { value, look: "fixed" };
  const knots = survival.points.map(({ time }) => time).filter((time) => time <= end);
  if (knots.includes(months)) return { value, look: "input" };
  const left = knots.findLast((time) => time < months)!;
  const right = knots.find((time) => time > months)!;
  const at = (knot: number) => place.grid.at(survivalKey(place, name), place.row(knot));
  return {
    value,
    formula: `${at(left)}+(${at(right)}-${at(left)})*${months - left}/${right - left}`,
  };
}

function rulesColumns(
  rules: LiveRules,
  { name: scenarioName, isSurvivalLive }: ScenarioSteps,
  place: SurvivalGrid,
): GridColumn[] {
  const { grid, longest, row } = place;
  const { name, title, steps } = rules;
  const { survival, choices } = steps.assumptions;
  const named = (what: string) => cellName(what, name);
  const curve = survivalKey(place, scenarioName);
  const points = grid.fixedRange(curve, 0, longest);
  const [whole, part] = [named("waitingWhole"), named("waitingPart")];
  const most = named("maximumDurationMonths");
  const at = (key: string, r: number) => grid.at(`${key}/${name}`, r);
  const column = (
    key: string,
    heading: string,
    cell: (months: number, r: number) => SheetCell | null,
  ) =>
    shareColumn(
      `${key}/${name}`,
      `${heading}: ${title}`,
      (r) => r === row(longest) ? null : cell(longest - r, r),
    );
  const made: Record<string, GridColumn> = Object.fromEntries([
    column("after", "Still unemployed after the wait", (months, r) => {
      const value = survivalAt(survival, months + steps.waitingShift);
      if (!isSurvivalLive) return { value, look: "fixed" };
      const d = grid.at("months", r);
      return {
        value,
        formula: `IF(${d}+${whole}+${part}>${longest},0,` +
          `(1-${part})*INDEX(${points},${longest + 1}-${d}-${whole})+` +
          `IF(${part}=0,0,${part}*INDEX(${points},${longest}-${d}-${whole})))`,
      };
    }),
    column("share", "Of claimants, with a benefit in this month", (months) => ({
      value: steps.paidShares[months]!,
      look: "fixed",
    })),
    column("paid", "Paid, of those terminated", (months, r) => {
      const d = grid.at("months", r);
      const share = hasShares(rules) ? `*${at("share", r)}` : "";
      const shortened = choices.waitingPeriod === "shortens_payments"
        ? `*MIN(1,MAX(0,${most}-${d}-${whole}-${part}))`
        : "";
      return {
        value: steps.pattern[months] ?? 0,
        formula: `IF(${d}<${most},${at("after", r)}${share}${shortened},0)`,
      };
    }),
    column("relative", "Benefit over the best month's", (months) => ({
      value: steps.relativeBenefits[months]![0]!,
      look: "input",
    })),
    column("weight", "Paid times benefit", (months, r) => ({
      value: (steps.pattern[months] ?? 0) * steps.relativeBenefits[months]![0]!,
      formula: `${at("paid", r)}*${at("relative", r)}`,
    })),
    column("found", "Found work in the month, after the wait", (months, r) => {
      if (months === 0) return { value: 0 };
      const { waitingShift } = steps;
      return {
        value: survivalAt(survival, months - 1 + waitingShift) -
          survivalAt(survival, months + waitingShift),
        formula: `${at("after", r + 1)}-${at("after", r)}`,
      };
    }),
    column("foundSooner", "Found work in the month, without a wait", (months, r) => {
      if (months === 0) return { value: 0 };
      return {
        value: survivalAt(survival, months - 1) - survivalAt(survival, months),
        formula: `${grid.at(curve, r + 1)}-${grid.at(curve, r)}`,
      };
    }),
  ].map((each) => [each.key, each]));
  return keysOf(rules).map((key) => made[key]!);
}

/** Whether all scenarios have the same months out of work. */
function hasOneCurve(scenarios: readonly ScenarioSteps[]): boolean {
  const curves = scenarios.map(({ valuation: { assumptions } }) =>
    JSON.stringify([assumptions.survival, assumptions.maximumUnemploymentMonths])
  );
  return new Set(curves).size === 1;
}
