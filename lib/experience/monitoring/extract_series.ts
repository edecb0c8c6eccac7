import type { DataLabel } from "@jkp/exhibit";
import {
  labelOfExtract,
  type StatisticsExtract,
  TERMINATION_REASONS,
  type TerminationReason,
} from "@jkp/extract";
import { formatMonth, type Month, monthRange } from "@jkp/month";
import { checkArgument } from "@jkp/problem";
import { linearRegression, meanSimple, sumSimple } from "simple-statistics";
import { dispersionOfMonths, FEWEST_MONTHS } from "../claim_dispersion.ts";
import { COMPLETE_FROM } from "../development/incomplete_edge.ts";
import { seasonality } from "../seasonality.ts";
import { claimsByMonth, membersByMonth, wagesByMonth } from "../sums_by_month.ts";
import { TooFewDataError } from "../too_few_data.ts";
import {
  type GivenSeries,
  type MonitoredSeries,
  type MonitorOptions,
  monitorSeries,
  type SeriesPoint,
} from "./monitor_series.ts";
import { lossInWords, reportedByAge, type ReportedMonth } from "./reported_by_age.ts";

/** A later extract beside what an earlier one lets expect of its new months. */
export interface MonitoredExtracts extends DataLabel {
  /** Months of the earlier extract that the expectation is from. */
  readonly baseline: { readonly from: Month; readonly to: Month };
  /** Months of the later one that are judged. */
  readonly monitored: { readonly from: Month; readonly to: Month };
  readonly series: readonly MonitoredSeries[];
  /** How the expectation was come by, in words. */
  readonly basis: readonly string[];
  /** What could not be found, and why. */
  readonly notes: readonly string[];
}

/** Months without which no course of the year is found: two years. */
const FEWEST_FOR_SEASON = 24;

/** Months of the line that members and wages are carried on by. */
const TREND_MONTHS = 24;

/**
 * What a later extract's new months are beside what an earlier one lets expect: layoffs and
 * resignations, members, and insured wages, which contributions are a fixed share of.
 *
 * Claims are expected by the earlier extract's rates of sex, age and reason and its course of
 * the year, on the members that the later extract has. Members and insured wages are expected
 * to go on as a line through their logarithms over the last two years. What of the last months
 * is still to come is found from what came between the extracts.
 *
 * @param earlier The extract drawn first.
 * @param later The extract drawn later, or a later build of the same register.
 * @param options Coverage of limits, and how sums are set up.
 * @returns Each series with its limits and its verdict.
 * @throws {RangeError} If the later extract has no month after those of the earlier one, or
 * nobody is in one of them.
 *
 * @example The last quarter of 2019 beside the years before
 * ```ts
 * import { monitorExtracts } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract/read";
 * import { assertEquals } from "@std/assert";
 *
 * const later = await readShippedExtract();
 * const { manifest } = later;
 * const earlier = {
 *   ...later,
 *   manifest: { ...manifest, lastMonth: manifest.lastMonth - 3 },
 *   active: later.active.filter(({ month }) => month <= manifest.lastMonth - 3),
 *   withdrawals: later.withdrawals.filter(({ month }) => month <= manifest.lastMonth - 3),
 * };
 * const { series } = monitorExtracts(earlier, later);
 * assertEquals(series.map(({ name, verdict }) => [name, verdict.state]), [
 *   ["layoffs", "within limits"],
 *   ["resignations", "within limits"],
 *   ["members", "within limits"],
 *   ["insured_wages", "within limits"],
 * ]);
 * ```
 */
