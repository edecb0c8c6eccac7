import { reemploymentAllowance } from "@jkp/entitlement";
import { type Month, monthlyValues, type YearlyPath } from "@jkp/month";
import { survivalAt } from "@jkp/survival";
import type { AllowanceGroup, ReemploymentAllowances } from "./allowance_groups.ts";
import { NEW_ARRAY } from "./array_pool.ts";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import type { PaidClaims } from "./benefit_months.ts";
import { waitingShift } from "./waiting_shift.ts";

/**
 * Allowances of a month since the termination, by year, for each who found work in it: of
 * all claimants, as a multiple of the best month's rate of average earnings.
 */
export interface AllowanceFactors {
  /** To who goes through the general waiting period. */
  readonly afterWait: YearlyPath;
  /** To who has a wait of its own, counted in whole months. */
  readonly withoutWait: YearlyPath;
}

/**
 * Allowances by months since the termination: the mean over all claimants, in work or
 * not, as a multiple of the best month's rate of average earnings. It is paid in the month
 * after the last benefit. Nobody finds work sooner for it, and who finds work before the
 * first benefit has none.
 */
export function allowancePattern(assumptions: ValuationAssumptions): YearlyPath[] {
  const found = (month: number, shift: number) =>
    survivalAt(assumptions.survival, month - 1 + shift) -
    survivalAt(assumptions.survival, month + shift);
  const shift = waitingShift(assumptions);
  return allowanceFactors(assumptions).map(({ afterWait, withoutWait }, month) => ({
    firstYear: afterWait.firstYear,
    values: afterWait.values.map((factor, year) =>
      month === 0
        ? 0
        : factor * found(month, shift) + withoutWait.values[year]! * found(month, 0)
    ),
  }));
}

/** What the pattern of allowances multiplies with who finds work. */
export function allowanceFactors(assumptions: ValuationAssumptions): AllowanceFactors[] {
  const { reemploymentAllowances: allowances } = assumptions;
  if (allowances === undefined) return [];
  const { firstYear, values } = allowances.groups[0]!.relativeBenefits[0]!;
  const none = () => values.map(() => 0);
  const byMonth: { afterWait: number[]; withoutWait: number[] }[] = [];
  for (const group of allowances.groups) {
    const benefits = benefitsWithin(group, allowances, assumptions);
    const start = monthsBefore(group);
    for (let paid = 1; paid < benefits.length; paid++) {
      const factors = byMonth[start + paid] ??= {
        afterWait: none(),
        withoutWait: none(),
      };
      const ofWait = group.waitingMonths === null
        ? factors.afterWait
        : factors.withoutWait;
      values.forEach((_, year) => {
        const ofYear = { benefits: benefits.map((path) => path[year]!) };
        ofWait[year]! += group.share *
          reemploymentAllowance(allowances.rules, ofYear, paid);
      });
    }
  }
  return Array.from(byMonth, (factors) => ({
    afterWait: { firstYear, values: factors?.afterWait ?? none() },
    withoutWait: { firstYear, values: factors?.withoutWait ?? none() },
  }));
}

/** A pattern of allowances by calendar month: `[months since the end][calendar month]`. */
export function allowancesByMonth(
  pattern: readonly YearlyPath[],
  { firstMonth, lastMonth }: { readonly firstMonth: Month; readonly lastMonth: Month },
): Float64Array[] {
  return pattern.map((path) =>
    monthlyValues(
      path,
      firstMonth,
      lastMonth,
      path.values.length > 1 ? "midyear_linear" : "step",
      "carried_back",
    )
  );
}

/**
 * Allowances by calendar month, were all terminations paid. `alike` is the best month's
 * benefit by the earnings before each calendar month, which count for the claims made in it
 * or for all that is paid in it.
 */
export function convolveAllowances(
  monthly: readonly Float64Array[],
  alike: Float64Array,
  { terminations, referenceEarnings }: Omit<PaidClaims, "pattern">,
  newArray = NEW_ARRAY,
): Float64Array {
  const isOfClaim = referenceEarnings === "before_claim";
  const { length } = terminations;
  const allowances = newArray(length);
  for (let t = 0; t < length; t++) {
    let sum = 0;
    for (let month = Math.min(t, monthly.length - 1); month >= 0; month--) {
      sum += terminations[t - month]! * monthly[month]![t]! *
        alike[isOfClaim ? t - month : t]!;
    }
    allowances[t] = sum;
  }
  return allowances;
}

/**
 * A group's benefits by month and year within the maximum duration in force: a changed
 * one cuts all groups, or gives more months to those who are paid longest.
 */
function benefitsWithin(
  group: AllowanceGroup,
  { groups }: ReemploymentAllowances,
  assumptions: ValuationAssumptions,
): number[][] {
  const { maximumDurationMonths, choices } = assumptions;
  const { relativeBenefits } = group;
  const endOf = (each: AllowanceGroup) =>
    monthsBefore(each) + each.relativeBenefits.length;
  const isLongest = endOf(group) === Math.max(...groups.map(endOf));
  const within = Math.max(0, maximumDurationMonths - monthsBefore(group));
  const length = isLongest ? within : Math.min(relativeBenefits.length, within);
  const isShortened = choices.waitingPeriod === "shortens_payments" &&
    monthsBefore(group) + length === maximumDurationMonths;
  return Array.from({ length }, (_, month) => {
    const { values } = relativeBenefits[month] ?? relativeBenefits.at(-1)!;
    const paid = isShortened && month === length - 1 ? 1 - waitingShift(assumptions) : 1;
    return values.map((value) => paid * value);
  });
}

function monthsBefore(
  { waitingMonths, delayMonths }: Pick<AllowanceGroup, "waitingMonths" | "delayMonths">,
): number {
  return (waitingMonths ?? 0) + delayMonths;
}
