import { capitalized, keyInWords, sectionInWords, type SheetCell } from "@jkp/exhibit";
import { formatMonth } from "@jkp/month";
import { CHOICE_REASONS, type ModelChoices } from "@jkp/valuation";
import { cellName, type Grid } from "./grid.ts";
import type { LiveRules, ScenarioSteps } from "./live_scenario.ts";
import { hasAllowances } from "./survival_sheet.ts";

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
}

const SHARE = "0.00%";
const SCENARIO_FILE = "the scenario's file";

const input = (
  value: number,
  least = 0,
  most = 1,
): SheetCell => ({ value, look: "input", limits: { least, most } });

type CellOf = AssumptionRow["cell"];

/** What no rules move: said once a scenario. */
const ofScenario =
  (cell: (scenario: ScenarioSteps) => SheetCell): CellOf => ({ scenario, rules }) =>
    rules === scenario.rules[0] ? cell(scenario) : null;

/** What rules say of jobs that end while they hold, and not of claims that run. */
const ofClaims = (cell: (rules: LiveRules) => SheetCell): CellOf => ({ rules }) =>
  rules.isOfRunning ? null : cell(rules);

/** What rules say of all claims that they reach. */
const ofRules =
  (cell: (rules: LiveRules, scenario: ScenarioSteps) => SheetCell): CellOf =>
  ({ rules, scenario }) => cell(rules, scenario);

/** Numbers to change; formulas follow them. */
export function inputs(scenarios: readonly ScenarioSteps[]): AssumptionRow[] {
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
      cell: ofClaims((each) => input(each.steps.assumptions.involuntaryShare)),
      elsewhere: hasOwnShare
        ? `${set("involuntaryShare")}, of which the law decides what is paid for`
        : set("involuntaryShare"),
    },
    {
      key: "eligibleShare",
      title: "Leavers with enough service",
      unit: "of leavers",
      format: SHARE,
      cell: ofClaims((each) => input(each.steps.assumptions.eligibleShare)),
      elsewhere: set("eligibleShare"),
    },
    {
      key: "benefitRate",
      title: "Benefit of the best paid month",
      unit: "of average earnings",
      format: SHARE,
      cell: ofRules((each) => input(each.steps.assumptions.benefitRate)),
      elsewhere: set("benefitRate"),
    },
    {
      key: "maximumDurationMonths",
      title: "Longest benefit",
      unit: "months",
      format: "0",
      cell: ofRules((each, { longest }) => ({
        value: each.steps.assumptions.maximumDurationMonths,
        limits: { least: 1, most: longest, isWhole: true },
        look: each.isSteady && !hasAllowances(each) ? "input" : "fixed",
      })),
      elsewhere: set("maximumDurationMonths"),
    },
    {
      key: "waitingPeriodDays",
      title: "Days without benefit at the start",
      unit: "days",
      format: "0",
      cell: ofRules((each, { isSurvivalLive }) => ({
        value: each.steps.assumptions.waitingPeriodDays,
        limits: { least: 0, most: 360 },
        look: isSurvivalLive && isWaitLive(each) ? "input" : "fixed",
      })),
      elsewhere: set("waitingPeriodDays"),
    },
    {
      key: "administrationRate",
      title: "Administration",
      unit: "of insurable earnings",
      format: "0.000%",
      cell: ofScenario((each) => input(of(each).administrationRate)),
      elsewhere: set("administrationRate"),
    },
    {
      key: "terminationRatePerMonth",
      title: "Terminations at reference unemployment",
      unit: "of members a month",
      format: "0.0000%",
      cell: ofScenario((each) => input(of(each).terminationRatePerMonth)),
      elsewhere: set("terminationRatePerMonth"),
    },
    {
      key: "referenceUnemploymentRate",
      title: "Unemployment when terminations were observed",
      unit: "of the labour force",
      format: SHARE,
      cell: ofScenario((each) => input(of(each).referenceUnemploymentRate)),
      elsewhere: SCENARIO_FILE,
    },
    {
      key: "memberGrowthBeforeBaseYear",
      title: "Growth of members before the base year",
      unit: "a year",
      format: SHARE,
      cell: ofScenario((each) => input(of(each).memberGrowthBeforeBaseYear, -0.5)),
      elsewhere: "--reading, or memberGrowthBeforeBaseYear of the valuation file",
    },
    ...(usesAny("implied", "implied_of_scenario")
      ? [{
        key: "referenceInvoluntaryShare",
        title: "Involuntary terminations in the reference years",
        unit: "of terminations",
        format: SHARE,
        cell: ofScenario((each) => input(of(each).referenceInvoluntaryShare)),
        elsewhere: SCENARIO_FILE,
      }, {
        key: "referenceEligibleShare",
        title: "Leavers with enough service in the reference years",
        unit: "of leavers",
        format: SHARE,
        cell: ofScenario((each) => input(of(each).referenceEligibleShare)),
        elsewhere: "the extract",
      }]
      : []),
    ...(usesAny("implied_of_scenario") && hasOwnShare
      ? [{
        key: "scenarioInvoluntaryShare",
        title: "Involuntary terminations of the scenario",
        unit: "of terminations",
        format: SHARE,
        cell: ofScenario((each) => input(of(each).scenarioInvoluntaryShare)),
        elsewhere: set("involuntaryShare"),
      }]
      : []),
    {
      key: "openingFund",
      title: "Fund at the start",
      unit: "billion rupiah",
      format: "#,##0.0",
      cell: ofScenario((each) => input(of(each).initialCapitalIdr / 1e9, 0, 1e9)),
      elsewhere: "[fund] of the valuation file",
    },
    {
      key: "reserveMultiple",
      title: "Reserve wanted at the end",
      unit: "years of the last year's expenses",
      format: "0.00",
      cell: ofScenario((each) => input(of(each).terms.reserveMultiple, 0, 100)),
      elsewhere: set("reserveMultiple"),
    },
    {
      key: "trialContributionRate",
      title: "Rate at which it is asked when the fund is overdrawn",
      unit: "of insurable earnings",
      format: SHARE,
      cell: ofClaims((each) => input(each.steps.assumptions.trialContributionRate)),
      elsewhere: "[trial] of the valuation file, or the design",
    },
  ];
}

