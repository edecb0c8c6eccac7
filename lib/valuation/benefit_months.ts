import { type Month, monthlyValues, type YearlyPath } from "@jkp/month";

/** A month of benefit, counted from the first. */
export interface BenefitMonth {
  /**
   * Beneficiaries as a fraction of claimants still unemployed after the general waiting
   * period. Groups with a shorter wait of their own can make it more than 1.
   */
  readonly paidShare: number;
  /**
   * Their mean benefit, as a multiple of the best month's rate of average earnings, in the
   * middle of each year and straight between.
   */
  readonly relativeBenefit: YearlyPath;
}

/**
 * What holds after some months of benefit, `undefined` if all are alike; the last entry
 * holds for all months after it.
 */
export function benefitMonth(
  months: readonly BenefitMonth[] | undefined,
  month: number,
): BenefitMonth | undefined {
  return months?.[Math.min(month, months.length - 1)];
}

/**
 * Mean benefit by calendar month when months of benefit differ, each weighted with those
 * paid. `alike` is the mean were all months of benefit alike, `pattern` the fraction of
 * terminations paid so many months later.
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
    return monthlyValues(relativeBenefit, firstMonth, lastMonth, shape, "carried_back");
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
