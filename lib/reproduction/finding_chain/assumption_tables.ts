import type { ReportScenario } from "@jkp/economy";
import { type CellValue, countInWords, formatNumber, type Table } from "@jkp/exhibit";
import { formatMonth, yearOf } from "@jkp/month";
import { type Published, publishedRow } from "@jkp/published";
import { survivalAt } from "@jkp/survival";
import { reportSources } from "../assumption_sources.ts";
import { reportSource } from "../report_source.ts";
import type { ReportResults } from "../results.ts";

/** A printed number: its table or section, and its cell there. */
type Place = readonly [item: string, cell: string];

/** An assumption with one value. */
interface Scalar {
  readonly name: string;
  readonly value: CellValue;
  readonly unit: string;
  readonly source: string;
  /** Where the report prints it, in the same unit. */
  readonly printed?: readonly Place[];
}

/** Tells a printed number that is not ours. */
const DIFFERS = "≠";

/**
 * The assumptions of a scenario that are one value each, with what the report prints of them
 * and their sources, a row each.
 */
export function scalarsTable(
  results: ReportResults,
  scenario: ReportScenario,
  published: Published,
): Table {
  const sources = reportSources(results, [scenario]);
  const rows = [
    ...experienceScalars(results, scenario, sources),
    ...scenarioScalars(results, scenario, sources),
    ...rulesScalars(results, sources),
  ].map(({ printed = [], ...scalar }) => ({
    ...scalar,
    printed: printed.map((place) => printedBeside(scalar.value, published, place))
      .join("; "),
  }));
  return {
    id: `assumptions_${scenario}`,
    number: "",
    title: `${results.scenarios[scenario].title} scenario: assumptions and their sources`,
    columns: [
      { key: "name", title: "Assumption" },
      { key: "value", title: "Value" },
      { key: "unit", title: "Unit" },
      { key: "printed", title: "The report prints" },
      { key: "source", title: "Source" },
    ],
    rows,
    notes: rows.some(({ printed }) => printed.includes(DIFFERS))
      ? [
        `${DIFFERS} marks a printed number that differs from the value in its last digit.`,
      ]
      : [],
    source: reportSource(results.experience),
  };
}

type Sources = ReturnType<typeof reportSources>;

function experienceScalars(
  results: ReportResults,
  name: ReportScenario,
  sources: Sources,
): Scalar[] {
  const { assumptions } = results.valuations[name];
  const { referenceYears: [first, last], members, survival, earnings } = assumptions;
  const printedSurvival: Readonly<Record<number, readonly Place[]>> = {
    6: [["text_1_2_3", "survival_6"], ["text_3_2_2", "inactive_6"]],
    12: [["text_1_2_3", "survival_12"], ["text_3_2_2", "inactive_12"]],
    24: [["text_1_2_3", "survival_24"]],
  };
  return [
    {
      name: `Members, average of ${members.firstYear}`,
      value: decimals(members.values[0]!, 0),
      unit: "persons",
      source: sources.members,
      printed: [["table_1_3", "total/total"]],
    },
    {
      name: `Growth of members a year before ${members.firstYear}`,
      value: percent(assumptions.memberGrowthBeforeBaseYear),
      unit: "%",
      source: sources.memberGrowthBeforeBaseYear,
    },
    {
      name: `Terminations a month, ${first}–${last}`,
      value: percent(assumptions.terminationRatePerMonth, 4),
      unit: "% of members",
      source: sources.terminationRatePerMonth,
      printed: [["text_3_2_3", "termination_rate_2018_19"]],
    },
    {
      name: "Terminated who meet the qualifying conditions",
      value: percent(assumptions.eligibleShare),
      unit: "%",
      source: sources.eligibleShare,
      printed: [["text_3_2_2", "withdrawers_12m_share"]],
    },
    ...[1, 3, 6, 12, 24].map((months) => ({
      name: `Still without work after ${countInWords(months, "month")}`,
      value: percent(survivalAt(survival, months), 1),
      unit: "%",
      source: sources.survival,
      printed: printedSurvival[months] ?? [],
    })),
    {
      name: "Claimants' insurable earnings below members'",
      value: percent(1 - earnings.claimantRelativity, 1),
      unit: "%",
      source: sources.claimantRelativity,
      printed: [["table_3_4", `claimants_earnings_profile/${name}`]],
    },
  ];
}

