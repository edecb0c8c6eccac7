import type { ReportScenario } from "@jkp/economy";
import { formatMonth, monthOf, valueInYear, yearOf } from "@jkp/month";
import { type CellValue, type Table } from "@jkp/exhibit";
import type { ReportResults } from "../results.ts";
import { survivalAt } from "@jkp/survival";
import type { MonthlyProjection } from "@jkp/valuation";
import { reportSource } from "../report_source.ts";

/** An assumption with one value. */
interface Scalar {
  readonly name: string;
  readonly value: CellValue;
  readonly unit: string;
  readonly source: string;
}

/**
 * The assumptions of a scenario that are one value each, with their sources.
 *
 * @param results The computation.
 * @param scenario The scenario.
 * @returns A row an assumption.
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
      name: `Still without work after ${months} ${months === 1 ? "month" : "months"}`,
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

/**
 * The assumptions of a scenario by year, and the projection they lead to.
 *
 * @param results The computation.
 * @param scenario The scenario.
 * @returns A row a year of the projection.
 */
export function pathsTable(results: ReportResults, scenario: ReportScenario): Table {
  const { years, months, assumptions } = results.valuations[scenario];
  const economy = results.scenarios[scenario];
  const [assumed, projected] = [{ group: "Assumed" }, { group: "Projected" }];
  const rate = { unit: "%", decimals: 1, ...assumed };
  const count = { unit: "thousand", ...projected };
  const money = { unit: "rupiah a month", ...projected };
  return {
    id: `paths_${scenario}`,
    number: "",
    title: `${economy.title} scenario: assumptions by year and the projection`,
    columns: [
      { key: "year", title: "Year", isGrouped: false },
      { key: "unemployment", title: "Unemployment", ...rate },
      { key: "employment", title: "Employment growth", ...rate },
      { key: "productivity", title: "Productivity growth", ...rate },
      { key: "inflation", title: "Inflation", ...rate },
      { key: "return", title: "Return", ...rate, decimals: 2 },
      { key: "termination", title: "Terminations a month", ...rate, decimals: 3 },
      { key: "members", title: "Members", ...count },
      { key: "theoretical", title: "Unemployed, theoretical", ...count },
      { key: "estimated", title: "Unemployed, estimated", ...count },
      { key: "beneficiaries", title: "Beneficiaries", ...count, decimals: 1 },
      { key: "ratio", title: "Demographic ratio", unit: "%", decimals: 2, ...projected },
      { key: "earnings", title: "Members' insurable earnings", ...money },
      { key: "benefit", title: "Mean benefit", ...money },
    ],
    rows: years.map(({ year, ...found }) => {
      const of = (values: Float64Array) => meanOfYear(months, values, year);
      return {
        year,
        unemployment: 100 * valueInYear(assumptions.unemploymentRate, year),
        employment: 100 * valueInYear(economy.employmentGrowth, year),
        productivity: 100 * valueInYear(economy.productivityGrowth, year),
        inflation: 100 * valueInYear(economy.inflation, year),
        return: 100 * found.investmentReturn,
        termination: 100 * of(months.terminations) / of(months.members),
        members: found.members / 1e3,
        theoretical: of(months.theoreticalUnemployed) / 1e3,
        estimated: of(months.estimatedUnemployed) / 1e3,
        beneficiaries: found.beneficiaries / 1e3,
        ratio: 100 * found.demographicRatio,
        earnings: found.insurableEarningsIdr / found.members / 12,
        benefit: found.beneficiaries === 0
          ? null
          : found.benefitsIdr / found.beneficiaries / 12,
      };
    }),
    notes: [
      `Assumed: ${economy.source}. Terminations follow unemployment from the reference ` +
      "years' rate. Projected: averages of the year's months. Beneficiaries are the " +
      "theoretical ones, scaled to the estimated unemployed, of whom the involuntary and " +
      "eligible claim.",
    ],
    source: reportSource(results.experience),
  };
}

/** Mean of a monthly projection's values over a calendar year. */
function meanOfYear(
  { firstMonth }: MonthlyProjection,
  values: Float64Array,
  year: number,
): number {
  const start = monthOf(year, 1) - firstMonth;
  return values.subarray(start, start + 12).reduce((sum, value) => sum + value, 0) / 12;
}

function decimals(value: number, decimals: number): CellValue {
  return { value, decimals };
}

function percent(fraction: number, decimals = 2): CellValue {
  return { value: 100 * fraction, decimals };
}
