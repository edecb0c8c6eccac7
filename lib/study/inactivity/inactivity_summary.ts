import { capitalized, type CellValue, type Table } from "@jkp/exhibit";
import {
  medianSurvivalTime,
  survivalAt,
  type SurvivalCurve,
  survivalQuantile,
} from "@jkp/survival";
import type { StudiedInactivity } from "./inactivity_study.ts";
import {
  comparisonNotes,
  FAMILY_NAMES,
  groupsOf,
  type InactivityReport,
  nameOf,
  sourceOf,
  survivalRow,
  titleOf,
  windowOf,
} from "./inactivity_tables.ts";

/** Groups that a summary has lines for. */
const MOST_GROUPS = 10;

/** The month of which a summary speaks, where it is reported. */
const USUAL_MONTH = 12;

/** A study of inactivity on a screen: its answer, and a table of a line a group. */
export interface InactivitySummary {
  readonly sentence: string;
  readonly table: Table;
}

/**
 * A study of inactivity in short: how many are still without contribution after the months
 * reported, a line a group, the largest ones if there are many; and of all by both measures.
 *
 * @param report The study, and what it is about.
 *
 * @example Of the synthetic spells 75 per cent last longer than a year
 * ```ts
 * import { inactivitySummary } from "@jkp/study";
 * import { inactivityStudy } from "./inactivity_study.ts";
 * import { InactivityCounts } from "@jkp/spells";
 * import { openRegister, readSpells, SHIPPED_SPELLS_FOLDER } from "@jkp/spells/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { manifest } = await openRegister(SHIPPED_SPELLS_FOLDER);
 * const observed = { observedFrom: manifest.firstMonth, observedTo: manifest.lastMonth };
 * const counts = new InactivityCounts(observed);
 * await readSpells(SHIPPED_SPELLS_FOLDER, [counts]);
 * const study = inactivityStudy(counts.result());
 * const { sentence } =
 *   inactivitySummary({ study, manifest, by: [], at: [6, 12], ...observed });
 * assertEquals(
 *   sentence.split(" Of ")[0],
 *   "After 12 months 74.8 per cent are still without contribution; half are after 30 months.",
 * );
 * ```
 */
export function inactivitySummary(report: InactivityReport): InactivitySummary {
  const { study: { all, groups }, at, by, stock, publication } = report;
  const largest = groups.toSorted((a, b) => b.flow.entered - a.flow.entered)
    .slice(0, MOST_GROUPS);
  const shown = groupsOf(report).filter((each) => each === all || largest.includes(each));
  const hasTotal = shown.includes(all);
  return {
    sentence: hasTotal ? sentenceOf(report) : "All groups together are not shown.",
    table: {
      id: "inactivity_summary",
      number: "",
      title: `Still without contribution, ${windowOf(report)}`,
      columns: [
        { key: "group", title: by.map(titleOf).join(", ") || "Members" },
        ...at.map((month) => ({
          key: keyOf(month),
          title: `${month}`,
          unit: "%",
          decimals: 1,
          group: "After months",
        })),
        ...(publication === undefined
          ? [{ key: "median", title: "Median", unit: "months", decimals: 1 }]
          : []),
      ],
      rows: [
        ...shown.map((each) => ({
          group: each === all ? "All, completed spells" : nameOf(each.group),
          ...Object.fromEntries(
            at.map((month) => [keyOf(month), stillAt(report, each, month)]),
          ),
          median: medianSurvivalTime(each.stillInactive),
        })),
        ...(stock === undefined || stock === null || !hasTotal ? [] : [{
          group: "All, elapsed stock",
          ...Object.fromEntries(
            at.map((month) => [keyOf(month), stockAt(stock, month)]),
          ),
          median: survivalQuantile(stock, 0.5),
        }]),
      ],
      notes: [
        ...(publication ?? []),
        ...comparisonNotes(report),
        ...(largest.length < groups.length
          ? [`The ${largest.length} largest of ${groups.length} groups.`]
          : []),
        ...(all.fits[0] === undefined || !hasTotal ? [] : [
          `The fitted distribution nearest to all: ${FAMILY_NAMES[all.fits[0].family]}.`,
        ]),
        ...(stock == null ? [] : [
          "A valuation takes the elapsed stock, unless it is told to take the spells.",
        ]),
      ],
      source: sourceOf(report),
    },
  };
}

const keyOf = (month: number) => `after_${month}`;

function stillAt(
  report: InactivityReport,
  studied: StudiedInactivity,
  month: number,
): CellValue {
  return survivalRow(report, studied, month)[0]?.still ?? null;
}

function stockAt(stock: SurvivalCurve, month: number): number | null {
  return month > stock.points.at(-1)!.time ? null : 100 * survivalAt(stock, month);
}

function sentenceOf(report: InactivityReport): string {
  const { study: { all }, at, publication } = report;
  const month = at.includes(USUAL_MONTH) ? USUAL_MONTH : at.at(-1)!;
  const still = stillAt(report, all, month);
  const median = publication === undefined ? medianSurvivalTime(all.stillInactive) : null;
  const parts = [
    ...(typeof still === "number"
      ? [
        `after ${month} months ${
          still.toFixed(1)
        } per cent are still without contribution`,
      ]
      : []),
    ...(median === null ? [] : [`half are after ${median} months`]),
  ];
  const { entered, stillInactive } = all.flow;
  const count = (value: number) => Math.round(value).toLocaleString("en");
  const answer = parts.length === 0
    ? "No month that is asked for is seen."
    : `${capitalized(parts.join("; "))}.`;
  return `${answer} Of ${count(entered)} inactivities ${
    count(stillInactive)
  } are not ended.`;
}
