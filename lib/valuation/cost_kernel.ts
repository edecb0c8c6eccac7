import { yearOf } from "@jkp/month";
import type { Rules, RulesInTime } from "@jkp/scheme";
import type { DurationEnd } from "./assumptions/durations_by_age.ts";
import type { ValuationInputs } from "./assumptions/valuation_inputs.ts";
import { checkAssumptions } from "./assumptions/check_assumptions.ts";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import { arrayPool } from "./array_pool.ts";
import { gatherYears, type ProjectionYear } from "./cost_by_year.ts";
import { checkPath, type CostPath } from "./cost_path.ts";
import { mostClaims, pathDepartures } from "./path_departures.ts";
import { planProjection, projectPlan } from "./projection.ts";
import { type RecognitionResponse, recognitionResponse } from "./recognition_response.ts";
import { lastProjectedMonth } from "./valuation_terms.ts";
import { derivePeriods } from "./value_schemes.ts";
import { type WageResponse, wageResponse } from "./wage_response.ts";

/** A scheme under one scenario, laid out once to be valued on many paths of the economy. */
export interface CostKernel {
  /** As the scheme is valued without chance; of rules that change, the first. */
  readonly assumptions: ValuationAssumptions;
  /** Calendar years that a path has, from the first that is projected to the last. */
  readonly calendarYears: readonly number[];
  /** The path on which everything is as assumed. */
  readonly asAssumed: CostPath;
  /**
   * The factor of claims by which the rules that pay for most pay for all terminations: a
   * higher one comes to the same.
   */
  readonly mostClaims: number;
  /** The scheme's costs on a path, year by year. */
  readonly costsOn: (path: CostPath) => ProjectionYear[];
}

/**
 * Lays a scheme out to be valued on many paths: the valuation's own projection, with all
 * that no path moves computed once.
 *
 * Unemployment moves terminations and the unemployed as national unemployment does in the
 * model; where a valuation says that terminations do not follow the course that it assumes,
 * they follow what a path departs from it. Wages move what is insured and paid under the
 * limits of the law, interpolated between derivations; limits that follow GDP stay, and where
 * rules change, those of the last are taken. Where a scheme pays who resigns too, recognition
 * makes of one who resigned one who was laid off. Members and wages depart from the middle of the
 * year before the first.
 *
 * @param rules The scheme's rules, as they change in time.
 * @param inputs The scenario and all that goes with it.
 * @param duration Which end of a range of durations.
 * @returns The kernel; `costsOn` throws `OutsideModelError` where the equations do not hold
 * on a path, or its wages lie outside what was derived, and `RangeError` if a path lacks a
 * year or has what cannot be a factor.
 * @throws {DataError} With everything that is wrong with the inputs.
 * @throws {OutsideModelError} If the scheme cannot be valued as assumed.
 *
 * @example A tenth more unemployment in every year costs 11.1 per cent more in 2030
 * ```ts
 * import { costKernel, mainInputs, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const { costsOn, asAssumed } = costKernel(run.rulesInTime[0]!, mainInputs(run));
 * const costIn2030 = (path: typeof asAssumed) => costsOn(path).at(-1)!.paygBenefitCostRate;
 * const unemployment = Array(10).fill(1.1);
 * const more = costIn2030({ ...asAssumed, unemployment }) / costIn2030(asAssumed);
 * assertEquals((100 * (more - 1)).toFixed(1), "11.1");
 * ```
 */
export function costKernel(
  rules: RulesInTime,
  inputs: ValuationInputs,
  duration: DurationEnd = "longest",
): CostKernel {
  const rulesInTime = [rules].flat() as readonly Rules[];
  const periods = derivePeriods(rulesInTime, inputs, duration);
  periods.forEach(({ assumptions }) => checkAssumptions(assumptions));
  const plan = planProjection(periods);
  const { assumptions } = periods[0]!;
  const { terms } = assumptions;
  const firstYear = yearOf(terms.firstContributionMonth);
  const count = yearOf(lastProjectedMonth(terms)) - firstYear + 1;
  const asAssumed = {
    unemployment: new Float64Array(count).fill(1),
    members: new Float64Array(count).fill(1),
    wages: new Float64Array(count).fill(1),
    claims: new Float64Array(count).fill(1),
    investmentReturn: Float64Array.from(
      gatherYears(assumptions, projectPlan(plan)),
      ({ investmentReturn }) => investmentReturn,
    ),
  };
  // Many derivations, which a path with wages as assumed does without.
  let wages: WageResponse | undefined;
  let recognition: RecognitionResponse | undefined;
  const responsesOf = {
    wages: () => wages ??= wageResponse(rulesInTime, inputs, duration),
    recognition: () => recognition ??= recognitionResponse(rulesInTime, inputs, duration),
  };
  // Of the months of a path nothing is kept but the sums of its years.
  const { newArray, reuse } = arrayPool();
  const departuresOf = pathDepartures(plan, responsesOf, firstYear, count, newArray);
  return {
    assumptions,
    calendarYears: Array.from({ length: count }, (_, i) => firstYear + i),
    asAssumed,
    mostClaims: mostClaims(periods),
    costsOn: (path) => {
      checkPath(path, asAssumed);
      reuse();
      const months = projectPlan(plan, departuresOf(path), newArray);
      const { administration = 1 } = path;
      return gatherYears({
        ...assumptions,
        administrationRate: administration * assumptions.administrationRate,
        investmentReturn: { firstYear, values: Array.from(path.investmentReturn) },
      }, months);
    },
  };
}
