import { capitalized, keyInWords, sectionInWords, type SheetCell } from "@jkp/exhibit";
import { formatMonth } from "@jkp/month";
import { CHOICE_REASONS, type ModelChoices } from "@jkp/valuation";
import {
  type AssumptionRow,
  input,
  inputAboveZero,
  ofClaims,
  ofRules,
  ofScenario,
  SCENARIO_FILE,
  SHARE,
} from "./assumption_row.ts";
import { cellName } from "./grid.ts";
import type { LiveRules, ScenarioSteps } from "./live_scenario.ts";
import { hasAllowances } from "./survival_sheet.ts";

/** Numbers to change; formulas follow them. */
export function inputs(scenarios: readonly ScenarioSteps[]): AssumptionRow[] {
  const of = (scenario: ScenarioSteps) => scenario.valuation.assumptions;
  const set = (key: string) => `--set ${key}=`;
  const usesAny = (...choices: ModelChoices["coveredUnemploymentRate"][]) =>
    scenarios.some((each) => choices.includes(of(each).choices.coveredUnemploymentRate));
  return [
    {
      key: "involuntaryShare",
      title: "Terminations that count as layoffs",
      unit: "of terminations",
      format: SHARE,
      cell: ofScenario((each) => {
        const value = of(each).scenarioInvoluntaryShare;
        return each.whyShareIsFixed === ""
          ? inputAboveZero(value)
          : { value, look: "fixed" };
      }),
      elsewhere: [
        set("involuntaryShare"),
        ...new Set(
          scenarios.flatMap(({ whyShareIsFixed: why }) =>
            why === "" ? [] : [`not live: ${why}`]
          ),
        ),
      ].join("; "),
    },
    {
      key: "paidShare",
      title: "Terminations that the design pays for, if service suffices",
      unit: "of terminations",
      format: SHARE,
      cell: ofClaims(({ steps }, { name, whyShareIsFixed }) => ({
        value: steps.assumptions.involuntaryShare,
        ...(whyShareIsFixed === ""
          ? { formula: cellName("involuntaryShare", name) }
          : { look: "fixed" }),
      })),
      elsewhere: "the design: which of them it covers",
    },
    {
      key: "eligibleShare",
      title: "Leavers with enough service",
      unit: "of leavers",
      format: SHARE,
      cell: ofClaims(({ steps }) => inputAboveZero(steps.assumptions.eligibleShare)),
      elsewhere: set("eligibleShare"),
    },
    {
      key: "benefitRate",
      title: "Benefit of the best paid month",
      unit: "of average earnings",
      format: SHARE,
      cell: ofRules(({ steps }) => inputAboveZero(steps.assumptions.benefitRate)),
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
        limits: { least: 0, most: 180 },
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
      cell: ofScenario((each) => inputAboveZero(of(each).terminationRatePerMonth)),
      elsewhere: set("terminationRatePerMonth"),
    },
    {
      key: "referenceUnemploymentRate",
      title: "Unemployment when terminations were observed",
      unit: "of the labour force",
      format: SHARE,
      cell: ofScenario((each) => ({
        value: of(each).referenceUnemploymentRate,
        look: "input",
        limits: { least: 0, most: 1, isLeastOut: true, isMostOut: true },
      })),
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
    sourceOf: string,
    value: (scenario: ScenarioSteps) => string | number,
  ): AssumptionRow => ({
    key: "",
    title,
    unit,
    format: "General",
    elsewhere,
    sourceOf,
    cell: ofScenario((scenario) => fixed(value(scenario))),
  });
  const terms = ({ valuation: { assumptions } }: ScenarioSteps) => assumptions.terms;
  const calendar = "[calendar] of the valuation file";
  return [
    row(
      "Design",
      "",
      "--design",
      "scheme",
      ({ valuation: { assumptions } }) => assumptions.schemeName,
    ),
    row(
      "First contribution",
      "month",
      calendar,
      "calendar",
      (each) => formatMonth(terms(each).firstContributionMonth),
    ),
    row(
      "First benefit",
      "month",
      calendar,
      "calendar",
      (each) => formatMonth(terms(each).firstBenefitMonth),
    ),
    row(
      "Years projected",
      "years",
      calendar,
      "calendar",
      (each) => terms(each).projectionYears,
    ),
    row(
      "Months of the average that a benefit is a share of",
      "months",
      "the design's file",
      "averageEarningsMonths",
      ({ valuation: { assumptions } }) => assumptions.averageEarningsMonths,
    ),
    row(
      "Longest unemployment",
      "months",
      SCENARIO_FILE,
      "maximumUnemploymentMonths",
      ({ valuation: { assumptions } }) => assumptions.maximumUnemploymentMonths,
    ),
    ...(Object.keys(CHOICE_REASONS) as (keyof ModelChoices)[]).map((name) =>
      row(
        capitalized(sectionInWords(name)),
        "choice",
        "--reading, or [method] of the valuation file",
        "",
        ({ valuation: { assumptions } }) => {
          const chosen = assumptions.choices[name];
          return typeof chosen === "number" ? "a number, above" : keyInWords(chosen);
        },
      )
    ),
  ];
}
