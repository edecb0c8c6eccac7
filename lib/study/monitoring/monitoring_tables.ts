import type { Table } from "@jkp/exhibit";
import type { MonitoredSeries } from "@jkp/experience";
import { syntheticLabel } from "../data_labels.ts";
import { numberOrNull } from "../number_or_null.ts";
import { type Monitoring, monthsInWords, shownUnit } from "./monitoring_labels.ts";

/**
 * What monitoring shows: a table of verdicts, a row a series; then each series by month beside
 * its limits and cumulative sums.
 *
 * @param study The series, with where they are from.
 * @returns The tables, that of verdicts first.
 *
 * @example
 * ```ts
 * import { monitorSeries } from "@jkp/experience";
 * import { monthOf } from "@jkp/month";
 * import { monitoringTables } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const month = monthOf(2025, 3);
 * const series = monitorSeries({
 *   name: "claims",
 *   title: "Claims",
 *   unit: "claims",
 *   points: [{ from: month, to: month, actual: 40, expected: 20 }],
 *   dispersion: 1,
 *   dispersionFrom: "assumed",
 * });
 * const study = { series: [series], source: "", isSynthetic: false, basis: [], notes: [] };
 * const [verdicts, claims] = monitoringTables(study);
 * assertEquals(verdicts!.rows[0]!.verdict, "above since 2025-03");
 * assertEquals(claims!.rows[0]!.upper, series.points[0]!.upper);
 * ```
 */
export function monitoringTables(study: Monitoring): Table[] {
  return [verdictsTable(study), ...study.series.map((each) => seriesTable(each, study))];
}

function verdictsTable(
  { series, source, isSynthetic, basis, notes }: Monitoring,
): Table {
  return {
    id: "verdicts",
    number: "",
    title: `Actual beside expected${syntheticLabel(isSynthetic)}`,
    columns: [
      { key: "series", title: "Series" },
      { key: "months", title: "Months" },
      { key: "unit", title: "Unit" },
      { key: "actual", title: "Actual" },
      { key: "expected", title: "Expected by now" },
      { key: "ratio", title: "A/E", decimals: 3 },
      { key: "verdict", title: "Verdict" },
    ],
    rows: series.map((each) => {
      const { unit, size, decimals } = shownUnit(each);
      const { points, actual, expectedByNow, title, verdict } = each;
      const shown = (value: number) => ({ value: value / size, decimals });
      return {
        series: title,
        months: points.length === 0
          ? "none"
          : monthsInWords({ from: points[0]!.from, to: points.at(-1)!.to }),
        unit: unit === "members" ? "member-months" : unit,
        actual: shown(actual),
        expected: shown(expectedByNow),
        ratio: numberOrNull(actual / expectedByNow),
        verdict: verdict.words,
      };
    }),
    notes: [
      "Actual is what is recorded so far, and expected by now the fraction of each month's " +
      "expectation that is reported by then.",
      ...basis,
      ...(series[0]?.basis ?? []),
      ...notes,
    ],
    source,
  };
}

function seriesTable(
  series: MonitoredSeries,
  { source, isSynthetic, basis }: Monitoring,
): Table {
  const { unit, size, decimals } = shownUnit(series);
  const amount = { unit, decimals };
  const shown = (value: number) => numberOrNull(value / size);
  return {
    id: `monitored_${series.name}`,
    number: "",
    title: `${series.title}: actual beside expected${syntheticLabel(isSynthetic)}`,
    columns: [
      { key: "month", title: "Month" },
      { key: "actual", title: "Actual", ...amount },
      { key: "reported", title: "Reported", unit: "%", decimals: 1 },
      { key: "completed", title: "Completed", ...amount },
      { key: "expected", title: "Expected", ...amount },
      { key: "ratio", title: "A/E", decimals: 3 },
      { key: "lower", title: "Lower", group: "Limits", ...amount },
      { key: "upper", title: "Upper", group: "Limits", ...amount },
      { key: "deviation", title: "Deviation", unit: "standard deviations", decimals: 2 },
      { key: "above", title: "Above", group: "CUSUM", decimals: 2 },
      { key: "below", title: "Below", group: "CUSUM", decimals: 2 },
      { key: "state", title: "State" },
    ],
    rows: series.points.map((point) => ({
      month: monthsInWords(point),
      actual: shown(point.actual),
      reported: numberOrNull(100 * point.reported),
      completed: shown(point.completed),
      expected: shown(point.expected),
      ratio: numberOrNull(point.completed / point.expected),
      lower: shown(point.lower),
      upper: shown(point.upper),
      deviation: numberOrNull(point.deviation),
      above: point.cusumAbove,
      below: point.cusumBelow,
      state: point.state,
    })),
    notes: [
      `Verdict: ${series.verdict.words}.`,
      ...(Number.isNaN(series.dispersion) ? [] : [
        `How much months differ by chance: ${series.dispersionFrom}; variance ` +
        `${(series.dispersion / size).toPrecision(4)} times the mean.`,
      ]),
      ...basis,
      ...series.basis,
    ],
    source,
  };
}