function scenarioScalars(
  results: ReportResults,
  name: ReportScenario,
  sources: Sources,
): Scalar[] {
  const { assumptions } = results.valuations[name];
  return [
    {
      name: "National unemployment rate of the reference years",
      value: percent(assumptions.referenceUnemploymentRate, 1),
      unit: "%",
      source: sources.referenceUnemploymentRate,
      printed: [["text_3_2_3", "unemp_2018_19"]],
    },
    {
      name: "Terminations that are involuntary",
      value: percent(assumptions.involuntaryShare, 0),
      unit: "%",
      source: sources.involuntaryShare,
      printed: [["table_3_4", `involuntary_share/${name}`]],
    },
    {
      name: "Longest unemployment",
      value: assumptions.maximumUnemploymentMonths,
      unit: "months",
      source: sources.maximumUnemploymentMonths,
      printed: [["text_3_2_2", "max_unemployment_months"]],
    },
    {
      name: "Administration",
      value: percent(assumptions.administrationRate),
      unit: "% of insurable earnings",
      source: sources.administrationRate,
      printed: [["table_3_4", `administrative_expenses/${name}`]],
    },
  ];
}

function rulesScalars(
  { rules, terms, valuations }: ReportResults,
  sources: Sources,
): Scalar[] {
  const { qualifying, insurableEarnings } = rules;
  const { assumptions } = valuations.base;
  const ofTable31 = (cell: string) => ({ printed: [["table_3_1", cell]] as const });
  return [
    {
      name: "Months of contribution that qualify",
      value: qualifying.contributionMonths,
      unit: `of the last ${qualifying.windowMonths} months`,
      source: sources.qualifying,
      ...ofTable31("contribution_record_required_months"),
    },
    {
      name: "Benefit",
      value: percent(assumptions.benefitRate, 0),
      unit: "% of average insurable earnings",
      source: sources.benefitRate,
      ...ofTable31("benefit_rate_pct"),
    },
    {
      name: "Longest benefit",
      value: assumptions.maximumDurationMonths,
      unit: "months",
      source: sources.maximumDurationMonths,
      ...ofTable31("maximum_benefit_duration_months"),
    },
    {
      name: "Waiting period",
      value: assumptions.waitingPeriodDays,
      unit: "days",
      source: sources.waitingPeriodDays,
      ...ofTable31("waiting_period_days"),
    },
    {
      name: `Ceiling of insurable earnings, ${yearOf(insurableEarnings.from)}`,
      value: insurableEarnings.ceiling.amountPerMonth,
      unit: "rupiah a month",
      source: sources.insurableEarnings,
      ...ofTable31("insurable_earnings"),
    },
    {
      name: "First contributions",
      value: formatMonth(terms.firstContributionMonth),
      unit: "month",
      source: sources.calendar,
    },
    {
      name: "First benefits",
      value: formatMonth(terms.firstBenefitMonth),
      unit: "month",
      source: sources.calendar,
      printed: [["text_3_2_1", "first_benefit_month"]],
    },
    {
      name: "Reserve wanted at the end",
      value: terms.reserveMultiple,
      unit: "times the last year's expenses",
      source: sources.reserveMultiple,
      printed: [["text_3_2_6", "reserve_multiple"]],
    },
  ];
}

/** What is printed, and where; marked where ours is another in the printed digit. */
function printedBeside(
  value: CellValue,
  published: Published,
  [item, cell]: Place,
): string {
  const row = publishedRow(published, item, cell);
  const ours = typeof value === "object" ? value?.value ?? null : value;
  const isOurs = typeof ours === "number" && row.value !== null
    ? Math.abs(ours - row.value) <= row.tolerance * (1 + 1e-9)
    : ours === row.published;
  const shown = row.value === null
    ? row.published
    : formatNumber(row.value, row.decimals);
  return `${isOurs ? "" : `${DIFFERS}\u00a0`}${shown} (${row.locator})`;
}

function decimals(value: number, decimals: number): CellValue {
  return { value, decimals };
}

function percent(fraction: number, decimals = 2): CellValue {
  return { value: 100 * fraction, decimals };
}
