import type { SheetCell, SheetRow, WorkbookSheet } from "@jkp/exhibit";
import { CHOICE_REASONS, type ModelChoices } from "@jkp/valuation";
import { formatMonth } from "@jkp/month";
import { cellName, type Grid } from "./grid.ts";
import type { ScenarioSteps } from "./live_scenario.ts";
import { resultName, RESULTS } from "./rates_sheet.ts";

/** Where an assumption comes from, by its name; those without one say nothing. */
export type AssumptionSources = Readonly<Record<string, string>>;

/** A row of the sheet. */
interface AssumptionRow {
  /** The name in formulas, before the scenario's. */
  readonly key: string;
  readonly title: string;
  readonly unit: string;
  readonly format: string;
  readonly cell: (scenario: ScenarioSteps) => SheetCell | null;
  /** How a command is told another value. */
  readonly elsewhere: string;
}

const SHARE = "0.00%";
const SCENARIO_FILE = "the scenario's file";

const input = (value: number): SheetCell => ({ value, look: "input" });

/** Numbers to change; formulas follow them. */
function inputs(scenarios: readonly ScenarioSteps[]): AssumptionRow[] {
  const of = (scenario: ScenarioSteps) => scenario.valuation.assumptions;
  const set = (key: string) => `--set ${key}=`;
  const usesAny = (...choices: ModelChoices["coveredUnemploymentRate"][]) =>
    scenarios.some((each) => choices.includes(of(each).choices.coveredUnemploymentRate));
  const hasOwnShare = scenarios.some((each) =>
    of(each).scenarioInvoluntaryShare !== of(each).involuntaryShare
  );
  return [
    {
      key: "involuntaryShare",
      title: "Terminations that the design pays for, if service suffices",
      unit: "of terminations",
      format: SHARE,
      cell: (each) => input(of(each).involuntaryShare),
      elsewhere: hasOwnShare
        ? `${set("involuntaryShare")}, of which the law decides what is paid for`
        : set("involuntaryShare"),
    },
    {
      key: "eligibleShare",
      title: "Leavers with enough service",
      unit: "of leavers",
      format: SHARE,
      cell: (each) => input(of(each).eligibleShare),
      elsewhere: set("eligibleShare"),
    },
    {
      key: "benefitRate",
      title: "Benefit of the best paid month",
      unit: "of average earnings",
      format: SHARE,
      cell: (each) => input(of(each).benefitRate),
      elsewhere: set("benefitRate"),
    },
    {
      key: "maximumDurationMonths",
      title: "Longest benefit",
      unit: "months",
      format: "0",
      cell: (each) => ({
        value: of(each).maximumDurationMonths,
        look: each.isBenefitSteady ? "input" : "fixed",
      }),
      elsewhere: set("maximumDurationMonths"),
    },
    {
      key: "waitingPeriodDays",
      title: "Days without benefit at the start",
      unit: "days",
      format: "0",
      cell: (each) => ({
        value: of(each).waitingPeriodDays,
        look: each.isSurvivalLive && of(each).choices.waitingPeriod !== "ignored"
          ? "input"
          : "fixed",
      }),
      elsewhere: set("waitingPeriodDays"),
    },
    {
      key: "administrationRate",
      title: "Administration",
      unit: "of insurable earnings",
      format: "0.000%",
      cell: (each) => input(of(each).administrationRate),
      elsewhere: set("administrationRate"),
    },
    {
      key: "terminationRatePerMonth",
      title: "Terminations at reference unemployment",
      unit: "of members a month",
      format: "0.0000%",
      cell: (each) => input(of(each).terminationRatePerMonth),
      elsewhere: set("terminationRatePerMonth"),
    },
    {
      key: "referenceUnemploymentRate",
      title: "Unemployment when terminations were observed",
      unit: "of the labour force",
      format: SHARE,
      cell: (each) => input(of(each).referenceUnemploymentRate),
      elsewhere: SCENARIO_FILE,
    },
    {
      key: "memberGrowthBeforeBaseYear",
      title: "Growth of members before the base year",
      unit: "a year",
      format: SHARE,
      cell: (each) => input(of(each).memberGrowthBeforeBaseYear),
      elsewhere: "--reading, or memberGrowthBeforeBaseYear of the valuation file",
    },
    ...(usesAny("implied", "implied_of_scenario")
      ? [{
        key: "referenceInvoluntaryShare",
        title: "Involuntary terminations in the reference years",
        unit: "of terminations",
        format: SHARE,
        cell: (each: ScenarioSteps) => input(of(each).referenceInvoluntaryShare),
        elsewhere: SCENARIO_FILE,
      }, {
        key: "referenceEligibleShare",
        title: "Leavers with enough service in the reference years",
        unit: "of leavers",
        format: SHARE,
        cell: (each: ScenarioSteps) => input(of(each).referenceEligibleShare),
        elsewhere: "the extract",
      }]
      : []),
    ...(usesAny("implied_of_scenario") && hasOwnShare
      ? [{
        key: "scenarioInvoluntaryShare",
        title: "Involuntary terminations of the scenario",
        unit: "of terminations",
        format: SHARE,
        cell: (each: ScenarioSteps) => input(of(each).scenarioInvoluntaryShare),
        elsewhere: set("involuntaryShare"),
      }]
      : []),
    {
      key: "openingFund",
      title: "Fund at the start",
      unit: "billion rupiah",
      format: "#,##0.0",
      cell: (each) => input(of(each).initialCapitalIdr / 1e9),
      elsewhere: "[fund] of the valuation file",
    },
    {
      key: "reserveMultiple",
      title: "Reserve wanted at the end",
      unit: "years of the last year's expenses",
      format: "0.00",
      cell: (each) => input(of(each).terms.reserveMultiple),
      elsewhere: set("reserveMultiple"),
    },
    {
      key: "trialContributionRate",
      title: "Rate at which it is asked when the fund is overdrawn",
      unit: "of insurable earnings",
      format: SHARE,
      cell: (each) => input(of(each).trialContributionRate),
      elsewhere: "[trial] of the valuation file, or the design",
    },
  ];
}

