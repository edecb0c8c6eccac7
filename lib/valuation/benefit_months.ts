import { type Month, monthlyValues, type YearlyPath } from "@jkp/month";

/** A month of benefit, counted from the first. */
export interface BenefitMonth {
  /**
   * Those in benefit as a fraction of claimants still unemployed after the general waiting
   * period; who waits otherwise can make it more than 1.
   */
  readonly paidShare: number;
  /**
   * Their mean benefit, as a multiple of the best month's rate of average earnings, in the
   * middle of each year and straight between.
   */
  readonly relativeBenefit: YearlyPath;
}

/**
 * What holds in a month of benefit.
 *
 * @param months The months that differ, from the first; the last holds for all after it.
 * @param month Months of benefit before it.
 * @returns The month, or `undefined` if all are alike.
 *
 * @example
 * ```ts
 * import { benefitMonth } from "@jkp/valuation";
 * import { assertEquals } from "@std/assert";
 *
 * const still = { firstYear: 2021, values: [1] };
 * const months = [{ paidShare: 1, relativeBenefit: still }];
 * assertEquals(benefitMonth(months, 5), months[0]);
 * assertEquals(benefitMonth(undefined, 5), undefined);
 * ```
 */
export function benefitMonth(
  months: readonly BenefitMonth[] | undefined,
  month: number,
): BenefitMonth | undefined {
  return months?.[Math.min(month, months.length - 1)];
}

/**
 * Mean benefits when months of benefit differ: each month's weight is that of those paid.
 *
 * @param months The months that differ; none leaves the benefits as they are.
 * @param alike Mean benefit by calendar month, were all months of benefit alike.
 * @param paid First calendar month, terminations by month, and the fraction of them paid
 * so many months later.
 * @returns Mean benefit by calendar month.
 *
 * @example Full benefit in the first month, half of it in the second
 * ```ts
 * import { meanOverBenefitMonths } from "@jkp/valuation";
 * import { assertEquals } from "@std/assert";
 *
 * const month = (value: number) => ({
 *   paidShare: 1,
 *   relativeBenefit: { firstYear: 2021, values: [value] },
 * });
 * const benefits = meanOverBenefitMonths(
 *   [month(1), month(0.5)],
 *   Float64Array.of(100, 100),
 *   {
 *     firstMonth: 2021 * 12,
 *     terminations: Float64Array.of(1, 1),
 *     pattern: Float64Array.of(1, 1),
 *   },
 * );
 * assertEquals([...benefits], [100, 75]);
 * ```
 */
export function meanOverBenefitMonths(
  months: readonly BenefitMonth[] | undefined,
  alike: Float64Array,
  { firstMonth, terminations, pattern }: {
    readonly firstMonth: Month;
    readonly terminations: Float64Array;
    readonly pattern: Float64Array;
  },
): Float64Array {
  if (months === undefined) return alike;
  const lastMonth = firstMonth + alike.length - 1;
  const relative = Array.from(pattern, (_, month) => {
    const { relativeBenefit } = benefitMonth(months, month)!;
    const shape = relativeBenefit.values.length > 1 ? "midyear_linear" : "step";
    return monthlyValues(relativeBenefit, firstMonth, lastMonth, shape);
  });
  return alike.map((benefit, t) => {
    let [paid, weighted] = [0, 0];
    for (let month = Math.min(t, pattern.length - 1); month >= 0; month--) {
      const count = terminations[t - month]! * pattern[month]!;
      paid += count;
      weighted += count * relative[month]![t]!;
    }
    return paid === 0 ? benefit : benefit * weighted / paid;
  });
}
