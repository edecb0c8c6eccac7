import type { Month } from "@jkp/month";
import { averageMonthlyEarnings } from "@jkp/scheme";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import { benefitMonth, relativeBenefits } from "./benefit_months.ts";
import { entitledTerminations, paymentPattern } from "./benefit_projection.ts";
import { convolve } from "./convolve.ts";
import { projectLabourMarket, type UnemployedEstimate } from "./labour_market.ts";
import { benefitsOfClaims, planProjection, type RulePeriod } from "./projection.ts";
import {
  type AllowanceFactors,
  allowanceFactors,
  allowancesByMonth,
} from "./reemployment_allowances.ts";
import { waitingShift } from "./waiting_shift.ts";

/** What the months of a projection are made from, step by step. */
export interface ProjectionSteps {
  /** National unemployment over its reference rate, by month. */
  readonly relativeUnemployment: Float64Array;
  readonly estimate: UnemployedEstimate;
  /** Claims by the rules under which their jobs ended, in order of time. */
  readonly claims: readonly ClaimSteps[];
}

/** Claims of the jobs that end while one set of rules holds. */
export interface ClaimSteps {
  /** First month in which the rules hold; of the first rules, before all months. */
  readonly from: Month;
  /** Jobs that end in these months; 0 in all others. */
  readonly terminations: Float64Array;
  /** Those after which benefits can be claimed. */
  readonly entitled: Float64Array;
  /** Those of them still unemployed between wait and maximum duration. */
  readonly entitledBeneficiaries: Float64Array;
  /** Mean insurable earnings of claimants, rupiah a month. */
  readonly claimantEarningsIdr: Float64Array;
  /** Those paid, what on average, and the allowances, by month. */
  readonly beneficiaries: Float64Array;
  readonly meanBenefitIdr: Float64Array;
  readonly allowancesIdr: Float64Array;
  /** Of all jobs that ended, those between wait and maximum duration. */
  readonly theoreticalBeneficiaries: Float64Array;
  /** By what they are paid, in order of time: more than one if a change reaches them. */
  readonly rules: readonly RuleSteps[];
}

/** One set of rules by which claims are paid, from a month on. */
export interface RuleSteps {
  readonly from: Month;
  readonly assumptions: ValuationAssumptions;
  /** Months by which the waiting period shifts every payment. */
  readonly waitingShift: number;
  /** Beneficiaries as a fraction of claimants still unemployed, by month of benefit. */
  readonly paidShares: readonly number[];
  /** The fraction of terminations paid so many months later. */
  readonly pattern: Float64Array;
  /** Benefit over the best month's rate: `[month of benefit][calendar month]`. */
  readonly relativeBenefits: readonly Float64Array[];
  /** Claimants' mean earnings over the months before that a benefit is a share of. */
  readonly averageEarningsIdr: Float64Array;
  /** Allowances over the best month's rate, to who finds work; none without them. */
  readonly allowances: MonthlyAllowances;
}

/** What who finds work is paid, of all claimants: `[months since the end][calendar month]`. */
export interface MonthlyAllowances {
  /** To who goes through the general waiting period. */
  readonly afterWait: readonly Float64Array[];
  /** To who has a wait of its own; none if nobody has. */
  readonly withoutWait: readonly Float64Array[];
}

/**
 * The steps between the assumptions and the months of a projection, for whoever writes the
 * chain down.
 *
 * @param periods Rules and the months from which they hold, as a valuation has them.
 * @returns Every step that the months do not show.
 * @throws {OutsideModelError} If the equations do not hold for the assumptions.
 *
 * @example Unemployment of 9.2 per cent in 2020, over the reference of 5.2
 * ```ts
 * import { projectionSteps, valueAssumptions } from "@jkp/valuation";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { periods } = valueAssumptions(await reportAssumptions("base"));
 * const { relativeUnemployment, claims } = projectionSteps(periods);
 * assertAlmostEquals(Math.max(...relativeUnemployment), 9.2 / 5.2);
 * assertAlmostEquals(claims[0]!.rules[0]!.pattern[0]!, 0.99, 0.005); // after seven days
 * ```
 */
export function projectionSteps(periods: readonly RulePeriod[]): ProjectionSteps {
  const plan = planProjection(periods);
  const market = projectLabourMarket(plan.market);
  const claims = benefitsOfClaims(plan, market).map((paid, index): ClaimSteps => {
    const { from, assumptions, running = [] } = periods[index]!;
    const entitled = entitledTerminations(assumptions, market, paid.terminations);
    return {
      ...paid,
      from,
      entitled,
      entitledBeneficiaries: convolve(entitled, paymentPattern(assumptions)),
      rules: [{ from, assumptions }, ...running].map((rules) =>
        ruleSteps(rules, market, paid.claimantEarningsIdr)
      ),
    };
  });
  return {
    relativeUnemployment: market.relativeUnemployment,
    estimate: market.estimate,
    claims,
  };
}

function ruleSteps(
  { from, assumptions }: Pick<RulePeriod, "from" | "assumptions">,
  market: { readonly firstMonth: Month; readonly lastMonth: Month },
  claimantEarningsIdr: Float64Array,
): RuleSteps {
  const { maximumUnemploymentMonths, maximumDurationMonths, benefitMonths } = assumptions;
  const length = Math.max(maximumUnemploymentMonths, maximumDurationMonths);
  return {
    from,
    assumptions,
    waitingShift: waitingShift(assumptions),
    paidShares: Array.from(
      { length },
      (_, month) => benefitMonth(benefitMonths, month)?.paidShare ?? 1,
    ),
    pattern: paymentPattern(assumptions),
    relativeBenefits: relativeBenefits(benefitMonths, length, market),
    averageEarningsIdr: averageMonthlyEarnings(
      claimantEarningsIdr,
      assumptions.averageEarningsMonths,
    ),
    allowances: monthlyAllowances(assumptions, market),
  };
}

function monthlyAllowances(
  assumptions: ValuationAssumptions,
  span: { readonly firstMonth: Month; readonly lastMonth: Month },
): MonthlyAllowances {
  const factors = allowanceFactors(assumptions);
  const monthly = (of: keyof AllowanceFactors) => {
    const paths = factors.map((each) => each[of]);
    return paths.every(({ values }) => values.every((value) => value === 0))
      ? []
      : allowancesByMonth(paths, span);
  };
  return { afterWait: monthly("afterWait"), withoutWait: monthly("withoutWait") };
}