/** Numbers that follow from others. */
function derived(
  scenarios: readonly ScenarioSteps[],
  months: ReadonlyMap<string, Grid>,
): AssumptionRow[] {
  const daysOf = (name: string) => `${cellName("waitingPeriodDays", name)}/30`;
  const isIgnored = ({ valuation: { assumptions } }: ScenarioSteps) =>
    assumptions.choices.waitingPeriod === "ignored";
  const reference = (key: string, { name, steps: { estimate } }: ScenarioSteps) =>
    months.get(name)!.farRange(key, estimate.reference[0], estimate.reference[1] - 1);
  void scenarios;
  return [
    {
      key: "waitingWhole",
      title: "Wait before the first benefit, whole months",
      unit: "months",
      format: "0",
      cell: (each) =>
        isIgnored(each) ? { value: 0, look: "fixed" } : {
          value: Math.floor(each.steps.waitingShift),
          formula: `INT(${daysOf(each.name)})`,
        },
      elsewhere: "",
    },
    {
      key: "waitingPart",
      title: "and the part of a month",
      unit: "of a month",
      format: "0.0000",
      cell: (each) =>
        isIgnored(each) ? { value: 0, look: "fixed" } : {
          value: each.steps.waitingShift - Math.floor(each.steps.waitingShift),
          formula: `${daysOf(each.name)}-${cellName("waitingWhole", each.name)}`,
        },
      elsewhere: "",
    },
    {
      key: "unemployedPerMember",
      title: "Theoretical unemployed per member in the reference years",
      unit: "ratio",
      format: "0.0000",
      cell: (each) => ({
        value: each.steps.estimate.unemployedPerMember,
        formula: `SUMPRODUCT(${reference("theoretical", each)}/${
          reference("members", each)
        })/${each.steps.estimate.reference[1] - each.steps.estimate.reference[0]}`,
      }),
      elsewhere: "",
    },
    {
      key: "coveredUnemploymentRate",
      title: "Unemployment of the covered labour force in the reference years",
      unit: "of the covered labour force",
      format: "0.0000%",
      cell: coveredRateCell,
      elsewhere: "--reading, or coveredUnemploymentRate of the valuation file",
    },
    {
      key: "unemployedLevel",
      title: "Estimated unemployed over members times relative odds",
      unit: "ratio",
      format: "0.000000",
      cell: (each) => ({
        value: each.steps.estimate.level,
        formula: `SUM(${reference("theoretical", each)})/SUM(${reference("odds", each)})${
          levelOfScenario(each)
        }`,
      }),
      elsewhere: "",
    },
  ];
}

/** By the reading in force: a number to change, or what follows from others. */
function coveredRateCell(
  { name, steps: { estimate }, valuation: { assumptions } }: ScenarioSteps,
): SheetCell {
  const value = estimate.coveredRate;
  const named = (what: string) => cellName(what, name);
  const odds = (factor: string) => `${factor}/(1+${factor})`;
  switch (assumptions.choices.coveredUnemploymentRate) {
    case "national":
      return { value, formula: named("referenceUnemploymentRate") };
    case "implied":
      return {
        value,
        formula: odds(
          [
            "referenceInvoluntaryShare",
            "referenceEligibleShare",
            "unemployedPerMember",
          ].map(named).join("*").replace(/^(.*)$/, "($1)"),
        ),
      };
    case "implied_of_scenario":
      return {
        value,
        formula: odds(
          `(${named("referenceInvoluntaryShare")}*${named("unemployedPerMember")})`,
        ),
      };
    default:
      return input(value);
  }
}

