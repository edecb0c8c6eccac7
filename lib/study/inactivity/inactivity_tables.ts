import type { InactivityStudy, StudiedInactivity } from "./inactivity_study.ts";
import { formatMonth, type Month } from "@jkp/month";
import { labelOfExtract, type SpellManifest } from "@jkp/extract";
import { type ClaimDelayRow, INACTIVITY_CAUSES } from "@jkp/spells";
import {
  type FamilyName,
  fittedQuantile,
  medianSurvivalTime,
  type SurvivalCurve,
} from "@jkp/survival";
import {
  type Band,
  capitalized,
  type CellValue,
  type Column,
  countInWords,
  type Figure,
  keyInWords,
  roundedPercent,
  sectionInWords,
  sourceLine,
  type Table,
} from "@jkp/exhibit";
import { NO_P_VALUE, syntheticLabel } from "../data_labels.ts";
import { completedSpells } from "@jkp/valuation";
import { timeOutOfWorkTable } from "./time_out_of_work.ts";

/** A study of inactivity, and what it is about. */
export interface InactivityReport {
  readonly study: InactivityStudy;
  readonly manifest: SpellManifest;
  /** What the study was grouped by. */
  readonly by: readonly string[];
  /** Months to report. */
  readonly at: readonly number[];
  readonly observedFrom: Month;
  readonly observedTo: Month;
  /** What was done for publication, in words, if it was; curves are at `at` alone then. */
  readonly publication?: readonly string[];
  /** Whether all groups together are of few records, or would give a group away. */
  readonly isTotalSuppressed?: boolean;
  /**
   * How long the members without contribution of the extract's last month stay so, which a
   * valuation takes; left out where it was not counted, `null` where none had just left.
   */
  readonly stock?: SurvivalCurve | null;
  /** Claims by month of the last contribution and delay, if they were counted. */
  readonly claimDelays?: readonly ClaimDelayRow[];
}

/** Groups whose lines a figure can show apart. */
const MOST_LINES = 6;

export const FAMILY_NAMES: Readonly<Record<FamilyName, string>> = {
  exponential: "Exponential",
  weibull: "Weibull",
  lognormal: "Log-normal",
  loglogistic: "Log-logistic",
};

/**
 * The tables of a study of inactivity.
 *
 * @param report The study, and what it is about.
 * @returns Survival and its ends by group, fitted distributions, and the two measures of the
 * time out of work.
 *
 * @example
 * ```ts
 * import { inactivityStudy } from "./inactivity_study.ts";
 * import { inactivityTables } from "@jkp/study";
 * import { InactivityCounts } from "@jkp/spells";
 * import { openRegister, readSpells, SHIPPED_SPELLS_FOLDER } from "@jkp/spells/read";
 * import { assertEquals } from "@std/assert";
 *
 * const { manifest } = await openRegister(SHIPPED_SPELLS_FOLDER);
 * const observed = { observedFrom: manifest.firstMonth, observedTo: manifest.lastMonth };
 * const counts = new InactivityCounts(observed);
 * await readSpells(SHIPPED_SPELLS_FOLDER, [counts]);
 * const study = inactivityStudy(counts.result());
 * const report = { study, manifest, by: [], at: [6, 12], ...observed };
 * assertEquals(inactivityTables(report)[0]!.rows.length, 2);
 * ```
 */
export function inactivityTables(report: InactivityReport): Table[] {
  return [
    survivalTable(report),
    fitTable(report),
    ...(report.stock === undefined ? [] : [measuresTable(report, report.stock)]),
  ];
}

/** What the study shows beside what a valuation takes. */
function measuresTable(report: InactivityReport, stock: SurvivalCurve | null): Table {
  const data = labelOfExtract(report.manifest);
  const spells = completedSpells(report.study.all.stillInactive);
  return timeOutOfWorkTable(
    { stock: { curve: stock, data }, spells: { curve: spells, data } },
    sourceOf(report),
  );
}

