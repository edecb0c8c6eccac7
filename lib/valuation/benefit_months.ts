import { type Month, monthlyValues, type YearlyPath } from "@jkp/month";
import { NEW_ARRAY } from "./array_pool.ts";
import type { ChoicesInForce } from "./choices.ts";

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

/** Claims that are paid, and when. */
export interface PaidClaims {
  /** Terminations by month. */
  readonly terminations: Float64Array;
  /** Fraction of terminations paid so many months later. */
  readonly pattern: Float64Array;
  /** Whether earnings before the claim or before each payment count. */
  readonly referenceEarnings: ChoicesInForce["referenceEarnings"];
}

/**
 * Mean benefit by calendar month over those paid. `alike` is the benefit by the earnings
 * before each calendar month, were all months of benefit alike: that of the claims made in
 * the month, or, where the earnings before each payment count, of all paid in it;
 * `relative` is what {@linkcode relativeBenefits} gives.
 */
export function meanOverBenefitMonths(
  relative: readonly Float64Array[],
  alike: Float64Array,
  { terminations, pattern, referenceEarnings }: PaidClaims,
  newArray = NEW_ARRAY,
): Float64Array {
  const isOfClaim = referenceEarnings === "before_claim";
  const { length } = alike;
  const mean = newArray(length);
  for (let t = 0; t < length; t++) {
    let paid = 0;
    let weighted = 0;
    for (let month = Math.min(t, pattern.length - 1); month >= 0; month--) {
      const count = terminations[t - month]! * pattern[month]!;
      paid += count;
      weighted += count * relative[month]![t]! * (isOfClaim ? alike[t - month]! : 1);
    }
    mean[t] = paid === 0
      ? alike[t]!
      : isOfClaim
      ? weighted / paid
      : alike[t]! * weighted / paid;
  }
  return mean;
}

/**
 * Mean benefit in each month of benefit as a multiple of the best month's rate of average
 * earnings, by calendar month: `[month of benefit][calendar month]`.
 */
export function relativeBenefits(
  months: readonly BenefitMonth[] | undefined,
  length: number,
  { firstMonth, lastMonth }: { readonly firstMonth: Month; readonly lastMonth: Month },
): Float64Array[] {
  return Array.from({ length }, (_, month) => {
    const { relativeBenefit } = benefitMonth(months, month) ?? {};
    if (relativeBenefit === undefined) {
      return new Float64Array(lastMonth - firstMonth + 1).fill(1);
    }
    const shape = relativeBenefit.values.length > 1 ? "midyear_linear" : "step";
    return monthlyValues(relativeBenefit, firstMonth, lastMonth, shape, "carried_back");
  });
}