function levelOfScenario({ name, valuation: { assumptions } }: ScenarioSteps): string {
  if (assumptions.choices.coveredUnemploymentRate !== "implied_of_scenario") return "";
  const named = (what: string) => cellName(what, name);
  const own = assumptions.scenarioInvoluntaryShare === assumptions.involuntaryShare
    ? "involuntaryShare"
    : "scenarioInvoluntaryShare";
  const perMember = named("unemployedPerMember");
  return `*(1+${named("referenceInvoluntaryShare")}*${perMember})/(1+${
    named(own)
  }*${perMember})`;
}

/** What no formula follows. */
function notLive(): AssumptionRow[] {
  const fixed = (value: string | number): SheetCell => ({
    value,
    look: "fixed",
    align: "right",
  });
  const row = (
    title: string,
    unit: string,
    elsewhere: string,
    value: (scenario: ScenarioSteps) => string | number,
  ): AssumptionRow => ({
    key: "",
    title,
    unit,
    format: "0",
    elsewhere,
    cell: (scenario) => fixed(value(scenario)),
  });
  const terms = ({ valuation: { assumptions } }: ScenarioSteps) => assumptions.terms;
  const calendar = "[calendar] of the valuation file";
  return [
    row(
      "Design",
      "",
      "--design",
      ({ valuation: { assumptions } }) => assumptions.schemeName,
    ),
    row(
      "First contribution",
      "month",
      calendar,
      (each) => formatMonth(terms(each).firstContributionMonth),
    ),
    row(
      "First benefit",
      "month",
      calendar,
      (each) => formatMonth(terms(each).firstBenefitMonth),
    ),
    row("Years projected", "years", calendar, (each) => terms(each).projectionYears),
    row(
      "Months of the average that a benefit is a share of",
      "months",
      "the design's file",
      ({ valuation: { assumptions } }) => assumptions.averageEarningsMonths,
    ),
    row(
      "Longest unemployment",
      "months",
      SCENARIO_FILE,
      ({ valuation: { assumptions } }) => assumptions.maximumUnemploymentMonths,
    ),
    ...(Object.keys(CHOICE_REASONS) as (keyof ModelChoices)[]).map((name) =>
      row(
        `Choice ${name}`,
        "",
        "--reading, or [method] of the valuation file",
        ({ valuation: { assumptions } }) => assumptions.choices[name],
      )
    ),
  ];
}

/** What is live, in words. */
export const LIVE_SENTENCES = [
  "Live: change a number on yellow here, in By year or in Survival, and every month, year, " +
  "fund and rate follows by formulas.",
  "Grey is not live: the last column but one says which option of the command or which file " +
  "changes it; the sheets behind Printed or Rates are the program's tables as they are.",
] as const;

/** All assumptions that are one value each, with their names in formulas. */
export function assumptionsSheet(
  scenarios: readonly ScenarioSteps[],
  months: ReadonlyMap<string, Grid>,
  sources: AssumptionSources,
): WorkbookSheet {
  const column = (place: number) => String.fromCharCode(67 + place);
  const rows: SheetRow[] = [
    [{ value: "Assumptions", look: "title" }],
    ...LIVE_SENTENCES.map((value): SheetRow => [{ value, look: "note" }]),
    [],
    [
      { value: "Assumption", look: "heading" },
      { value: "Unit", look: "heading" },
      ...scenarios.map(({ title }): SheetCell => ({
        value: title,
        look: "heading",
        align: "right",
      })),
      { value: "Name in formulas, before _ and the scenario", look: "heading" },
      { value: "In a command or file", look: "heading" },
      { value: "Source", look: "heading" },
    ],
  ];
  const frozenRows = rows.length;
  const cellNames: Record<string, string> = {};
  const section = (title: string) => rows.push([], [{ value: title, look: "heading" }]);

  section("What comes out");
  for (const { what, title, format, value } of RESULTS.slice(0, 2)) {
    rows.push([
      { value: title },
      { value: "of insurable earnings" },
      ...scenarios.map((scenario): SheetCell => ({
        value: value(scenario),
        formula: resultName(what, scenario.name),
        format,
        look: "result",
      })),
      { value: what },
    ]);
  }
  const add = ({ key, title, unit, format, cell, elsewhere }: AssumptionRow) => {
    rows.push([
      { value: title },
      { value: unit },
      ...scenarios.map((scenario) => {
        const made = cell(scenario);
        return made === null ? null : { format, ...made };
      }),
      { value: key },
      { value: elsewhere },
      { value: sources[key] ?? "" },
    ]);
    if (key === "") return;
    scenarios.forEach(({ name }, place) => {
      cellNames[cellName(key, name)] = `$${column(place)}$${rows.length}`;
    });
  };
  section("Numbers to change");
  inputs(scenarios).forEach(add);
  section("What follows from them");
  derived(scenarios, months).forEach(add);
  section("Not live");
  notLive().forEach(add);
  return {
    name: "Assumptions",
    title: "Assumptions that formulas follow",
    rows,
    widths: [56, 30, ...scenarios.map(() => 14), 30, 44, 60],
    frozenRows,
    cellNames,
  };
}
