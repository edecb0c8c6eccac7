import { countInWords } from "@jkp/exhibit";
import { type SuppressedGroups, suppressGroups } from "@jkp/extract";
import {
  INACTIVITY_CAUSES,
  type InactivityGroup,
  type InactivityObservations,
} from "@jkp/spells";
import { sumSimple } from "simple-statistics";
import type { StudiedInactivity } from "./inactivity_study.ts";
import type { InactivityReport } from "./inactivity_tables.ts";

/** Up to which of the published months the curves of groups and of all are shown. */
interface Shown {
  /** Number of months, for each group. */
  readonly groups: number[];
  total: number;
}

/** Groups of records, and months that are published. */
interface Counted {
  readonly observations: readonly InactivityObservations[];
  readonly months: readonly number[];
  readonly threshold: number;
}

/**
 * A study of inactivity of which no number shows few records.
 *
 * Curves are shown at the months to report alone, where so many records ended since the
 * month before, or none; months of all with fewer are left out. A group's curve ends before
 * the first step of fewer records, of its own or of what the total leaves; ends by cause do
 * so by themselves, returns apart from the rest. Groups of few are left out. Numbers at
 * risk are rounded to the threshold.
 *
 * @param report The study.
 * @param records The groups, each row counted as one.
 * @param threshold How few records are too few.
 */
export function publishableInactivity(
  report: InactivityReport,
  records: readonly InactivityGroup[],
  threshold: number,
): InactivityReport {
  const observed = records.filter(({ observations }) =>
    observations.durations.length > 0
  );
  const observations = observed.map((group) => group.observations);
  const months = stepsOf(observations, report.at, threshold);
  const counted = { observations, months, threshold };
  const sizes = suppressGroups(
    observed.map(({ flow }) => [flow.entered - flow.stillInactive, flow.stillInactive]),
    threshold,
  );
  const curves = shownUntil(counted, [], sizes, (group, from, to) => [
    sumSimple(INACTIVITY_CAUSES.map((_, cause) => ends(group, from, to, cause))),
    atRisk(group, to),
  ]);
  const returns = shownUntil(counted, [curves], sizes, (group, from, to) => {
    const [returned = 0, ...others] = causes(group, from, to);
    return [returned, sumSimple(others)];
  });
  const all = shownUntil(counted, [curves, returns], sizes, causes);
  const cut = (studied: StudiedInactivity, of: (shown: Shown) => number) =>
    published(studied, months.slice(0, of(curves)), [of(returns), of(all)], threshold);
  const { study } = report;
  const place = new Map(observed.map(({ group }, g) => [JSON.stringify(group), g]));
  const groups = study.groups.flatMap((group) => {
    const g = place.get(JSON.stringify(group.group))!;
    return sizes.groups[g] ? [] : [cut(group, (shown) => shown.groups[g]!)];
  });
  const left = study.groups.length - groups.length;
  return {
    ...report,
    at: months,
    study: { ...study, all: cut(study.all, (shown) => shown.total), groups },
    publication: [
      `For publication: every number is of ${threshold} records (rows of the register) or ` +
      "more, or of none; zeros are not protected. A curve ends where a step would be " +
      "of fewer, by itself or as what the groups leave of all; ends by cause are n.a. " +
      `from there. At risk: to the nearest ${threshold}.`,
      ...(left === 0 ? [] : [
        `${countInWords(left, "group")} of few records left out` +
        (sizes.total ? ", and all together." : ", or to hide such a group."),
      ]),
    ],
    isTotalSuppressed: sizes.total,
  };
}

/** Months at which all together show steps of enough records, and enough at risk. */
function stepsOf(
  groups: readonly InactivityObservations[],
  at: readonly number[],
  threshold: number,
): number[] {
  const months: number[] = [];
  const sum = (of: (group: InactivityObservations) => number) =>
    sumSimple(groups.map(of));
  for (const month of at.toSorted((a, b) => a - b)) {
    const from = months.at(-1) ?? -1;
    const ended = sum((group) => sumSimple(causes(group, from, month)));
    const isStep = ended === 0 || ended >= threshold;
    if (isStep && sum((group) => atRisk(group, month)) >= threshold) months.push(month);
  }
  return months;
}

/** How far numbers of groups can be shown, month by month; what is hidden stays so. */
function shownUntil(
  { observations, months, threshold }: Counted,
  within: readonly Shown[],
  sizes: SuppressedGroups,
  numbers: (group: InactivityObservations, from: number, to: number) => number[],
): Shown {
  const shown = { groups: observations.map(() => 0), total: 0 };
  let hidden = sizes;
  months.forEach((month, i) => {
    const isCut = (of: (shown: Shown) => number) =>
      within.some((other) => of(other) <= i);
    hidden = suppressGroups(
      observations.map((group) => numbers(group, months[i - 1] ?? -1, month)),
      threshold,
      {
        groups: hidden.groups.map((is, g) => is || isCut(({ groups }) => groups[g]!)),
        total: hidden.total || isCut(({ total }) => total),
      },
    );
    hidden.groups.forEach((is, g) => is || shown.groups[g]!++);
    if (!hidden.total) shown.total++;
  });
  return shown;
}

/** Records that ended after one month and up to another, by each cause. */
function causes(group: InactivityObservations, from: number, to: number): number[] {
  return INACTIVITY_CAUSES.map((_, cause) => ends(group, from, to, cause));
}

function ends(
  { durations, cause: causeOf, weights }: InactivityObservations,
  from: number,
  to: number,
  cause: number,
): number {
  let sum = 0;
  durations.forEach((duration, i) => {
    if (duration > from && duration <= to && causeOf[i] === cause + 1) sum += weights[i]!;
  });
  return sum;
}

function atRisk(
  { durations, entry, weights }: InactivityObservations,
  month: number,
): number {
  let sum = 0;
  durations.forEach((duration, i) => {
    if (entry[i]! < month && duration >= month) sum += weights[i]!;
  });
  return sum;
}

/** A group as it is shown at some months: returns and the other causes for fewer of them. */
function published(
  { group, flow, stillInactive, ends, fits }: StudiedInactivity,
  months: readonly number[],
  [returns, others]: readonly [number, number],
  threshold: number,
): StudiedInactivity {
  const { time: known } = stillInactive;
  const time = Float64Array.from(
    months.filter((month) => known[0]! <= month && month <= known.at(-1)!),
  );
  const rows = Array.from(time, (month) => known.findLastIndex((each) => each <= month));
  const at = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]!);
  const { survival, stdError, lower, upper } = stillInactive;
  const isShown = (month: number, number: number) => months.indexOf(month) < number;
  const none = new Float64Array(time.length).fill(NaN);
  return {
    group,
    flow,
    stillInactive: {
      ...stillInactive,
      time,
      atRisk: at(stillInactive.atRisk)
        .map((records) => threshold * Math.round(records / threshold)),
      events: none,
      censored: none,
      survival: at(survival),
      stdError: at(stdError),
      lower: at(lower),
      upper: at(upper),
    },
    ends: {
      ...ends,
      time,
      atRisk: none,
      survival: at(ends.survival),
      incidences: ends.incidences.map((each, cause) => ({
        ...each,
        events: none,
        incidence: at(each.incidence)
          .map((share, i) =>
            isShown(time[i]!, cause === 0 ? returns : others) ? share : NaN
          ),
      })),
    },
    fits: time.length === 0 ? [] : fits,
  };
}
