import type { SheetCell, WorkbookSheet } from "@jkp/exhibit";
import { survivalAt } from "@jkp/survival";
import { cellName, Grid, type GridColumn, gridSheet } from "./grid.ts";
import { FIRST_ROW } from "./grid.ts";
import { isLevel, type ScenarioSteps } from "./live_scenario.ts";

/** Where months since the termination stand: the longest first, down to 0. */
export interface SurvivalGrid {
  readonly grid: Grid;
  readonly longest: number;
  /** The row of so many months. */
  readonly row: (months: number) => number;
}

/** The survival column of a scenario: one for all where all have the same. */
const survivalKey = (scenarios: readonly ScenarioSteps[], name: string) =>
  hasOneCurve(scenarios) ? "survival" : `survival/${name}`;

/** Whether some month of benefit is paid to others than the rest. */
const hasShares = ({ steps }: ScenarioSteps) =>
  steps.paidShares.some((each) => each !== 1);

/** Whether months of benefit differ, in a way that is the same in every year. */
const hasWeights = (scenario: ScenarioSteps) =>
  scenario.isBenefitSteady && !isLevel(scenario);

export function survivalGrid(scenarios: readonly ScenarioSteps[]): SurvivalGrid {
  const longest = Math.max(...scenarios.map(({ longest }) => longest));
  const curves = new Set(scenarios.map(({ name }) => survivalKey(scenarios, name)));
  const keys = [
    "months",
    ...curves,
    ...scenarios.flatMap((scenario) => [
      `after/${scenario.name}`,
      ...(hasShares(scenario) ? [`share/${scenario.name}`] : []),
      `paid/${scenario.name}`,
      ...(hasWeights(scenario)
        ? [`relative/${scenario.name}`, `weight/${scenario.name}`]
        : []),
    ]),
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
  const curves = hasOneCurve(scenarios) ? scenarios.slice(0, 1) : scenarios;
  const columns: GridColumn[] = [
    {
      key: "months",
      heading: "Months since the termination",
      format: "0",
      width: 16,
      cell: (r) => ({ value: longest - r, align: "left" }),
    },
    ...curves.map((scenario): GridColumn => ({
      key: survivalKey(scenarios, scenario.name),
      heading: `Still unemployed S(d)${
        curves.length === 1 ? "" : `, ${scenario.title.toLowerCase()}`
      }`,
      format: "0.0000%",
      width: 16,
      cell: (r) =>
        survivalCell(
          scenario,
          place,
          survivalKey(scenarios, scenario.name),
          longest - r,
        ),
    })),
    ...scenarios.flatMap((scenario) => scenarioColumns(scenario, scenarios, place)),
  ];
  return gridSheet(grid, {
    title: "Survival out of work, and who is paid",
    about:
      "The longest first, so that the column stands beside the months before: terminations " +
      "of d months ago times S(d).",
    columns,
    rowCount: longest + 1,
    cellNames: Object.fromEntries(
      scenarios.flatMap((scenario) => {
        const { name, valuation: { assumptions } } = scenario;
        const last = assumptions.maximumUnemploymentMonths - 1;
        const range = (key: string, from: number) =>
          grid.fixedRange(key, row(from), row(0));
        return [
          [cellName("survival", name), range(survivalKey(scenarios, name), last)],
          [cellName("paid", name), range(`paid/${name}`, longest - 1)],
          ...(hasWeights(scenario)
            ? [[cellName("benefitWeight", name), range(`weight/${name}`, longest - 1)]]
            : []),
        ];
      }),
    ),
  });
}

/** A point of the curve to change, or what lies straight between two. */
function survivalCell(
  { valuation: { assumptions }, isSurvivalLive }: ScenarioSteps,
  { grid, row }: SurvivalGrid,
  key: string,
  months: number,
): SheetCell {
  const { survival, maximumUnemploymentMonths: end } = assumptions;
  const value = survivalAt(survival, months);
  if (!isSurvivalLive || months > end) return { value, look: "fixed" };
  const knots = survival.points.map(({ time }) => time).filter((time) => time <= end);
  if (knots.includes(months)) return { value, look: "input" };
  const left = knots.findLast((time) => time < months)!;
  const right = knots.find((time) => time > months)!;
  const [from, to] = [grid.at(key, row(left)), grid.at(key, row(right))];
  return {
    value,
    formula: `${from}+(${to}-${from})*${months - left}/${right - left}`,
  };
}

function scenarioColumns(
  scenario: ScenarioSteps,
  scenarios: readonly ScenarioSteps[],
  { grid, longest, row }: SurvivalGrid,
): GridColumn[] {
  const { name, title, steps, valuation: { assumptions }, isSurvivalLive } = scenario;
  const { survival, choices } = assumptions;
  const of = `, ${title.toLowerCase()}`;
  const months = (r: number) => longest - r;
  const whole = cellName("waitingWhole", name);
  const part = cellName("waitingPart", name);
  const most = cellName("maximumDurationMonths", name);
  const points = grid.fixedRange(survivalKey(scenarios, name), 0, longest);
  const after = (r: number): SheetCell => {
    const value = survivalAt(survival, months(r) + steps.waitingShift);
    if (!isSurvivalLive) return { value, look: "fixed" };
    const at = grid.at("months", r);
    return {
      value,
      formula: `IF(${at}+${whole}+${part}>${longest},0,` +
        `(1-${part})*INDEX(${points},${longest + 1}-${at}-${whole})+` +
        `IF(${part}=0,0,${part}*INDEX(${points},${longest}-${at}-${whole})))`,
    };
  };
  const paid = (r: number): SheetCell => {
    const at = grid.at("months", r);
    const shares = hasShares(scenario) ? `*${grid.at(`share/${name}`, r)}` : "";
    const shortened = choices.waitingPeriod === "shortens_payments"
      ? `*MIN(1,MAX(0,${most}-${at}-${whole}-${part}))`
      : "";
    return {
      value: steps.pattern[months(r)] ?? 0,
      formula: `IF(${at}<${most},${grid.at(`after/${name}`, r)}${shares}${shortened},0)`,
    };
  };
  const relative = (r: number) => steps.relativeBenefits[months(r)]?.[0] ?? null;
  const notPaid = row(longest);
  return [
    {
      key: `after/${name}`,
      heading: `Still unemployed after the wait${of}`,
      format: "0.0000%",
      width: 16,
      cell: (r) => r === notPaid ? null : after(r),
    },
    ...(hasShares(scenario)
      ? [{
        key: `share/${name}`,
        heading: `Of claimants with a benefit in this month${of}`,
        format: "0.0000%",
        width: 16,
        cell: (r: number): SheetCell | null =>
          r === notPaid ? null : { value: steps.paidShares[months(r)]!, look: "fixed" },
      }]
      : []),
    {
      key: `paid/${name}`,
      heading: `Paid, of those terminated${of}`,
      format: "0.0000%",
      width: 16,
      cell: (r) => r === notPaid ? null : paid(r),
    },
    ...(hasWeights(scenario)
      ? [{
        key: `relative/${name}`,
        heading: `Benefit over the best month's${of}`,
        format: "0.0000%",
        width: 16,
        cell: (r: number): SheetCell | null => {
          const value = relative(r);
          return value === null || r === notPaid ? null : { value, look: "input" };
        },
      }, {
        key: `weight/${name}`,
        heading: `Paid times benefit${of}`,
        format: "0.0000%",
        width: 16,
        cell: (r: number): SheetCell | null =>
          r === notPaid ? null : {
            value: (steps.pattern[months(r)] ?? 0) * relative(r)!,
            formula: `${grid.at(`paid/${name}`, r)}*${grid.at(`relative/${name}`, r)}`,
          },
      }]
      : []),
  ];
}

/** Whether all scenarios have the same months out of work. */
function hasOneCurve(scenarios: readonly ScenarioSteps[]): boolean {
  const curves = scenarios.map(({ valuation: { assumptions } }) =>
    JSON.stringify([assumptions.survival, assumptions.maximumUnemploymentMonths])
  );
  return new Set(curves).size === 1;
}
