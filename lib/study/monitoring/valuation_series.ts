import {
  incompleteEdge,
  latestVintages,
  monitorSeries,
  type MonthlyFigure,
  type MonthlyQuantity,
  type SeriesPoint,
  vintageDelayCurve,
  withOwnDispersion,
} from "@jkp/experience";
import { formatMonth, type Month, monthRange, parseMonth } from "@jkp/month";
import { mainRole, type ValuationBasis } from "@jkp/valuation";
import { sumSimple } from "simple-statistics";
import {
  actualAgainstExpected,
  expectation,
  type PeriodCompared,
  PERIODS,
} from "../actual_expected/actual_expected.ts";
import { contributionRateOf } from "../actual_expected/capped_wage.ts";
import { type Expected, expectedOf, monthsValued } from "../actual_expected/expected.ts";
import { exactly, type Span } from "../actual_expected/facts.ts";
import type { Monitoring } from "./monitoring_labels.ts";

/** How series are monitored: coverage of limits, reference value, decision interval. */
export type LimitOptions = NonNullable<Parameters<typeof monitorSeries>[1]>;

/** What a valuation expects of some months, all of them together. */
interface ExpectedSums extends Expected {
  readonly wagesIdr: number;
  readonly contributionsIdr: number;
  /** Beneficiaries of each month, added up. */
  readonly recipients: number;
}

/** Age in months from which a published count of layoffs is taken as all. */
const COUNTS_COMPLETE_AFTER = 10;

/**
 * A valuation's expectation beside figures by month: members, contributions, claims, months
 * paid for, benefits; months paid given the claims that were made; and benefits given the
 * wages that contributed, which is cost.
 *
 * @param basis The valuation: its first design, base scenario.
 * @param figures Figures by month, of an administration or a register; those of months that
 * are not valued are left out, and counted.
 * @param options Coverage of limits, and how sums are set up.
 * @returns A series for each quantity that the figures have.
 * @throws {RangeError} If no figure is of a month that the valuation is of.
 *
 * @example Claims of three months, of which the limits want twelve more
 * ```ts
 * import { parseMonthlyFigures } from "@jkp/experience";
 * import { monitorValuation } from "@jkp/study";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const figures = parseMonthlyFigures(
 *   "figures.csv",
 *   "month,quantity,value,source\n2026-01,claims,9000,made up\n2026-02,claims,8000,made up\n",
 * );
 * const { series } = monitorValuation(await readValuation("jkp_2026"), figures);
 * assertEquals(series.map(({ name, verdict }) => [name, verdict.state]), [
 *   ["claims", "too few data"],
 * ]);
 * ```
 */