function survivalTable(report: InactivityReport): Table {
  const share = { unit: "%", decimals: 1 };
  return {
    id: "inactivity_survival",
    number: "",
    title: `Months without contribution, ${windowOf(report)}`,
    columns: [
      ...groupColumns(report),
      { key: "month", title: "After months" },
      { key: "atRisk", title: "Spells at risk" },
      { key: "still", title: "Still inactive", ...share },
      { key: "stdError", title: "Standard error", ...share },
      ...INACTIVITY_CAUSES.map((cause) => ({
        key: cause,
        title: cause,
        group: "Ended by",
        ...share,
      })),
    ],
    rows: groupsOf(report).flatMap((group) =>
      report.at.flatMap((month) => survivalRow(report, group, month))
    ),
    notes: [
      ...(report.publication ?? []),
      ...comparisonNotes(report),
      ...medians(report),
      "Still inactive: Kaplan–Meier; ended: Aalen–Johansen, so that a row sums to 100. " +
      "Who left before the window is under observation from its first month on.",
    ],
    source: sourceOf(report),
  };
}

export function survivalRow(
  report: InactivityReport,
  { group, stillInactive, ends }: StudiedInactivity,
  month: number,
): Record<string, CellValue>[] {
  const { time } = stillInactive;
  const at = time.findLastIndex((t) => t <= month);
  if (at < 0 || month > time.at(-1)!) return [];
  const survival = stillInactive.survival[at]!;
  return [{
    ...groupCells(report, group),
    month,
    atRisk: Math.round(stillInactive.atRisk[at]!),
    still: 100 * survival,
    // Where nothing has ended, 0 would say that nothing can.
    stdError: survival === 1 ? null : 100 * stillInactive.stdError[at]!,
    ...Object.fromEntries(
      ends.incidences.map(({ cause, incidence }) => [cause, 100 * incidence[at]!]),
    ),
  }];
}

function fitTable(report: InactivityReport): Table {
  return {
    id: "inactivity_fits",
    number: "",
    title: `Fitted distributions, ${windowOf(report)}`,
    columns: [
      ...groupColumns(report),
      { key: "family", title: "Distribution" },
      { key: "aic", title: "AIC above best", decimals: 1 },
      { key: "median", title: "Median", unit: "months", decimals: 1 },
      { key: "location", title: "Location", decimals: 3 },
      { key: "locationError", title: "Standard error", decimals: 3 },
      { key: "scale", title: "Scale", decimals: 3 },
    ],
    rows: groupsOf(report).flatMap(({ group, fits }) =>
      fits.map((fit) => ({
        ...groupCells(report, group),
        family: FAMILY_NAMES[fit.family],
        aic: fit.aic - fits[0]!.aic,
        median: fittedQuantile(fit, 0.5),
        location: fit.location,
        locationError: Number.isFinite(fit.locationStdError)
          ? fit.locationStdError
          : null,
        scale: fit.scale,
      }))
    ),
    notes: [
      ...groupsOf(report).flatMap(({ fitNotes }) => fitNotes ?? []),
      "Maximum likelihood; an end lies within the month before it. Location and scale of " +
      "the logarithm of time; the Weibull shape is 1 / scale.",
    ],
    source: sourceOf(report),
  };
}

/**
 * The figure of a study: still inactive by months, a line a group.
 *
 * @param report The study, and what it is about.
 * @returns The figure; the largest groups if there are many.
 *
 * @example
 * ```ts
 * import { inactivityFigure } from "@jkp/study";
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
 * const report = { study, manifest, by: [], at: [6, 12], ...observed };
 * assertEquals(inactivityFigure(report).series.length, 1);
 * ```
 */
