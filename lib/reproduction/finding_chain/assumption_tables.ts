import type { ReportScenario } from "@jkp/economy";
import { formatMonth, yearOf } from "@jkp/month";
import { type CellValue, countInWords, type Table } from "@jkp/exhibit";
import type { ReportResults } from "../results.ts";
import { survivalAt } from "@jkp/survival";
import { reportSource } from "../report_source.ts";

/** An assumption with one value. */
interface Scalar {
  readonly name: string;
  readonly value: CellValue;
  readonly unit: string;
  readonly source: string;
}

/**
 * The assumptions of a scenario that are one value each, with their sources, a row each.
 */
export function scalarsTable(results: ReportResults, scenario: ReportScenario): Table {
  return {
    id: `assumptions_${scenario}`,
    number: "",
    title: `${results.scenarios[scenario].title} scenario: assumptions and their sources`,
    columns: [
      { key: "name", title: "Assumption" },
      { key: "value", title: "Value" },
      { key: "unit", title: "Unit" },
      { key: "source", title: "Source" },
    ],
    rows: [
      ...experienceScalars(results, scenario),
      ...scenarioScalars(results, scenario),
      ...rulesScalars(results),
    ].map((scalar) => ({ ...scalar })),
    notes: [],
    source: reportSource(results.experience),
  };
}

function experienceScalars(results: ReportResults, name: ReportScenario): Scalar[] {
  const { assumptions } = results.valuations[name];
  const { referenceYears: [first, last], members, survival, earnings } = assumptions;
  const { isSynthetic, extractName } = results.experience;
  const extract = (section: string) =>
    `${isSynthetic ? "synthetic extract" : "extract"} ${extractName}; ` +
    `ILO (2021), ${section}`;
  return [
    {
      name: `Members, average of ${members.firstYear}`,
      value: decimals(members.values[0]! / 1e3, 0),
      unit: "thousand",
      source: extract("section 3.2.3 and Table 1.3"),
    },
    {
      name: `Growth of members a year before ${members.firstYear}`,
      value: percent(assumptions.memberGrowthBeforeBaseYear),
      unit: "%",
      source: "choice memberGrowthBeforeBaseYear",
    },
    {
      name: `Terminations a month, ${first}–${last}`,
      value: percent(assumptions.terminationRatePerMonth, 4),
      unit: "% of members",
      source: extract("section 3.2.3"),
    },
    {
      name: "Terminated who meet the qualifying conditions",
      value: percent(assumptions.eligibleShare),
      unit: "%",
      source: extract("section 3.2.2"),
    },
    ...[1, 3, 6, 12, 24].map((months) => ({
      name: `Still without work after ${countInWords(months, "month")}`,
      value: percent(survivalAt(survival, months), 1),
      unit: "%",
      source: extract("section 1.2.3"),
    })),
    {
      name: "Claimants' insurable earnings below members'",
      value: percent(1 - earnings.claimantRelativity, 1),
      unit: "%",
      source: extract("section 3.2.2 and Tables 3.2, 3.5 and 3.6"),
    },
  ];
}

function scenarioScalars(results: ReportResults, name: ReportScenario): Scalar[] {
  const { assumptions } = results.valuations[name];
  const { source } = results.scenarios[name];
  return [
    {
      name: "National unemployment rate of the reference years",
      value: percent(assumptions.referenceUnemploymentRate, 1),
      unit: "%",
      source: "ILO (2021), section 3.2.3",
    },
    {
      name: "Terminations that are involuntary",
      value: percent(assumptions.involuntaryShare, 0),
      unit: "%",
      source,
    },
    {
      name: "Longest unemployment",
      value: assumptions.maximumUnemploymentMonths,
      unit: "months",
      source,
    },
    {
      name: "Administration",
      value: percent(assumptions.administrationRate),
      unit: "% of insurable earnings",
      source: `${source}; choice administration: ${assumptions.choices.administration}`,
    },
  ];
}

function rulesScalars({ rules, terms, valuations }: ReportResults): Scalar[] {
  const row = (name: string, value: CellValue, unit: string): Scalar => ({
    name,
    value,
    unit,
    source: rules.source,
  });
  const { qualifying, insurableEarnings } = rules;
  const { assumptions } = valuations.base;
  return [
    row(
      "Months of contribution that qualify",
      qualifying.contributionMonths,
      `of the last ${qualifying.windowMonths} months`,
    ),
    row(
      "Benefit",
      percent(assumptions.benefitRate, 0),
      "% of average insurable earnings",
    ),
    row("Longest benefit", assumptions.maximumDurationMonths, "months"),
    row("Waiting period", assumptions.waitingPeriodDays, "days"),
    row(
      `Ceiling of insurable earnings, ${yearOf(insurableEarnings.from)}`,
      insurableEarnings.ceiling.amountPerMonth,
      "rupiah a month",
    ),
    row("First contributions", formatMonth(terms.firstContributionMonth), "month"),
    row("First benefits", formatMonth(terms.firstBenefitMonth), "month"),
    row(
      "Reserve wanted at the end",
      terms.reserveMultiple,
      "times the last year's expenses",
    ),
  ];
}

function decimals(value: number, decimals: number): CellValue {
  return { value, decimals };
}

function percent(fraction: number, decimals = 2): CellValue {
  return { value: 100 * fraction, decimals };
}