export function monitorValuation(
  basis: ValuationBasis,
  figures: readonly MonthlyFigure[],
  options: LimitOptions = {},
): Monitoring {
  const assumed = expectation(basis, mainRole(basis));
  const [first, last] = monthsValued(assumed);
  const isValued = ({ from, to }: Span) => from >= first && to <= last;
  const used = figures.filter(isValued);
  if (used.length === 0) {
    throw new RangeError(
      `Cannot monitor ${basis.file.name}: figures of months from ${formatMonth(first)} ` +
        `to ${formatMonth(last)}, which are valued, are wanted, got ` +
        (figures.length === 0
          ? "none"
          : `those of ${formatMonth(Math.min(...figures.map(({ from }) => from)))} to ` +
            formatMonth(Math.max(...figures.map(({ to }) => to)))),
    );
  }
  const expectedIn = sumsOf(assumed);
  const of = (quantity: MonthlyQuantity) =>
    used.filter((figure) => figure.quantity === quantity)
      .sort((a, b) => a.from - b.from);
  const pointsOf = (
    quantity: MonthlyQuantity,
    expected: (span: Span) => number | undefined,
  ): SeriesPoint[] =>
    of(quantity).flatMap(({ from, to, value, reported, reportedError }) => {
      const sum = expected({ from, to });
      return sum === undefined ? [] : [{
        from,
        to,
        actual: value,
        expected: sum,
        ...(reported === undefined ? {} : { reported }),
        ...(reportedError === undefined ? {} : { reportedError }),
      }];
    });
  const rules = assumed.rulesInTime;
  /** Wages that contributed: as they are, or contributions over the law's rate. */
  const wagesIn = ({ from, to }: Span) => {
    const [wages] = of("insured_wages_idr")
      .filter((figure) => figure.from === from && figure.to === to);
    const [paid] = of("contributions_idr")
      .filter((figure) => figure.from === from && figure.to === to);
    if (wages !== undefined) return wages.value / (wages.reported ?? 1);
    return paid === undefined || from !== to
      ? undefined
      : paid.value / (paid.reported ?? 1) / contributionRateOf(rules, from);
  };
  const months = assumed.valued.valuation.assumptions.maximumDurationMonths;
  /** Claims made over claims expected, in those months whose claims may be paid. */
  const claimsGiven = ({ from, to }: Span) => {
    const made = monthRange(from - months + 1, to).map((month) =>
      of("claims").find((figure) => figure.from === month && figure.to === month)
    );
    if (made.includes(undefined)) return undefined;
    const actual = sumSimple(made.map((each) => each!.value / (each!.reported ?? 1)));
    return actual / expectedIn({ from: from - months + 1, to }).claims;
  };
  const given = [
    [
      "members",
      "Members",
      "members",
      pointsOf("members", (span) => expectedIn(span).members),
    ],
    [
      "contributions",
      "Contributions",
      "rupiah",
      pointsOf("contributions_idr", (span) => expectedIn(span).contributionsIdr),
    ],
    [
      "insured_wages",
      "Insured wages",
      "rupiah",
      pointsOf("insured_wages_idr", (span) => expectedIn(span).wagesIdr),
    ],
    [
      "layoffs",
      "Layoffs",
      "claims",
      pointsOf("layoffs", (span) => expectedIn(span).layoffs),
    ],
    ["claims", "Claims", "claims", pointsOf("claims", (span) => expectedIn(span).claims)],
    [
      "recipients",
      "Months paid for",
      "months",
      pointsOf("recipients", (span) => expectedIn(span).recipients),
    ],
    [
      "durations",
      "Months paid given claims",
      "months",
      pointsOf("recipients", (span) => {
        const ratio = claimsGiven(span);
        return ratio === undefined ? undefined : ratio * expectedIn(span).recipients;
      }),
    ],
    [
      "benefits",
      "Benefits",
      "rupiah",
      pointsOf("benefits_idr", (span) => expectedIn(span).benefitsIdr),
    ],
    [
      "cost",
      "Benefits given wages",
      "rupiah",
      pointsOf("benefits_idr", (span) => {
        const wages = wagesIn(span);
        const { benefitsIdr, wagesIdr } = expectedIn(span);
        return wages === undefined ? undefined : wages * benefitsIdr / wagesIdr;
      }),
    ],
  ] as const;
  const left = figures.length - used.length;
  return {
    series: given.filter(([, , , points]) => points.length > 0)
      .map(([name, title, unit, points]) =>
        monitorSeries(withOwnDispersion({ name, title, unit, points }), options)
      ),
    source: sourceOf(basis, "actual by the figures given"),
    isSynthetic: basis.label.isSynthetic,
    basis: [
      ...basisOf(basis),
      `Months paid given claims: those expected, times claims made over claims expected in ` +
      `the month and the ${months - 1} before. Benefits given wages: the expected cost ` +
      "rate times the wages that contributed.",
    ],
    notes: left === 0
      ? []
      : [`${left} figures of months that are not valued are left out.`],
  };
}

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
      ({ known }) => known.benefitsIdr?.value,
      (each) => expectedIn(each).benefitsIdr,
    ),
    ...series(
      "cost",
      "Benefits given wages",
      "rupiah",
      ({ known }) => known.benefitsIdr?.value,
      (period) => {
        const wages = wagesIn(period);
        const { benefitsIdr, wagesIdr } = expectedIn(period);
        return wages === undefined ? undefined : wages * benefitsIdr / wagesIdr;
      },
    ),
    ...series(
      "benefit_per_claim",
      "Benefits given claims and wages",
      "rupiah",
      ({ known }) => known.benefitsIdr?.value,
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
  const counts = open.layoffs_by_publication.map((
    { month, value, publishedOn, note },
  ) => ({
    month: parseMonth(month)!,
    value,
    publishedOn,
    note,
  }));
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

/** What is expected of some months together, month by month; each is found once. */
function sumsOf(assumed: Parameters<typeof expectedOf>[0]): (span: Span) => ExpectedSums {
  const at = expectedOf(assumed);
  return ({ from, to }) => {
    const whole = at(from, to);
    const months = to - from + 1;
    const wages = monthRange(from, to).map((month) => {
      const { members, monthlyWageIdr } = at(month, month);
      return { month, idr: members * monthlyWageIdr };
    });
    return {
      ...whole,
      wagesIdr: sumSimple(wages.map(({ idr }) => idr)),
      contributionsIdr: sumSimple(
        wages.map(({ month, idr }) =>
          idr * contributionRateOf(assumed.rulesInTime, month)
        ),
      ),
      recipients: whole.beneficiaries * months,
    };
  };
}

function sourceOf({ file, schemes, inWords }: ValuationBasis, actual: string): string {
  return `JKP Lab: expected by ${file.name}, ${schemes[0]!.name}, ${inWords}; ${actual}.`;
}

function basisOf(basis: ValuationBasis): string[] {
  return [
    `Expected: ${basis.file.name}, design ${basis.schemes[0]!.name}, ${
      mainRole(basis)
    } ` +
    "scenario, on the unemployment that it assumes.",
  ];
}
