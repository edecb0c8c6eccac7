import type { SheetCell } from "@jkp/exhibit";
import { monthlyValues, monthOf, type YearlyPath } from "@jkp/month";
import { cellName, monthCell } from "./grid.ts";
import type { ScenarioSteps } from "./live_scenario.ts";
import {
  fixedColumn,
  type MonthColumns,
  type MonthsPlaces,
  overSurvival,
  spreadOver,
} from "./month_formulas.ts";

/** Columns that no rule moves: members, jobs that end, and unemployed. */
export function marketKeys({ valuation: { assumptions } }: ScenarioSteps): string[] {
  return [
    "month",
    "members",
    "unemployment",
    ...(assumptions.terminationRelativity === undefined ? [] : ["composition"]),
    "relative",
    "terminations",
    "theoretical",
    "odds",
    "estimated",
  ];
}

/** Members, jobs that end and unemployed, month by month. */
export function marketColumns(
  scenario: ScenarioSteps,
  places: MonthsPlaces,
): MonthColumns {
  const { months } = places;
  const { name, steps, valuation } = scenario;
  const { assumptions, months: projected } = valuation;
  const { choices, members, followsUnemployment = true } = assumptions;
  const { firstMonth } = projected;
  const firstProjected = monthOf(members.firstYear + 1, 1) - firstMonth;
  const named = (what: string) => cellName(what, name);
  const at = (key: string, i: number) => months.at(key, i);
  const unemployment = monthlyPath(
    scenario,
    assumptions.unemploymentRate,
    choices.unemploymentShape,
  );
  const { coveredRate } = steps.estimate;
  const persons = (
    heading: string,
    values: (i: number) => number,
    formula: (i: number) => string,
  ) => ({
    heading,
    format: "#,##0",
    cell: (i: number): SheetCell => ({ value: values(i), formula: formula(i) }),
  });
  return {
    month: {
      heading: "Month",
      format: "mmm yyyy",
      width: 10,
      cell: (i) => monthCell(firstMonth + i),
    },
    members: persons(
      "Members M",
      (i) => projected.members[i]!,
      (i) => spreadOver(scenario, places, "members", i),
    ),
    unemployment: {
      heading: "Unemployment rate u",
      format: "0.00%",
      cell: (i) =>
        i < firstProjected ? null : {
          value: unemployment[i]!,
          formula: spreadOver(scenario, places, "unemployment", i),
        },
    },
    composition: fixedColumn(
      "Terminations by members' sexes and ages, over the base year's",
      "0.0000",
      monthlyPath(scenario, assumptions.terminationRelativity),
    ),
    relative: {
      heading: "u over its reference rate",
      format: "0.0000",
      cell: (i) => {
        const value = steps.relativeUnemployment[i]!;
        const factors = [
          ...(i >= firstProjected && followsUnemployment
            ? [`${at("unemployment", i)}/${named("referenceUnemploymentRate")}`]
            : []),
          ...(months.has("composition") ? [at("composition", i)] : []),
        ];
        return factors.length === 0
          ? { value, look: "fixed" }
          : { value, formula: factors.join("*") };
      },
    },
    terminations: persons("Terminations N", (i) => projected.terminations[i]!, (i) => {
      const rate = `${named("terminationRatePerMonth")}*${at("relative", i)}`;
      return choices.terminationRate === "each_year_as_printed"
        ? `${at("members", i)}*ROUND(${rate},3)`
        : `${at("members", i)}*${rate}`;
    }),
    theoretical: persons(
      "Theoretical unemployed T",
      (i) => projected.theoreticalUnemployed[i]!,
      (i) => overSurvival(scenario, places, "terminations", i),
    ),
    odds: persons("Members times relative odds", (i) => {
      const relative = steps.relativeUnemployment[i]!;
      return projected.members[i]! * relative * (1 - coveredRate) /
        (1 - coveredRate * relative);
    }, (i) => {
      const [rate, relative] = [named("coveredUnemploymentRate"), at("relative", i)];
      return `${at("members", i)}*${relative}*(1-${rate})/(1-${rate}*${relative})`;
    }),
    estimated: persons(
      "Estimated unemployed U",
      (i) => projected.estimatedUnemployed[i]!,
      (i) => `${named("unemployedLevel")}*${at("odds", i)}`,
    ),
  };
}

/** A yearly path by month; zeros where there is none. */
export function monthlyPath(
  { valuation: { assumptions, months } }: ScenarioSteps,
  path: YearlyPath | undefined,
  shape = assumptions.choices.levelShape,
): Float64Array {
  const { firstMonth, members } = months;
  if (path === undefined) return new Float64Array(members.length);
  const lastMonth = firstMonth + members.length - 1;
  return monthlyValues(path, firstMonth, lastMonth, shape, "carried_back");
}
