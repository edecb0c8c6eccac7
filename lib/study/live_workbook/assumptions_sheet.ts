import {
  columnLetters,
  type SheetCell,
  type SheetRow,
  type WorkbookSheet,
} from "@jkp/exhibit";
import type { AssumptionColumn, AssumptionRow } from "./assumption_row.ts";
import { inputs, notLive } from "./assumption_rows.ts";
import { derived, limitsOfModel, VERDICT } from "./derived_rows.ts";
import { cellName, type Grid } from "./grid.ts";
import type { ScenarioSteps } from "./live_scenario.ts";
import { resultName, RESULTS } from "./rates_sheet.ts";

/** Where an assumption comes from, by its name; those without one say nothing. */
export type AssumptionSources = Readonly<Record<string, string>>;

/** What is live, in words. */
const LIVE_SENTENCES = [
  "Live: change a number on yellow here, in By year or in Survival, and every month, year, " +
  "fund and rate follows by formulas.",
  "Grey is not live: the column In a command or file says which option or file changes it, " +
  "and sheets behind the yearly ones are the program's tables as they are.",
] as const;

/** All assumptions that are one value each, with their names in formulas. */
export function assumptionsSheet(
  scenarios: readonly ScenarioSteps[],
  months: ReadonlyMap<string, Grid>,
  sources: AssumptionSources,
): WorkbookSheet {
  const columns = scenarios.flatMap((scenario): AssumptionColumn[] =>
    scenario.rules.map((rules) => ({ scenario, rules }))
  );
  const rows: SheetRow[] = [
    [{ value: "Assumptions", look: "title" }],
    ...LIVE_SENTENCES.map((value): SheetRow => [{ value, look: "note" }]),
    [],
    [
      { value: "Assumption", look: "heading" },
      { value: "Unit", look: "heading" },
      ...columns.map(({ rules: { title } }): SheetCell => ({
        value: title,
        look: "heading",
        align: "right",
      })),
      null,
      { value: "Name in formulas, before _ and the scenario", look: "heading" },
      { value: "In a command or file", look: "heading" },
      { value: "Source", look: "heading" },
    ],
  ];
  const frozenRows = rows.length;
  const cellNames: Record<string, string> = {};
  const section = (title: string) => rows.push([], [{ value: title, look: "heading" }]);

  const add = (
    { key, title, unit, format, cell, elsewhere, sourceOf }: AssumptionRow,
  ) => {
    rows.push([
      { value: title },
      { value: unit },
      ...columns.map((column) => {
        const made = cell(column);
        return made === null ? null : { format, ...made };
      }),
      null,
      { value: key },
      { value: elsewhere, isWrapped: true },
      { value: sources[sourceOf ?? key] ?? "", isWrapped: true },
    ]);
    if (key === "") return;
    columns.forEach(({ rules: { name } }, place) => {
      cellNames[cellName(key, name)] = `$${columnLetters(2 + place)}$${rows.length}`;
    });
  };
  section("What comes out");
  for (const { what, title, format, value } of RESULTS.slice(0, 2)) {
    rows.push([
      { value: title },
      { value: "of insurable earnings" },
      ...columns.map(({ scenario, rules }): SheetCell | null =>
        rules !== scenario.rules[0] ? null : {
          value: value(scenario),
          formula: resultName(what, scenario.name),
          format,
          look: "result",
        }
      ),
      null,
      { value: what },
    ]);
  }
  add(VERDICT);
  section("Numbers to change");
  inputs(scenarios).forEach(add);
  section("What follows from them");
  derived(months).forEach(add);
  section("What the model holds for");
  limitsOfModel(months).forEach(add);
  section("Not live");
  notLive().forEach(add);
  return {
    name: "Assumptions",
    title: "Assumptions that formulas follow",
    rows,
    widths: [56, 30, ...columns.map(() => 18), 2, 28, 46, 90],
    frozenRows,
    cellNames,
  };
}
