import {
  incompleteEdge,
  latestVintages,
  monitorSeries,
  type SeriesPoint,
  vintageDelayCurve,
  withOwnDispersion,
} from "@jkp/experience";
import { formatMonth, type Month } from "@jkp/month";
import { mainRole, type ValuationBasis } from "@jkp/valuation";
import {
  actualAgainstExpected,
  expectation,
  type PeriodCompared,
  PERIODS,
} from "../actual_expected/actual_expected.ts";
import { monthsValued } from "../actual_expected/expected.ts";
import { exactly, layoffVintages, type Span } from "../actual_expected/facts.ts";
import {
  basisOf,
  benefitsGiven,
  type LimitOptions,
  sourceOf,
  sumsOf,
} from "./expected_sums.ts";
import type { Monitoring } from "./monitoring_labels.ts";

/** Age in months from which a published count of layoffs is taken as all. */
const COUNTS_COMPLETE_AFTER = 10;

/**
 * A valuation's expectation beside what is printed of JKP in `data/open`: members, claims,
 * contributions, benefits, cost and benefit a claim in years and parts of years, and published
 * counts of layoffs by month, completed by their delays.
 *
 * @param basis The valuation, of the law of JKP: its first design, base scenario.
 * @param options Coverage of limits, and how sums are set up.
 * @returns The series. Of so few periods none has limits: each verdict says so.
 * @throws {RangeError} If nothing is printed of months that the valuation is of.
 *
 * @example What is printed of JKP has no verdict
 * ```ts
 * import { monitorFacts } from "@jkp/study";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const basis = await readValuation("report_2021", { designs: ["jkp_2025"] });
 * const { series } = monitorFacts(basis);
 * const benefits = series.find(({ name }) => name === "benefits")!;
 * assertEquals((benefits.actual / benefits.expectedByNow).toFixed(3), "0.066");
 * assertEquals(benefits.verdict.state, "too few data");
 * ```
 */
export function monitorFacts(
  basis: ValuationBasis,
  options: LimitOptions = {},
): Monitoring {
  const assumed = expectation(basis, mainRole(basis));
  const [first, last] = monthsValued(assumed);
  const inside = PERIODS.filter(({ from, to }) => from >= first && to <= last);
  if (inside.length === 0) {
    throw new RangeError(
      `Cannot monitor ${basis.file.name} by public facts: it is of months from ` +
        `${formatMonth(first)} on, and facts of JKP end with ` +
        `${formatMonth(PERIODS.at(-1)!.to)}; figures by month are wanted`,
    );
  }
  const { periods } = actualAgainstExpected(basis, inside);
  const expectedIn = sumsOf(assumed);
  const series = (
    name: string,
    title: string,
    unit: string,
    actualOf: (period: PeriodCompared) => number | undefined,
    expectedOf: (period: PeriodCompared) => number | undefined,
  ) => {
    const known = periods.filter((each) =>
      actualOf(each) !== undefined && expectedOf(each) !== undefined
    );
    const points = known.filter((one) => !known.some((other) => holds(other, one)))
      .map((each): SeriesPoint => ({
        from: each.from,
        to: each.to,
        actual: actualOf(each)!,
        expected: expectedOf(each)!,
      }));
    return points.length === 0 ? [] : [{ name, title, unit, points }];
  };
  const income = (period: Span) =>
    exactly(basis.open.jkp_experience, period, "contribution_income")[0]?.value;
  const wagesIn = ({ from, to, known }: PeriodCompared) =>
    known.members && known.monthlyWageIdr &&
    known.members.value * known.monthlyWageIdr.value * (to - from + 1);
  const paid = ({ known }: PeriodCompared) => known.benefitsIdr?.value;
  const given = [
    ...series(
      "members",
      "Members",
      "member-months",
      ({ known, from, to }) => known.members && known.members.value * (to - from + 1),
      (each) => expectedIn(each).members * (each.to - each.from + 1),
    ),
    ...series(
      "contributions",
      "Contributions",
      "rupiah",
      income,
      ({ from, to }) => expectedIn({ from, to }).contributionsIdr,
    ),
    ...series(
      "claims",
      "Claims",
      "claims",
      ({ known }) => known.claims?.value,
      (each) => expectedIn(each).claims,
    ),
    ...series(
      "benefits",
      "Benefits",
      "rupiah",
      paid,
      (each) => expectedIn(each).benefitsIdr,
    ),
    ...series(
      "cost",
      "Benefits given wages",
      "rupiah",
      paid,
      (period) => benefitsGiven(wagesIn(period), expectedIn(period)),
    ),
    ...series(
      "benefit_per_claim",
      "Benefits given claims and wages",
      "rupiah",
      paid,
      (period) => {
        const { claims, monthlyWageIdr } = period.known;
        const expected = expectedIn(period);
        return claims === undefined || monthlyWageIdr === undefined
          ? undefined
          : claims.value * monthlyWageIdr.value * expected.benefitsIdr /
            (expected.claims * expected.monthlyWageIdr);
      },
    ),
    ...publishedLayoffs(
      basis,
      (month) =>
        month < first || month > last
          ? undefined
          : expectedIn({ from: month, to: month }).layoffs,
    ),
  ];
  return {
    series: given.map((each) => monitorSeries(withOwnDispersion(each), options)),
    source: sourceOf(basis, "actual by data/open"),
    isSynthetic: basis.label.isSynthetic,
    basis: [
      ...basisOf(basis),
      "Printed figures are of years and parts of years; of each year the longest that is " +
      "printed. Benefits given claims and wages: expected months' wages a claim, times " +
      "claims made and the capped wage that was.",
    ],
    notes: [
      "Periods are too few, and too long, to show how much single months differ by chance: " +
      "no limits are set, and A/E is all that can be said.",
    ],
  };
}

/** Whether a period lies within another, longer one that begins with it. */
function holds(outer: Span, inner: Span): boolean {
  return outer.from === inner.from && outer.to > inner.to;
}

/** Counts of layoffs by month, as last published, with the fraction that was known then. */
function publishedLayoffs(
  { open }: ValuationBasis,
  expectedIn: (month: Month) => number | undefined,
) {
  const counts = layoffVintages(open);
  const curve = vintageDelayCurve(counts, { completeAfter: COUNTS_COMPLETE_AFTER });
  const edge = incompleteEdge(latestVintages(counts), curve);
  const points = edge.flatMap(({ month, latest, reported }): SeriesPoint[] => {
    const expected = expectedIn(month);
    return expected === undefined
      ? []
      : [{ from: month, to: month, actual: latest, expected, reported }];
  });
  return points.length === 0 ? [] : [{
    name: "registered_layoffs",
    title: "Registered layoffs",
    unit: "persons",
    points,
  }];
}
