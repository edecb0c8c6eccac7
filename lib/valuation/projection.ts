import { type Month, monthlyValues, monthOf } from "@jkp/month";
import { averageMonthlyEarnings, monthlyBenefit } from "@jkp/scheme";
import { survivalAt } from "@jkp/survival";
import type { ValuationAssumptions } from "./assumptions.ts";
import { benefitMonth, meanOverBenefitMonths } from "./benefit_months.ts";

/** The scheme month by month: one value a month in every array. */
export interface MonthlyProjection {
  /** Month of the first value: well before the scheme, so that history is complete. */
  readonly firstMonth: Month;
  /** Contributing members. */
  readonly members: Float64Array;
  /** Mean insurable earnings of a member, rupiah a month. */
  readonly memberEarningsIdr: Float64Array;
  /** Jobs that end in the month. */
  readonly terminations: Float64Array;
  /** Unemployed, as terminations and survival alone give them. */
  readonly theoreticalUnemployed: Float64Array;
  /** Those of them within waiting period and maximum duration. */
  readonly theoreticalBeneficiaries: Float64Array;
  /** Unemployed, as the national unemployment rate gives them. */
  readonly estimatedUnemployed: Float64Array;
  /** Beneficiaries paid. */
  readonly beneficiaries: Float64Array;
  /** Mean benefit of a beneficiary, rupiah a month. */
  readonly meanBenefitIdr: Float64Array;
}

/** Days in a month, for a waiting period given in days. */
const DAYS_PER_MONTH = 30;

/**
 * Projects the scheme month by month.
 *
 * Terminations follow the national unemployment rate. They and the survival function
 * give the theoretical numbers of unemployed and of beneficiaries; their ratio, applied
 * to the estimated number of unemployed, gives those paid.
 *
 * @param assumptions What to compute from.
 * @returns The months from long before the reference years to the end of the projection.
 * @see ILO (2021), section 3.2.3 and Annex I.
 *
 * @example Nobody is paid before January 2022
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { projectMonths, reportAssumptions } from "@jkp/valuation";
 * import { assertEquals } from "@std/assert";
 *
 * const months = projectMonths(await reportAssumptions("base"));
 * assertEquals(months.beneficiaries[monthOf(2021, 12) - months.firstMonth], 0);
 * ```
 */
export function projectMonths(assumptions: ValuationAssumptions): MonthlyProjection {
  const { design, choices, referenceYears, maximumUnemploymentMonths, earnings } =
    assumptions;
  // History as long as the longest unemployment, so that the first sums are complete.
  const firstMonth = monthOf(referenceYears[0], 1) - maximumUnemploymentMonths;
  const lastMonth = design.firstContributionMonth + 12 * design.projectionYears - 1;
  const spread = (path: Parameters<typeof monthlyValues>[0]) =>
    monthlyValues(path, firstMonth, lastMonth, choices.levelShape);

  const members = spread(withHistory(assumptions, Math.floor(firstMonth / 12)));
  const relativeUnemployment = relativeUnemploymentRate(
    assumptions,
    firstMonth,
    lastMonth,
  );
  const terminations = members.map((count, i) =>
    count * terminationRate(assumptions, relativeUnemployment[i]!)
  );
  const survival = Float64Array.from(
    { length: maximumUnemploymentMonths },
    (_, months) => survivalAt(assumptions.survival, months),
  );
  const theoreticalUnemployed = convolve(terminations, survival);
  const theoreticalBeneficiaries = convolve(terminations, paymentPattern(assumptions));
  const estimatedUnemployed = estimateUnemployed(
    assumptions,
    members,
    relativeUnemployment,
    theoreticalUnemployed,
    {
      first: monthOf(referenceYears[0], 1) - firstMonth,
      end: monthOf(referenceYears[1] + 1, 1) - firstMonth,
    },
  );
  const beneficiaries = payBeneficiaries(
    assumptions,
    { firstMonth, terminations, theoreticalUnemployed, estimatedUnemployed },
    theoreticalBeneficiaries,
  );
  const averageEarningsIdr = averageMonthlyEarnings(
    spread(earnings.claimantsIdr),
    design.averageEarningsMonths,
  );
  return {
    firstMonth,
    members,
    memberEarningsIdr: spread(earnings.membersIdr),
    terminations,
    theoreticalUnemployed,
    theoreticalBeneficiaries,
    estimatedUnemployed,
    beneficiaries,
    meanBenefitIdr: meanOverBenefitMonths(
      assumptions.benefitMonths,
      averageEarningsIdr.map((earned) => monthlyBenefit(design, earned)),
      {
        firstMonth,
        terminations: entitledTerminations(assumptions, firstMonth, terminations),
        pattern: paymentPattern(assumptions),
      },
    ),
  };
}

/** Members by year, carried back from the base year at a steady rate. */
function withHistory(
  { members, memberGrowthBeforeBaseYear }: ValuationAssumptions,
  firstYear: number,
): ValuationAssumptions["members"] {
  const growth = 1 + memberGrowthBeforeBaseYear;
  const years = members.firstYear - firstYear;
  const before = Array.from(
    { length: years },
    (_, i) => members.values[0]! / growth ** (years - i),
  );
  return { firstYear, values: [...before, ...members.values] };
}

