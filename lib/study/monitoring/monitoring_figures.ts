import { capitalized, type Figure } from "@jkp/exhibit";
import {
  CUSUM_DEFAULTS,
  type MonitoredPoint,
  type MonitoredSeries,
} from "@jkp/experience";
import { syntheticLabel } from "../data_labels.ts";
import { type Monitoring, monthsInWords, shownUnit } from "./monitoring_labels.ts";

/**
 * Control charts: each series as it is when all is recorded, beside what is expected and its
 * limits, what is outside in a colour of its own; and its cumulative sums. Series without
 * limits have none.
 *
 * @param study The series, with where they are from.
 * @param h Decision interval of the sums.
 * @default {h: 5}
 * @returns Two figures a series.
 *
 * @example
 * ```ts
 * import { monitorSeries } from "@jkp/experience";
 * import { monthOf } from "@jkp/month";
 * import { monitoringFigures } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [20, 40].map((actual, i) => ({
 *   from: monthOf(2025, 1) + i,
 *   to: monthOf(2025, 1) + i,
 *   actual,
 *   expected: 20,
 * }));
 * const series = monitorSeries({
 *   name: "claims",
 *   title: "Claims",
 *   unit: "claims",
 *   points,
 *   dispersion: 1,
 *   dispersionFrom: "assumed",
 * });
 * const study = { series: [series], source: "", isSynthetic: false, basis: [], notes: [] };
 * const [chart] = monitoringFigures(study);
 * assertEquals(chart!.series.at(-1), { name: "Outside", x: ["2025-02"], y: [40], mark: "dots" });
 * ```
 */
export function monitoringFigures(
  study: Monitoring,
  h: number = CUSUM_DEFAULTS.h,
): Figure[] {
  return study.series
    .filter(({ points }) => points.some(({ state }) => state !== "not judged"))
    .flatMap((series) => [controlChart(series, study), cusumChart(series, study, h)]);
}

function controlChart(
  series: MonitoredSeries,
  { source, isSynthetic }: Monitoring,
): Figure {
  const { unit, size, decimals } = shownUnit(series);
  const { points } = series;
  const x = points.map(monthsInWords);
  const scaled = (of: (point: MonitoredPoint) => number) =>
    points.map((point) => of(point) / size);
  const dots = (name: string, isShown: (point: MonitoredPoint) => boolean) => {
    const shown = points.filter((point) =>
      isShown(point) && Number.isFinite(point.completed)
    );
    return shown.length === 0 ? [] : [{
      name,
      x: shown.map(monthsInWords),
      y: shown.map(({ completed }) => completed / size),
      mark: "dots" as const,
    }];
  };
  return {
    id: `control_chart_${series.name}`,
    number: "",
    title: `${series.title}: ${series.verdict.words}${syntheticLabel(isSynthetic)}`,
    xTitle: "Month",
    yTitle: capitalized(unit),
    yUnit: "a month",
    decimals,
    isStacked: false,
    series: [
      {
        name: "Expected",
        x,
        y: scaled(({ expected }) => expected),
        mark: "line",
        bands: [{
          name: "control limits",
          lower: scaled(({ lower }) => lower),
          upper: scaled(({ upper }) => upper),
        }],
      },
      ...dots("Within limits", ({ state }) => state === "within"),
      ...dots("Not judged", ({ state }) => state === "not judged"),
      ...dots("Outside", ({ state }) => state === "above" || state === "below"),
    ],
    notes: ["Months of which not all is recorded are shown as what they come to."],
    source,
  };
}

function cusumChart(
  series: MonitoredSeries,
  { source, isSynthetic }: Monitoring,
  h: number,
): Figure {
  const { points } = series;
  const x = points.map(monthsInWords);
  return {
    id: `cusum_${series.name}`,
    number: "",
    title: `${series.title}: cumulative sums of deviations${syntheticLabel(isSynthetic)}`,
    xTitle: "Month",
    yTitle: "Sum",
    yUnit: "standard deviations",
    decimals: 1,
    isStacked: false,
    series: [
      {
        name: "Above expected",
        x,
        y: points.map(({ cusumAbove }) => cusumAbove),
        mark: "line",
      },
      {
        name: "Below expected",
        x,
        y: points.map(({ cusumBelow }) => -cusumBelow),
        mark: "line",
      },
      { name: "Alarm", x, y: points.map(() => h), mark: "line", isDashed: true },
      { name: "Alarm below", x, y: points.map(() => -h), mark: "line", isDashed: true },
    ],
    notes: [
      "A sum beyond the dashed lines is an alarm; sums below are shown as negative.",
    ],
    source,
  };
}
