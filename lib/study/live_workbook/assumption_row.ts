import type { SheetCell } from "@jkp/exhibit";
import type { LiveRules, ScenarioSteps } from "./live_scenario.ts";

/** A column of the sheet: a scenario under one set of its rules. */
export interface AssumptionColumn {
  readonly scenario: ScenarioSteps;
  readonly rules: LiveRules;
}

/** A row of the sheet. */
export interface AssumptionRow {
  /** The name in formulas, before the scenario's; none if no formula calls it. */
  readonly key: string;
  readonly title: string;
  readonly unit: string;
  readonly format: string;
  /** `null` where it is said in another column. */
  readonly cell: (column: AssumptionColumn) => SheetCell | null;
  /** How a command is told another value. */
  readonly elsewhere: string;
  /**
   * The name by which its source is known.
   * @default {key}
   */
  readonly sourceOf?: string;
}

/** The number format of a share. */
export const SHARE = "0.00%";
export const SCENARIO_FILE = "the scenario's file";

/** A number to change, and what it can be. */
export const input = (
  value: number,
  least = 0,
  most = 1,
): SheetCell => ({ value, look: "input", limits: { least, most } });

/** A share to change, of which nothing is too little: the command refuses it too. */
export const inputAboveZero = (value: number): SheetCell => ({
  value,
  look: "input",
  limits: { least: 0, most: 1, isLeastOut: true },
});

type CellOf = AssumptionRow["cell"];

/** What no rules move: said once a scenario. */
export const ofScenario =
  (cell: (scenario: ScenarioSteps) => SheetCell): CellOf => ({ scenario, rules }) =>
    rules === scenario.rules[0] ? cell(scenario) : null;

/** What rules say of jobs that end while they hold, and not of claims that run. */
export const ofClaims =
  (cell: (rules: LiveRules, scenario: ScenarioSteps) => SheetCell): CellOf =>
  ({ rules, scenario }) => rules.isOfRunning ? null : cell(rules, scenario);

/** What rules say of all claims that they reach. */
export const ofRules =
  (cell: (rules: LiveRules, scenario: ScenarioSteps) => SheetCell): CellOf =>
  ({ rules, scenario }) => cell(rules, scenario);