/** National unemployment over its reference rate; at reference before the base year. */
function relativeUnemploymentRate(
  assumptions: ValuationAssumptions,
  firstMonth: Month,
  lastMonth: Month,
): Float64Array {
  const { unemploymentRate, referenceUnemploymentRate, members, choices } = assumptions;
  const rates = monthlyValues(
    unemploymentRate,
    firstMonth,
    lastMonth,
    choices.unemploymentShape,
  );
  const firstProjected = monthOf(members.firstYear + 1, 1) - firstMonth;
  return rates.map((rate, i) =>
    i < firstProjected ? 1 : rate / referenceUnemploymentRate
  );
}

/** Terminations per member and month at a national rate relative to its reference. */
function terminationRate(
  { terminationRatePerMonth, choices }: ValuationAssumptions,
  relativeUnemployment: number,
): number {
  const rate = terminationRatePerMonth * relativeUnemployment;
  return choices.terminationRate === "each_year_as_printed"
    ? Math.round(rate * 1000) / 1000
    : rate;
}

/** The fraction of a month's terminations that is paid so many months later. */
function paymentPattern(assumptions: ValuationAssumptions): Float64Array {
  const { design, choices, survival } = assumptions;
  const waitingMonths = design.waitingPeriodDays / DAYS_PER_MONTH;
  const shift = choices.waitingPeriod === "ignored" ? 0 : waitingMonths;
  const pattern = Float64Array.from(
    { length: design.maximumDurationMonths },
    (_, months) =>
      survivalAt(survival, months + shift) *
      (benefitMonth(assumptions.benefitMonths, months)?.paidShare ?? 1),
  );
  if (choices.waitingPeriod === "shortens_payments") {
    pattern[pattern.length - 1]! *= 1 - waitingMonths;
  }
  return pattern;
}

/**
 * Unemployed that the national rate implies: unemployed per contributor move with the
 * odds of the covered unemployment rate, and equal the theoretical number on average over
 * the reference years.
 */
function estimateUnemployed(
  assumptions: ValuationAssumptions,
  members: Float64Array,
  relativeUnemployment: Float64Array,
  theoreticalUnemployed: Float64Array,
  reference: { readonly first: number; readonly end: number },
): Float64Array {
  const sum = (values: Float64Array) =>
    values.subarray(reference.first, reference.end).reduce((a, b) => a + b, 0);
  const perContributor = theoreticalUnemployed.map((count, i) => count / members[i]!);
  const rate = coveredUnemploymentRate(
    assumptions,
    sum(perContributor) / (reference.end - reference.first),
  );
  const shape = members.map((count, i) => {
    const relative = relativeUnemployment[i]!;
    return count * relative * (1 - rate) / (1 - rate * relative);
  });
  const level = sum(theoreticalUnemployed) / sum(shape);
  return shape.map((value) => value * level);
}

/** Unemployment rate of the covered labour force in the reference years. */
function coveredUnemploymentRate(
  assumptions: ValuationAssumptions,
  unemployedPerContributor: number,
): number {
  const { choices, referenceInvoluntaryShare, eligibleShare } = assumptions;
  switch (choices.coveredUnemploymentRate) {
    case "national":
      return assumptions.referenceUnemploymentRate;
    case "implied": {
      const claimable = referenceInvoluntaryShare * eligibleShare *
        unemployedPerContributor;
      return claimable / (1 + claimable);
    }
    default:
      return choices.coveredUnemploymentRate;
  }
}

/**
 * Beneficiaries paid: the theoretical ones, scaled to the estimated unemployed, of whom
 * only the involuntary and eligible claim.
 */
function payBeneficiaries(
  assumptions: ValuationAssumptions,
  months: Pick<
    MonthlyProjection,
    "firstMonth" | "terminations" | "theoreticalUnemployed" | "estimatedUnemployed"
  >,
  theoreticalBeneficiaries: Float64Array,
): Float64Array {
  const { design, choices, involuntaryShare, eligibleShare } = assumptions;
  const { terminations, theoreticalUnemployed, estimatedUnemployed } = months;
  const firstBenefit = design.firstBenefitMonth - months.firstMonth;
  const entitled = choices.firstPayments === "all_still_entitled"
    ? theoreticalBeneficiaries
    : convolve(
      entitledTerminations(assumptions, months.firstMonth, terminations),
      paymentPattern(assumptions),
    );
  return entitled.map((count, i) => {
    if (i < firstBenefit) return 0;
    const scale = choices.beneficiaryMethod === "flow"
      ? 1
      : estimatedUnemployed[i]! / theoreticalUnemployed[i]!;
    return count * scale * involuntaryShare * eligibleShare;
  });
}

/** Terminations after which benefits can be claimed. */
function entitledTerminations(
  { design, choices }: ValuationAssumptions,
  firstMonth: Month,
  terminations: Float64Array,
): Float64Array {
  if (choices.firstPayments === "all_still_entitled") return terminations;
  const firstBenefit = design.firstBenefitMonth - firstMonth;
  return terminations.map((count, i) => i < firstBenefit ? 0 : count);
}

/** Σ over d of inflow(t − d) · pattern(d), with nothing before the first month. */
function convolve(inflow: Float64Array, pattern: Float64Array): Float64Array {
  const result = new Float64Array(inflow.length);
  for (let t = 0; t < result.length; t++) {
    let sum = 0;
    for (let d = Math.min(t, pattern.length - 1); d >= 0; d--) {
      sum += inflow[t - d]! * pattern[d]!;
    }
    result[t] = sum;
  }
  return result;
}
