import { firstInWords } from "@jkp/exhibit";
import {
  monitorSeries,
  type MonthlyFigure,
  type MonthlyQuantity,
  type SeriesPoint,
  withOwnDispersion,
} from "@jkp/experience";
import { formatMonth, monthRange } from "@jkp/month";
import { mainRole, type ValuationBasis } from "@jkp/valuation";
import { sumSimple } from "simple-statistics";
import { expectation } from "../actual_expected/actual_expected.ts";
import { contributionRateOf } from "../actual_expected/capped_wage.ts";
import { monthsValued } from "../actual_expected/expected.ts";
import type { Span } from "../actual_expected/facts.ts";
import {
  basisOf,
  benefitsGiven,
  type LimitOptions,
  sourceOf,
  sumsOf,
} from "./expected_sums.ts";
import { type Monitoring, monthsInWords } from "./monitoring_labels.ts";

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
 * @throws {RangeError} If no figure is of a month that the valuation is of, or two of a
 * quantity are of the same.
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
  refuseOverlaps(basis.file.name, used);
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
      pointsOf("benefits_idr", (span) => benefitsGiven(wagesIn(span), expectedIn(span))),
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

/** @throws {RangeError} If a month would count twice. */
function refuseOverlaps(name: string, figures: readonly MonthlyFigure[]): void {
  const sorted = figures.toSorted((a, b) =>
    a.quantity.localeCompare(b.quantity) || a.from - b.from
  );
  const twice = sorted.filter((figure, i) => {
    const before = sorted[i - 1];
    return before?.quantity === figure.quantity && before.to >= figure.from;
  });
  if (twice.length === 0) return;
  throw new RangeError(
    `Cannot monitor ${name}: one figure of each month and quantity is wanted, got a second ` +
      `of ${
        firstInWords(
          twice.map(({ quantity, ...span }) => `${quantity} ${monthsInWords(span)}`),
          MOST_NAMED,
        )
      }`,
  );
}

/** Figures that stand twice and are named; the rest are counted. */
const MOST_NAMED = 5;