export function monitorExtracts(
  earlier: StatisticsExtract,
  later: StatisticsExtract,
  options: MonitorOptions = {},
): MonitoredExtracts {
  const doing = "monitor an extract";
  for (const extract of [earlier, later]) {
    checkArgument(doing, "two extracts, as readStatisticsExtract reads them,", extract, [
      "manifest",
      "active",
      "withdrawals",
    ]);
  }
  const [before, now] = [earlier.manifest, later.manifest];
  if (now.lastMonth <= before.lastMonth) {
    throw new RangeError(
      `Cannot ${doing}: a later extract with months after ` +
        `${formatMonth(before.lastMonth)} is wanted, got one to ` +
        formatMonth(now.lastMonth),
    );
  }
  const labels = [now, before].map((manifest) => labelOfExtract(manifest));
  const notes: string[] = [];
  const isDevelopment = now.extractMonth > before.extractMonth &&
    now.firstMonth <= before.lastMonth;
  if (!isDevelopment) {
    notes.push(
      "What of the last months is still to come is not known, and they are taken as " +
        "complete: " +
        (now.firstMonth > before.lastMonth
          ? "the extracts have no month in common."
          : "both extracts were drawn in the same month, or the later one first."),
    );
  }
  const reportedOf = (
    what: string,
    valueOf: (extract: StatisticsExtract) => Map<Month, number>,
  ) => {
    if (!isDevelopment) return undefined;
    const loss = lossInWords(valueOf(earlier), valueOf(later));
    if (loss !== undefined) notes.push(`${what}: ${loss}`);
    return reportedByAge(earlier, later, valueOf);
  };
  const claims = TERMINATION_REASONS.map((reason) => ({
    reason,
    reported: reportedOf(
      claimsTitle(reason),
      (extract) => claimsByMonth(extract, reason),
    ),
  }));
  const members = reportedOf("Members", membersByMonth);
  const wages = reportedOf("Insured wages", wagesByMonth);
  // One window for all: the earlier months of which as good as all was recorded.
  const incomplete = monthRange(before.firstMonth, before.lastMonth).find((month) =>
    [members, wages, ...claims.map(({ reported }) => reported)].some((of) =>
      (of?.get(month)?.reportedBefore ?? 1) < COMPLETE_FROM
    )
  );
  const baseline = {
    from: before.firstMonth,
    to: incomplete === undefined ? before.lastMonth : incomplete - 1,
  };
  const monitored = {
    from: Math.max(baseline.to + 1, now.firstMonth),
    to: now.lastMonth,
  };
  if (baseline.to < baseline.from) {
    throw new RangeError(
      `Cannot ${doing}: months of the earlier extract of which all is recorded are ` +
        "wanted, got none",
    );
  }
  const compared = { earlier, later, baseline, monitored };
  const given = [
    ...claims.map(({ reason, reported }) =>
      claimSeries(reason, compared, reported, notes)
    ),
    trendSeries(
      {
        name: "members",
        title: "Members",
        unit: "members",
        valueOf: membersByMonth,
        ofOneMember: 1,
      },
      compared,
      members,
    ),
    trendSeries(
      {
        name: "insured_wages",
        title: "Insured wages",
        unit: "rupiah",
        valueOf: wagesByMonth,
        ofOneMember: sumSimple([...wagesByMonth(earlier).values()]) /
          sumSimple([...membersByMonth(earlier).values()]),
      },
      compared,
      wages,
    ),
  ];
  return {
    extractName: labels.map(({ extractName }) => extractName).join(", with "),
    isSynthetic: labels.some(({ isSynthetic }) => isSynthetic),
    baseline,
    monitored,
    series: given.map((series) => monitorSeries(series, options)),
    basis: [
      "Claims expected: members of the later extract, times rates by sex, age and reason " +
      `of the earlier one, ${formatMonth(baseline.from)} to ${
        formatMonth(baseline.to)
      }, ` +
      `and its course of the year, if it has ${FEWEST_FOR_SEASON} months. Dispersion: ` +
      "that of those months around the same rates.",
      "Members and insured wages expected: a line through the logarithms of the last " +
      `${TREND_MONTHS} of those months; error: of the line and of single months around ` +
      "it. Such months hang together, so that their limits find a change of growth early. " +
      "Contributions are a fixed share of insured wages while the law's rate is the " +
      "same.",
      ...(isDevelopment
        ? [
          "Fraction reported: chain ladder on what both extracts have of a month, by its " +
          "age; each age has one ratio, so that the fraction has no error.",
        ]
        : []),
    ],
    notes,
  };
}

/** Two extracts, and which months of theirs are set beside each other. */
interface ComparedExtracts {
  readonly earlier: StatisticsExtract;
  readonly later: StatisticsExtract;
  readonly baseline: { readonly from: Month; readonly to: Month };
  readonly monitored: { readonly from: Month; readonly to: Month };
}

type Reported = ReadonlyMap<Month, ReportedMonth> | undefined;

/** Claims of one reason, on members, by rates and the course of the year. */
function claimSeries(
  reason: TerminationReason,
  { earlier, later, baseline, monitored }: ComparedExtracts,
  reported: Reported,
  notes: string[],
): GivenSeries {
  const season = seasonOf(reason, earlier, baseline, notes);
  const isInBaseline = ({ month }: { readonly month: Month }) =>
    month >= baseline.from && month <= baseline.to;
  const factorOf = (month: Month) => season?.[month % 12]?.factor ?? 1;
  // Members weighted with the course of the year, so that a part of a year does not count
  // as a whole one.
  const exposure = new Map<string, number>();
  for (const row of earlier.active.filter(isInBaseline)) {
    const cell = `${row.sex} ${row.ageGroup}`;
    exposure.set(cell, (exposure.get(cell) ?? 0) + row.members * factorOf(row.month));
  }
  const claims = new Map<string, number>();
  for (const row of earlier.withdrawals.filter(isInBaseline)) {
    if (row.reason !== reason) continue;
    const cell = `${row.sex} ${row.ageGroup}`;
    claims.set(cell, (claims.get(cell) ?? 0) + row.claims);
  }
  const expectedIn = (extract: StatisticsExtract) => {
    const sums = new Map<Month, number>();
    for (const { month, sex, ageGroup, members } of extract.active) {
      const cell = `${sex} ${ageGroup}`;
      const exposed = exposure.get(cell) ?? 0;
      const rate = exposed === 0 ? 0 : (claims.get(cell) ?? 0) / exposed;
      sums.set(month, (sums.get(month) ?? 0) + members * rate * factorOf(month));
    }
    return sums;
  };
  const [expectedBefore, expectedNow] = [expectedIn(earlier), expectedIn(later)];
  const [actualBefore, actualNow] = [earlier, later].map((each) =>
    claimsByMonth(each, reason)
  );
  const dispersion = dispersionOfMonths(
    monthRange(baseline.from, baseline.to).map((month) => ({
      month,
      actual: actualBefore!.get(month) ?? 0,
      expected: expectedBefore.get(month) ?? 0,
    })),
    season === undefined ? 1 : 12,
  );
  const all = sumSimple([...claims.values()]);
  return {
    name: `${reason}s`,
    title: claimsTitle(reason),
    unit: "claims",
    dispersion: all === 0 ? NaN : dispersion,
    dispersionFrom: all === 0
      ? "the earlier extract has no claims"
      : baselineInWords(baseline),
    points: monthRange(monitored.from, monitored.to).map((month): SeriesPoint => {
      const { factor = 1, standardError = 0 } = season?.[month % 12] ?? {};
      return {
        from: month,
        to: month,
        actual: actualNow!.get(month) ?? 0,
        expected: expectedNow.get(month) ?? 0,
        expectedError: Math.hypot(
          Math.sqrt(dispersion / all),
          factor === 0 ? 0 : standardError / factor,
        ),
        reported: reported === undefined ? 1 : reported.get(month)?.reported ?? NaN,
      };
    }),
  };
}