/** Whether a changed wait moves payments by formulas alone. */
function isWaitLive(rules: LiveRules): boolean {
  const { waitingPeriod } = rules.steps.assumptions.choices;
  return waitingPeriod === "shifts_payments" ||
    waitingPeriod === "shortens_payments" && !hasAllowances(rules);
}

/** Numbers that follow from others. */
export function derived(
  months: ReadonlyMap<string, Grid>,
): AssumptionRow[] {
  const daysOf = (name: string) => `${cellName("waitingPeriodDays", name)}/30`;
  const isIgnored = ({ steps }: LiveRules) =>
    steps.assumptions.choices.waitingPeriod === "ignored";
  const reference = (key: string, { name, steps: { estimate } }: ScenarioSteps) =>
    months.get(name)!.farRange(key, estimate.reference[0], estimate.reference[1] - 1);
  return [
    {
      key: "waitingWhole",
      title: "Wait before the first benefit, whole months",
      unit: "months",
      format: "0",
      cell: ofRules((each) =>
        isIgnored(each) ? { value: 0, look: "fixed" } : {
          value: Math.floor(each.steps.waitingShift),
          formula: `INT(${daysOf(each.name)})`,
        }
      ),
      elsewhere: "",
    },
    {
      key: "waitingPart",
      title: "and the part of a month",
      unit: "of a month",
      format: "0.0000",
      cell: ofRules((each) =>
        isIgnored(each) ? { value: 0, look: "fixed" } : {
          value: each.steps.waitingShift - Math.floor(each.steps.waitingShift),
          formula: `${daysOf(each.name)}-${cellName("waitingWhole", each.name)}`,
        }
      ),
      elsewhere: "",
    },
    {
      key: "unemployedPerMember",
      title: "Theoretical unemployed per member in the reference years",
      unit: "ratio",
      format: "0.0000",
      cell: ofScenario((each) => ({
        value: each.steps.estimate.unemployedPerMember,
        formula: `SUMPRODUCT(${reference("theoretical", each)}/${
          reference("members", each)
        })/${each.steps.estimate.reference[1] - each.steps.estimate.reference[0]}`,
      })),
      elsewhere: "",
    },
    {
      key: "coveredUnemploymentRate",
      title: "Unemployment of the covered labour force in the reference years",
      unit: "of the covered labour force",
      format: "0.0000%",
      cell: ofScenario(coveredRateCell),
      elsewhere: "--reading, or coveredUnemploymentRate of the valuation file",
    },
    {
      key: "unemployedLevel",
      title: "Estimated unemployed over members times relative odds",
      unit: "ratio",
      format: "0.000000",
      cell: ofScenario((each) => ({
        value: each.steps.estimate.level,
        formula: `SUM(${reference("theoretical", each)})/SUM(${reference("odds", each)})${
          levelOfScenario(each)
        }`,
      })),
      elsewhere: "",
    },
  ];
}

/** What the equations do not hold for, though formulas give a number. */
export function limitsOfModel(months: ReadonlyMap<string, Grid>): AssumptionRow[] {
  const all = (key: string, { name, valuation }: ScenarioSteps) =>
    months.get(name)!.farRange(key, 0, valuation.months.members.length - 1);
  const highest = (one: Float64Array, other: Float64Array) =>
    one.reduce((most, value, i) => Math.max(most, value / other[i]!), 0);
  return [
    {
      key: "highestShareOfUnemployed",
      title: "Beneficiaries over unemployed, highest month",
      unit: "at most 1, or outside the model",
      format: "0.0000",
      cell: ofScenario((each) => {
        const { months: projected, assumptions: { choices } } = each.valuation;
        const isFlow = choices.beneficiaryMethod === "flow";
        return {
          value: highest(
            projected.beneficiaries,
            isFlow ? projected.theoreticalUnemployed : projected.estimatedUnemployed,
          ),
          formula: `SUMPRODUCT(MAX(${all("beneficiaries", each)}/${
            all(isFlow ? "theoretical" : "estimated", each)
          }))`,
        };
      }),
      elsewhere: "the command refuses it",
    },
    {
      key: "highestCoveredRate",
      title: "Unemployment of the covered labour force, highest month",
      unit: "below 1, or outside the model",
      format: "0.0000",
      cell: ofScenario((each) => ({
        value: each.steps.estimate.coveredRate *
          Math.max(...each.steps.relativeUnemployment),
        formula: `${cellName("coveredUnemploymentRate", each.name)}*MAX(${
          all("relative", each)
        })`,
      })),
      elsewhere: "the command refuses it",
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
export function notLive(): AssumptionRow[] {
  const fixed = (value: string | number): SheetCell => ({
    value,
    look: "fixed",
    align: "right",
    isWrapped: true,
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
    format: "General",
    elsewhere,
    cell: ofScenario((scenario) => fixed(value(scenario))),
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
        capitalized(sectionInWords(name)),
        "choice",
        "--reading, or [method] of the valuation file",
        ({ valuation: { assumptions } }) => {
          const chosen = assumptions.choices[name];
          return typeof chosen === "number" ? chosen : keyInWords(chosen);
        },
      )
    ),
  ];
}