export function inactivityFigure(report: InactivityReport): Figure {
  const groups = report.study.groups.length === 0
    ? groupsOf(report)
    : report.study.groups.toSorted((a, b) => b.flow.entered - a.flow.entered)
      .slice(0, MOST_LINES);
  const left = report.study.groups.length - groups.length;
  return {
    id: "inactivity",
    number: "1",
    title: `Still without contribution, ${windowOf(report)}`,
    xTitle: "Months since the first without contribution",
    yTitle: "Still inactive",
    yUnit: "%",
    decimals: 1,
    isStacked: false,
    series: groups.map(({ group, stillInactive }) => ({
      name: nameOf(group),
      x: [0, ...stillInactive.time],
      y: [100, ...Array.from(stillInactive.survival, (share) => 100 * share)],
      mark: "line",
      // Of a publication the interval would tell how many are at risk.
      ...(report.publication === undefined ? { bands: [intervalOf(stillInactive)] } : {}),
    })),
    notes: left > 0
      ? [`The ${groups.length} largest groups; ${left} others left out.`]
      : [],
    source: sourceOf(report),
  };
}

function intervalOf({ lower, upper, basis }: StudiedInactivity["stillInactive"]): Band {
  const percent = (ends: Float64Array) => [100, ...Array.from(ends, (end) => 100 * end)];
  return {
    name: `${roundedPercent(basis.level, 1)} % interval`,
    lower: percent(lower),
    upper: percent(upper),
  };
}

export function groupsOf(
  { study: { all, groups }, isTotalSuppressed }: InactivityReport,
): readonly StudiedInactivity[] {
  return [...groups, ...(isTotalSuppressed ? [] : [all])];
}

function groupColumns({ by }: InactivityReport): Column[] {
  return by.map((key) => ({ key: `group_${key}`, title: titleOf(key) }));
}

function groupCells(
  { by }: InactivityReport,
  group: StudiedInactivity["group"],
): Record<string, string> {
  return Object.fromEntries(by.map((key) => [`group_${key}`, group[key] ?? "all"]));
}

export function titleOf(key: string): string {
  return capitalized(sectionInWords(keyInWords(key)));
}

export function nameOf(group: StudiedInactivity["group"]): string {
  return Object.values(group).map((code) => keyInWords(`${code}`)).join(", ") || "All";
}

function medians(report: InactivityReport): string[] {
  return groupsOf(report).map(({ group, stillInactive, flow }) => {
    const count = (value: number) => Math.round(value).toLocaleString("en");
    const counts = `${nameOf(group)}: ${count(flow.entered)} inactivities, ` +
      `${count(flow.stillInactive)} not ended`;
    if (report.publication !== undefined) return `${counts}.`; // no median of some months
    const median = medianSurvivalTime(stillInactive);
    return `${counts}; median ` +
      `${median === null ? "not reached" : `${median} months`}.`;
  });
}

/** Whether the groups differ, or why that is not tested. */
export function comparisonNotes(
  { study, manifest }: Pick<InactivityReport, "study" | "manifest">,
): string[] {
  const { comparison, comparisonNote } = study;
  return [
    ...(comparison === undefined
      ? []
      : [comparisonInWords(comparison, manifest.synthetic)]),
    ...(comparisonNote === undefined ? [] : [comparisonNote]),
  ];
}

function comparisonInWords(
  comparison: NonNullable<InactivityStudy["comparison"]>,
  isSynthetic: boolean,
): string {
  const { chiSquare, degreesOfFreedom, pValue } = comparison;
  const p = pValue < 0.0001 ? "below 0.0001" : pValue.toFixed(4);
  const statistic =
    `Log-rank test of equal survival: chi-square ${chiSquare.toFixed(2)} with ` +
    `${countInWords(degreesOfFreedom, "degree")} of freedom`;
  return isSynthetic ? `${statistic}. ${NO_P_VALUE}` : `${statistic}, p ${p}.`;
}

export function windowOf(
  { observedFrom, observedTo, manifest }: InactivityReport,
): string {
  return `${formatMonth(observedFrom)} to ${formatMonth(observedTo)}` +
    syntheticLabel(manifest.synthetic);
}

export function sourceOf({ manifest }: InactivityReport): string {
  return sourceLine(labelOfExtract(manifest));
}