function claimsTitle(reason: TerminationReason): string {
  return `${reason === "layoff" ? "Layoffs" : "Resignations"} (JHT claims)`;
}

function baselineInWords({ from, to }: ComparedExtracts["baseline"]): string {
  const months = to - from + 1;
  const words = `${formatMonth(from)} to ${formatMonth(to)} of the earlier extract`;
  return months < FEWEST_MONTHS
    ? `${months} months, ${words}; limits want ${FEWEST_MONTHS}`
    : `${words}, ${months} months`;
}

/** Twelve factors; nothing where the months are too few, which is noted. */
function seasonOf(
  reason: TerminationReason,
  earlier: StatisticsExtract,
  { from, to }: ComparedExtracts["baseline"],
  notes: string[],
) {
  const without = (why: string) => {
    notes.push(`No course of the year is expected of ${reason}s: ${why}`);
    return undefined;
  };
  if (to - from + 1 < FEWEST_FOR_SEASON) {
    return without(`${to - from + 1} months, where ${FEWEST_FOR_SEASON} are wanted.`);
  }
  try {
    return seasonality(earlier, { reason, firstMonth: from, lastMonth: to }).factors;
  } catch (error) {
    if (!(error instanceof TooFewDataError)) throw error;
    return without(`${error.message.replace(/^Cannot [^:]*: /, "")}.`);
  }
}

/** A quantity that grows with members. */
interface Trend extends Pick<GivenSeries, "name" | "title" | "unit"> {
  readonly valueOf: (extract: StatisticsExtract) => Map<Month, number>;
  /** Its mean of one member. */
  readonly ofOneMember: number;
}

/** A stock or sum that grows: a line through logarithms, carried on. */
function trendSeries(
  { name, title, unit, valueOf, ofOneMember }: Trend,
  { earlier, later, baseline, monitored }: ComparedExtracts,
  reported: Reported,
): GivenSeries {
  const [before, now] = [valueOf(earlier), valueOf(later)];
  const first = Math.max(baseline.from, baseline.to - TREND_MONTHS + 1);
  const known = monthRange(first, baseline.to).filter((month) =>
    (before.get(month) ?? 0) > 0
  );
  const isEnough = known.length >= FEWEST_MONTHS;
  const line = isEnough ? logLine(known, before) : undefined;
  return {
    name,
    title,
    unit,
    // Of single persons, who come and go by chance; all else is in the line's error.
    dispersion: isEnough ? ofOneMember : NaN,
    dispersionFrom: isEnough
      ? `${formatMonth(first)} to ${formatMonth(baseline.to)} around a line`
      : baselineInWords(baseline),
    points: monthRange(monitored.from, monitored.to).map((month) => ({
      from: month,
      to: month,
      actual: now.get(month) ?? 0,
      ...(line?.(month) ?? { expected: 0 }),
      reported: reported === undefined ? 1 : reported.get(month)?.reported ?? NaN,
    })),
  };
}

/** Regression of the logarithm on the month: value and relative error of a prediction. */
function logLine(months: readonly Month[], values: ReadonlyMap<Month, number>) {
  const points = months.map((
    month,
  ) => [month - months[0]!, Math.log(values.get(month)!)]);
  const { m, b } = linearRegression(points);
  const mean = meanSimple(points.map(([x]) => x!));
  const spread = sumSimple(points.map(([x]) => (x! - mean) ** 2));
  const residual = sumSimple(points.map(([x, y]) => (y! - b - m * x!) ** 2));
  const variance = residual / (points.length - 2);
  return (month: Month) => {
    const x = month - months[0]!;
    return {
      expected: Math.exp(b + m * x),
      expectedError: Math.sqrt(
        variance * (1 + 1 / points.length + (x - mean) ** 2 / spread),
      ),
    };
  };
}
