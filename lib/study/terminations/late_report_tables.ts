import { capitalized, sourceLine, type Table } from "@jkp/exhibit";
import {
  type DelayCurve,
  incompleteEdge,
  type LateReports,
  latestVintages,
  type Vintage,
} from "@jkp/experience";
import { formatMonth } from "@jkp/month";
import { syntheticLabel } from "../data_labels.ts";
import { numberOrNull } from "../number_or_null.ts";
import { NOT_A_FALL, ULTIMATE_COLUMNS, ultimateCells } from "./ultimate_cells.ts";

const COUNT_COLUMNS = [
  { key: "month", title: "Month" },
  { key: "age", title: "Age", unit: "months" },
];

/**
 * Late claims by reason: each month's claims, what came late, and what is still to come.
 *
 * @param study Late claims from two extracts, or under a delay curve.
 * @returns A table for each reason.
 *
 * @example
 * ```ts
 * import { reportsUnderDelay } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { lateReportTables } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const points = [{ age: 1, reported: 0.8 }, { age: 3, reported: 1 }];
 * const extract = await readShippedExtract();
 * const curve = { points, basis: "Stated." };
 * const [layoffs] = lateReportTables(reportsUnderDelay(extract, curve));
 * const { month, reported, reading } = layoffs!.rows.at(-1)!;
 * assertEquals([month, reported, reading], ["2019-12", 80, "incomplete"]);
 * ```
 */
export function lateReportTables(study: LateReports): Table[] {
  return study.groups.map(({ reason, months, notes }): Table => {
    const isByDifference = months.some(({ earlier }) => earlier !== undefined);
    const window = `${formatMonth(study.firstMonth)} to ${formatMonth(study.lastMonth)}`;
    return {
      id: `late_reports_${reason}`,
      number: "",
      title: `${capitalized(reason)}s: late claims, ${window}` +
        syntheticLabel(study.isSynthetic),
      columns: [
        ...COUNT_COLUMNS,
        ...(isByDifference
          ? [
            { key: "earlier", title: "Earlier", group: "Claims in extract" },
            { key: "latest", title: "Later", group: "Claims in extract" },
            { key: "late", title: "Late" },
            { key: "factor", title: "Factor", decimals: 4 },
          ]
          : [{ key: "latest", title: "Claims" }]),
        ...ULTIMATE_COLUMNS,
        { key: "bornhuetter_ferguson", title: "B–F", group: "Ultimate" },
        { key: "reading", title: "Reading" },
      ],
      rows: months.map((month) => ({
        month: formatMonth(month.month),
        age: month.age,
        ...(isByDifference && {
          earlier: month.earlier ?? null,
          late: month.late ?? null,
          factor: numberOrNull(month.developmentFactor ?? NaN),
        }),
        latest: month.latest,
        ...ultimateCells(month),
        bornhuetter_ferguson: numberOrNull(month.bornhuetterFerguson),
      })),
      notes: [NOT_A_FALL, ...study.basis, ...notes],
      source: sourceLine(study),
    };
  });
}

/**
 * Published counts by month: how much was known how long after, and what the latest counts
 * may come to.
 *
 * @param vintages The counts, with the dates of their publication.
 * @param curve Their delay curve.
 * @param source Where they come from.
 * @returns The delay curve, and the months.
 *
 * @example A count of January 2026 after two months, read as January 2025's
 * ```ts
 * import { vintageDelayCurve } from "@jkp/experience";
 * import { monthOf } from "@jkp/month";
 * import { vintageTables } from "@jkp/study";
 * import { assertEquals } from "@std/assert";
 *
 * const month = monthOf(2025, 1);
 * const vintages = [
 *   { month, value: 3_325, publishedOn: "2025-03" },
 *   { month, value: 10_025, publishedOn: "2025-12-21" },
 *   { month: monthOf(2026, 1), value: 359, publishedOn: "2026-03" },
 * ];
 * const curve = vintageDelayCurve(vintages, { completeAfter: 11 });
 * const [, months] = vintageTables(vintages, curve, "Kemnaker");
 * assertEquals(months!.rows.map(({ reading }) => reading), ["complete", "incomplete"]);
 * assertEquals(Math.round(months!.rows[1]!.ultimate as number), 1082);
 * ```
 */
export function vintageTables(
  vintages: readonly Vintage[],
  curve: DelayCurve,
  source: string,
): Table[] {
  const range = { group: "Range", decimals: 1, unit: "%" };
  return [
    {
      id: "delay_curve",
      number: "",
      title: "Counts known by months since the event",
      columns: [
        { key: "age", title: "Age", unit: "months" },
        { key: "reported", title: "Reported", unit: "%", decimals: 1 },
        { key: "lowest", title: "Lowest", ...range },
        { key: "highest", title: "Highest", ...range },
      ],
      rows: curve.points.map(({ age, reported, lowest = NaN, highest = NaN }) => ({
        age,
        reported: percent(reported),
        lowest: percent(lowest),
        highest: percent(highest),
      })),
      notes: [curve.basis],
      source,
    },
    {
      id: "vintages",
      number: "",
      title: "Counts by month, and what they may come to",
      columns: [
        ...COUNT_COLUMNS,
        { key: "latest", title: "Count" },
        ...ULTIMATE_COLUMNS,
        { key: "lowest", title: "Lowest", group: "Ultimate" },
        { key: "highest", title: "Highest", group: "Ultimate" },
        { key: "reading", title: "Reading" },
      ],
      rows: incompleteEdge(latestVintages(vintages), curve).map((month) => ({
        month: formatMonth(month.month),
        age: month.age,
        latest: month.latest,
        ...ultimateCells(month),
        lowest: numberOrNull(month.lowest),
        highest: numberOrNull(month.highest),
      })),
      notes: [NOT_A_FALL, "n.a.: not known.", curve.basis],
      source,
    },
  ];
}

function percent(fraction: number): number | null {
  return numberOrNull(100 * fraction);
}
