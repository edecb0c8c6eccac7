import { REPORT_SCENARIOS } from "@jkp/economy";
import {
  affordableBenefitRate,
  affordableDuration,
  fundTerms,
  isoCostCurve,
  rateKeepingReserve,
} from "@jkp/valuation";
import { sourceLine } from "./compared_table.ts";
import type { Figure } from "./figure.ts";
import type { ReportResults } from "./results.ts";
import type { Table } from "./table.ts";

/** What the inverse questions are asked of. */
export type ValuedScenarios = Pick<
  ReportResults,
  "scenarios" | "valuations" | "experience"
>;

/**
 * What a contribution rate affords, and what a steady reserve costs, in each scenario.
 *
 * @param results The valuations.
 * @param contributionRate The rate, a fraction of insurable earnings.
 * @returns A row a scenario: benefit rate at the design's duration, duration at the
 * design's benefit rate, and the rate that keeps one year's expenses in reserve.
 *
 * @example What JKP's 0.46 per cent affords
 * ```ts
 * import { readShippedExtract } from "@jkp/extract";
 * import { affordableTable, computeResults } from "@jkp/report";
 * import { assertEquals } from "@std/assert";
 *
 * const results = await computeResults(await readShippedExtract(), "closest");
 * assertEquals(affordableTable(results, 0.0046).rows.length, 3);
 * ```
 */
export function affordableTable(
  results: ValuedScenarios,
  contributionRate: number,
): Table {
  const percent = Number((100 * contributionRate).toFixed(4));
  return {
    id: "affordable",
    number: "",
    title: `What ${percent} % of insurable earnings affords`,
    columns: [
      { key: "scenario", title: "Scenario" },
      { key: "benefitRate", title: "Benefit rate", unit: "%", decimals: 1 },
      { key: "duration", title: "Duration", unit: "months" },
      {
        key: "reserve",
        title: "Rate that always keeps a year's expenses",
        unit: "% of insurable earnings",
        decimals: 2,
      },
    ],
    rows: REPORT_SCENARIOS.map((scenario) => {
      const { assumptions, years } = results.valuations[scenario];
      const benefitRate = affordableBenefitRate(assumptions, contributionRate);
      const { root } = rateKeepingReserve(years, 1, fundTerms(assumptions));
      return {
        scenario: results.scenarios[scenario].title,
        benefitRate: benefitRate === null ? "none" : 100 * benefitRate.value,
        duration: affordableDuration(assumptions, contributionRate)?.value ?? "none",
        reserve: 100 * root,
      };
    }),
    notes: [
      "Suggested rate, benefits and administration. Benefit rate: with the duration as " +
      "proposed; duration: with the benefit rate as proposed; none: administration, or " +
      "the first month, already costs more.",
    ],
    source: sourceLine(results),
  };
}

/**
 * Benefit rates and durations of equal cost, a line for each contribution rate.
 *
 * @param results The valuations; the base scenario is used.
 * @param contributionRates Rates, fractions of insurable earnings.
 * @returns The figure: benefit rate over duration.
 *
 * @example
 * ```ts
 * import { readShippedExtract } from "@jkp/extract";
 * import { computeResults, isoCostFigure } from "@jkp/report";
 * import { assertEquals } from "@std/assert";
 *
 * const results = await computeResults(await readShippedExtract(), "closest");
 * assertEquals(isoCostFigure(results, [0.01, 0.02]).series.length, 2);
 * ```
 */
export function isoCostFigure(
  results: ValuedScenarios,
  contributionRates: readonly number[],
): Figure {
  const { assumptions } = results.valuations.base;
  const durations = Array.from({ length: 12 }, (_, i) => 1 + i);
  return {
    id: "iso_cost",
    number: "",
    title: "Benefit rate and duration of equal cost: base scenario",
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
        name: `${Number((100 * rate).toFixed(4))} %`,
        x: points.map(({ maximumDurationMonths }) => maximumDurationMonths),
        y: points.map(({ benefitRate }) => 100 * benefitRate!),
        mark: "line",
      };
    }),
    notes: [
      "Lines: suggested contribution rates. Benefit rates above 100 % are left out.",
    ],
    source: sourceLine(results),
  };
}
