import { type CellValue, type Figure, rateInWords, type Table } from "@jkp/exhibit";
import type { Rules } from "@jkp/scheme";
import {
  type Affordable,
  affordableBenefitRate,
  affordableCeiling,
  affordableDuration,
  affordableMaximumBenefit,
  deriveAssumptions,
  fundTerms,
  isoCostCurve,
  rateKeepingReserve,
  type ValuationAssumptions,
  type ValuationInputs,
  valueAssumptions,
} from "@jkp/valuation";

/**
 * What a contribution rate affords of a scheme, and what a steady reserve costs, in each
 * scenario.
 *
 * @param rules The scheme's rules.
 * @param scenarios All that each scenario's valuations are made from, but the law.
 * @param contributionRate The rate, a fraction of insurable earnings.
 * @param source Where the data come from.
 * @returns A row a scenario: what each parameter of benefits could be, all others as they
 * are; and the rate that keeps one year's expenses in reserve.
 * @throws {RangeError} If the scheme cannot be valued.
 *
 * @example The 1.35 per cent of the proposal afford its 50 per cent for 6 months
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { rulesAt } from "@jkp/scheme";
 * import { readScheme } from "@jkp/scheme/read";
 * import { affordableTable } from "@jkp/study";
 * import { reportInputs } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const proposed = rulesAt(await readScheme("proposed_2021"), monthOf(2022, 1));
 * const base = await reportInputs("base");
 * const [row] = affordableTable(proposed, [base], 0.0135, "an example").rows;
 * assertEquals([Math.round(Number(row!.benefitRate)), row!.duration], [50, 6]);
 * ```
 */
export function affordableTable(
  rules: Rules,
  scenarios: readonly ValuationInputs[],
  contributionRate: number,
  source: string,
): Table {
  const rate = rateInWords(contributionRate);
  return {
    id: "affordable",
    number: "",
    title: `${rules.title}: what ${rate} of insurable earnings affords`,
    columns: [
      { key: "scenario", title: "Scenario" },
      { key: "benefitRate", title: "Benefit rate", unit: "%", decimals: 1 },
      { key: "duration", title: "Duration", unit: "months" },
      { key: "maximum", title: "Highest benefit", unit: "rupiah a month" },
      { key: "ceiling", title: "Ceiling of earnings from", unit: "rupiah a month" },
      {
        key: "reserve",
        title: "Rate that always keeps a year's expenses",
        unit: "% of insurable earnings",
        decimals: 2,
      },
    ],
    rows: scenarios.map((inputs) => {
      const { assumptions } = deriveAssumptions(inputs, rules);
      const benefitRate = affordableBenefitRate(assumptions, contributionRate);
      const { years } = valueAssumptions(assumptions);
      return {
        scenario: inputs.scenario.title,
        benefitRate: benefitRate === null ? "none" : 100 * benefitRate.value,
        duration: affordableDuration(assumptions, contributionRate)?.value ?? "none",
        maximum: amountOf(affordableMaximumBenefit(inputs, rules, contributionRate)),
        ceiling: amountOf(affordableCeiling(inputs, rules, contributionRate)),
        reserve: 100 * rateKeepingReserve(years, 1, fundTerms(assumptions)).root,
      };
    }),
    notes: [
      "Suggested rate, benefits and administration; each column alone, all else as in the " +
      "rules. Benefit rate: that of the best paid month, others in proportion. Highest " +
      "benefit: of the first year of contributions, then with wages. None: even the " +
      "least that was tried costs more; any: even the most costs less.",
      "A higher ceiling brings in more than it pays out, so that a rate does from a " +
      "ceiling on; without initial capital.",
    ],
    source,
  };
}

/** Thousands of rupiah are as close as one would legislate. */
function amountOf(affordable: Affordable | null): CellValue {
  if (affordable === null) return "none";
  return affordable.isLimit ? "any" : 1000 * Math.round(affordable.value / 1000);
}

/**
 * Benefit rates and durations of equal cost, a line for each contribution rate.
 *
 * @param assumptions Of a valuation; benefit rate and duration take others' places.
 * @param contributionRates Rates, fractions of insurable earnings.
 * @param source Where the data come from.
 * @returns The figure: benefit rate over duration.
 *
 * @example With 1.35 per cent, 50 per cent of earnings can be paid for 6 months
 * ```ts
 * import { isoCostFigure } from "@jkp/study";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const assumptions = await reportAssumptions("base");
 * const [line] = isoCostFigure(assumptions, [0.0135], "an example").series;
 * assertEquals(Math.round(line!.y[line!.x.indexOf(6)]!), 50);
 * ```
 */
export function isoCostFigure(
  assumptions: ValuationAssumptions,
  contributionRates: readonly number[],
  source: string,
): Figure {
  const durations = Array.from({ length: 12 }, (_, i) => 1 + i);
  return {
    id: "iso_cost",
    number: "",
    title:
      `Benefit rate and duration of equal cost: ${assumptions.scenarioName} scenario`,
    xTitle: "Longest duration, months",
    yTitle: "Benefit rate",
    yUnit: "% of average earnings",
    decimals: 0,
    isStacked: false,
    series: contributionRates.map((rate) => {
      const points = isoCostCurve(assumptions, rate, durations).filter((point) =>
        point.benefitRate !== null && !point.isLimit
      );
      return {
        name: rateInWords(rate),
        x: points.map(({ maximumDurationMonths }) => maximumDurationMonths),
        y: points.map(({ benefitRate }) => 100 * benefitRate!),
        mark: "line",
      };
    }),
    notes: [
      "Lines: suggested contribution rates. Benefit rates above 100 % are left out.",
    ],
    source,
  };
}
