import { findRoot, type Root } from "@jkp/numeric";
import type { ValuationAssumptions } from "./assumptions.ts";
import { type FundTerms, rollForward } from "./fund.ts";
import { leastRate } from "./least_rate.ts";
import { valueScheme } from "./valuation.ts";
import type { ProjectionYear } from "./years.ts";

/** What a contribution rate affords. */
export interface Affordable {
  /** The parameter's value, in its own unit. */
  readonly value: number;
  /** Suggested contribution rate at this value, benefits and administration, a fraction. */
  readonly suggestedRate: number;
  /** Whether it is the highest value looked at, so that more might be affordable. */
  readonly isLimit: boolean;
}

/** A point of equal cost: with this duration, this benefit rate. */
export interface IsoCostPoint {
  readonly maximumDurationMonths: number;
  /** Benefit as a fraction of earnings; `null` if not even a tiny one is affordable. */
  readonly benefitRate: number | null;
  /** Whether the highest benefit rate, 1, costs less than is asked. */
  readonly isLimit: boolean;
}

/** Longest benefit duration looked at, in months. */
const LONGEST_DURATION = 24;

/** Smallest benefit rate looked at. */
const LEAST_BENEFIT_RATE = 1e-6;

/**
 * The benefit rate whose suggested contribution rate is a given one.
 *
 * @param assumptions What the valuation computes from; its own benefit rate does not matter.
 * @param contributionRate The rate that is to do, benefits and administration, a fraction.
 * @returns The benefit rate, at most 1; `null` if administration alone costs more.
 *
 * @example What 0.46 per cent affords
 * ```ts
 * import { affordableBenefitRate, reportAssumptions } from "@jkp/valuation";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const affordable = affordableBenefitRate(await reportAssumptions("base"), 0.0046)!;
 * assertAlmostEquals(affordable.suggestedRate, 0.0046, 1e-9);
 * ```
 */
export function affordableBenefitRate(
  assumptions: ValuationAssumptions,
  contributionRate: number,
): Affordable | null {
  const rateAt = (benefitRate: number) =>
    suggestedRate({
      ...assumptions,
      design: { ...assumptions.design, benefitRate },
    });
  if (rateAt(LEAST_BENEFIT_RATE) > contributionRate) return null;
  if (rateAt(1) <= contributionRate) {
    return { value: 1, suggestedRate: rateAt(1), isLimit: true };
  }
  const { root } = findRoot((rate) => rateAt(rate) - contributionRate, {
    lower: LEAST_BENEFIT_RATE,
    upper: 1,
    purpose: "the benefit rate that a contribution rate affords",
  });
  return { value: root, suggestedRate: rateAt(root), isLimit: false };
}

/**
 * The longest whole number of months of benefit that a contribution rate affords.
 *
 * @param assumptions What the valuation computes from; its own duration does not matter.
 * @param contributionRate The rate that is to do, benefits and administration, a fraction.
 * @returns Months, at most 24; `null` if not even one month is affordable.
 *
 * @example
 * ```ts
 * import { affordableDuration, reportAssumptions } from "@jkp/valuation";
 * import { assertEquals } from "@std/assert";
 *
 * const affordable = affordableDuration(await reportAssumptions("base"), 0.0136)!;
 * assertEquals(affordable.value, 6);
 * ```
 */
export function affordableDuration(
  assumptions: ValuationAssumptions,
  contributionRate: number,
): Affordable | null {
  let best: Affordable | null = null;
  for (let months = 1; months <= LONGEST_DURATION; months++) {
    const rate = suggestedRate({
      ...assumptions,
      design: { ...assumptions.design, maximumDurationMonths: months },
    });
    if (rate > contributionRate) break;
    const isLimit = months === LONGEST_DURATION;
    best = { value: months, suggestedRate: rate, isLimit };
  }
  return best;
}

/**
 * Benefit rates and durations that cost the same.
 *
 * @param assumptions What the valuation computes from.
 * @param contributionRate The suggested rate that all of them have, a fraction.
 * @param durations Durations in months.
 * @returns A benefit rate for each duration.
 *
 * @example Longer is lower
 * ```ts
 * import { isoCostCurve, reportAssumptions } from "@jkp/valuation";
 * import { assert } from "@std/assert";
 *
 * const [short, long] = isoCostCurve(await reportAssumptions("base"), 0.01, [6, 12]);
 * assert(short!.benefitRate! > long!.benefitRate!);
 * ```
 */
export function isoCostCurve(
  assumptions: ValuationAssumptions,
  contributionRate: number,
  durations: readonly number[],
): IsoCostPoint[] {
  return durations.map((maximumDurationMonths) => {
    const design = { ...assumptions.design, maximumDurationMonths };
    const affordable = affordableBenefitRate(
      { ...assumptions, design },
      contributionRate,
    );
    return {
      maximumDurationMonths,
      benefitRate: affordable?.value ?? null,
      isLimit: affordable?.isLimit ?? false,
    };
  });
}

/**
 * The lowest level contribution rate that keeps the reserve, at the end of every year with
 * benefits, at or above a multiple of that year's expenses.
 *
 * The suggested rate asks this of the last year only.
 *
 * @param years The projection.
 * @param reserveMultiple Years of expenses.
 * @param terms Expenses to meet and timing.
 * @returns The rate as a fraction, with the residual as a fraction of insurable earnings;
 * 0 if the opening fund is enough.
 * @throws {NoSignChangeError} If no rate from 0 to 1 will do.
 *
 * @example
 * ```ts
 * import { rateKeepingReserve, reportAssumptions, valueScheme } from "@jkp/valuation";
 * import { assert } from "@std/assert";
 *
 * const { years } = valueScheme(await reportAssumptions("pessimistic"));
 * const terms = { expenseBasis: "benefit_and_administrative", flows: "year_end" } as const;
 * const { root } = rateKeepingReserve(years, 1, terms);
 * assert(root > rateKeepingReserve(years, 0, terms).root);
 * ```
 */
export function rateKeepingReserve(
  years: readonly ProjectionYear[],
  reserveMultiple: number,
  terms: Omit<FundTerms, "contributionRate">,
): Root {
  const shortfall = (contributionRate: number) =>
    Math.min(
      ...rollForward(years, { ...terms, contributionRate }).flatMap((fund, i) => {
        const year = years[i]!;
        if (year.benefitsIdr === 0) return [];
        const wanted = reserveMultiple * fund.expensesIdr;
        return [(fund.closingIdr - wanted) / year.insurableEarningsIdr];
      }),
    );
  return leastRate(
    shortfall,
    `the contribution rate that keeps a reserve of ${reserveMultiple} years`,
  );
}

function suggestedRate(assumptions: ValuationAssumptions): number {
  return valueScheme(assumptions).financing.benefit_and_administrative.suggestedRate;
}
