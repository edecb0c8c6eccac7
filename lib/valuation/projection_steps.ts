import { monthlyValues } from "@jkp/month";
import { averageMonthlyEarnings } from "@jkp/scheme";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import { benefitMonth, relativeBenefits } from "./benefit_months.ts";
import { entitledTerminations, paymentPattern } from "./benefit_projection.ts";
import { convolve } from "./convolve.ts";
import { projectLabourMarket, type UnemployedEstimate } from "./labour_market.ts";
import { waitingShift } from "./waiting_shift.ts";

/** What the months of a projection are made from, step by step, under one set of rules. */
export interface ProjectionSteps {
  /** National unemployment over its reference rate, by month. */
  readonly relativeUnemployment: Float64Array;
  readonly estimate: UnemployedEstimate;
  /** Months by which the waiting period shifts every payment. */
  readonly waitingShift: number;
  /** Beneficiaries as a fraction of claimants still unemployed, by month of benefit. */
  readonly paidShares: readonly number[];
  /** The fraction of terminations paid so many months later. */
  readonly pattern: Float64Array;
  /** Benefit over the best month's rate: `[month of benefit][calendar month]`. */
  readonly relativeBenefits: readonly Float64Array[];
  /** Terminations after which benefits can be claimed, by month. */
  readonly entitledTerminations: Float64Array;
  /** Those of them still unemployed between wait and maximum duration. */
  readonly entitledBeneficiaries: Float64Array;
  /** Mean insurable earnings of claimants, rupiah a month. */
  readonly claimantEarningsIdr: Float64Array;
  /** Their mean over the months before that a benefit is a share of. */
  readonly averageEarningsIdr: Float64Array;
}

/**
 * The steps between the assumptions and the months of a projection, for whoever writes the
 * chain down: under rules that do not change.
 *
 * @param assumptions What to compute from.
 * @returns Every step that `projectMonths` does not show.
 * @throws {OutsideModelError} If the equations do not hold for the assumptions.
 *
 * @example Unemployment of 9.2 per cent in 2020, over the reference of 5.2
 * ```ts
 * import { projectionSteps } from "@jkp/valuation";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const steps = projectionSteps(await reportAssumptions("base"));
 * assertAlmostEquals(Math.max(...steps.relativeUnemployment), 9.2 / 5.2);
 * assertAlmostEquals(steps.pattern[0]!, 0.99, 0.005); // S after seven days
 * ```
 */
export function projectionSteps(assumptions: ValuationAssumptions): ProjectionSteps {
  const { earnings, averageEarningsMonths, benefitMonths, choices } = assumptions;
  const length = Math.max(
    assumptions.maximumUnemploymentMonths,
    assumptions.maximumDurationMonths,
  );
  const market = projectLabourMarket(assumptions);
  const { firstMonth, lastMonth, terminations } = market;
  const pattern = paymentPattern(assumptions);
  const entitled = entitledTerminations(assumptions, market, terminations);
  const claimantEarningsIdr = monthlyValues(
    earnings.claimantsIdr,
    firstMonth,
    lastMonth,
    choices.levelShape,
    "carried_back",
  );
  return {
    relativeUnemployment: market.relativeUnemployment,
    estimate: market.estimate,
    waitingShift: waitingShift(assumptions),
    paidShares: Array.from(
      { length },
      (_, month) => benefitMonth(benefitMonths, month)?.paidShare ?? 1,
    ),
    pattern,
    relativeBenefits: relativeBenefits(benefitMonths, length, market),
    entitledTerminations: entitled,
    entitledBeneficiaries: convolve(entitled, pattern),
    claimantEarningsIdr,
    averageEarningsIdr: averageMonthlyEarnings(
      claimantEarningsIdr,
      averageEarningsMonths,
    ),
  };
}
