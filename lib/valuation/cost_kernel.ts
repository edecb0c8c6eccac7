import { type MonthlyShape, monthlyValues, type YearlyPath, yearOf } from "@jkp/month";
import { checkNumber, valueInWords } from "@jkp/problem";
import type { Rules, RulesInTime } from "@jkp/scheme";
import type { DurationEnd } from "./assumptions/durations_by_age.ts";
import type { ValuationInputs } from "./assumptions/valuation_inputs.ts";
import { checkAssumptions } from "./assumptions/check_assumptions.ts";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import { gatherYears, type ProjectionYear } from "./cost_by_year.ts";
import type { Departures } from "./departures.ts";
import { planProjection, type ProjectionPlan, projectPlan } from "./projection.ts";
import { lastProjectedMonth } from "./valuation_terms.ts";
import { derivePeriods } from "./value_schemes.ts";
import { type WageResponse, wageResponse, type YearlyResponse } from "./wage_response.ts";

/**
 * A course of the economy, and a draw of what is not known exactly, as factors of what a
 * valuation assumes: one a calendar year from the first that is projected, or one for all;
 * returns are of the financial years, of which there can be one less.
 * Where every factor is 1 and the return is as assumed, it is the valuation itself.
 */
export interface CostPath {
  /** Of the national unemployment rate. */
  readonly unemployment: ArrayLike<number>;
  /** Of members. */
  readonly members: ArrayLike<number>;
  /** Of wages before any limit. */
  readonly wages: ArrayLike<number>;
  /**
   * Of the fraction of terminations that is paid for, recognition and take-up: as far as
   * all of them.
   */
  readonly claims: ArrayLike<number>;
  /** Nominal return of the fund, a fraction a year: no factor. */
  readonly investmentReturn: ArrayLike<number>;
  /** Of terminations per member. @default 1 */
  readonly terminationRate?: number;
  /** Of the fraction of terminations that is paid for, in all years. @default 1 */
  readonly entitledShare?: number;
  /** Of administrative expenses. @default 1 */
  readonly administration?: number;
}

/** A scheme under one scenario, laid out once to be valued on many paths of the economy. */
export interface CostKernel {
  /** As the scheme is valued without chance; of rules that change, the first. */
  readonly assumptions: ValuationAssumptions;
  /** Calendar years that a path has, from the first that is projected to the last. */
  readonly calendarYears: readonly number[];
  /** The path on which everything is as assumed. */
  readonly asAssumed: CostPath;
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
 * rules change, those of the last are taken. Members and wages depart from the middle of the
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
  const response = wageResponse(rulesInTime, inputs, duration);
  return {
    assumptions,
    calendarYears: Array.from({ length: count }, (_, i) => firstYear + i),
    asAssumed,
    costsOn: (path) => {
      checkPath(path, asAssumed);
      const months = projectPlan(plan, departuresOf(path, plan, response, firstYear));
      const { administration = 1 } = path;
      return gatherYears({
        ...assumptions,
        administrationRate: administration * assumptions.administrationRate,
        investmentReturn: { firstYear, values: Array.from(path.investmentReturn) },
      }, months);
    },
  };
}

/** A path as factors by month. */
function departuresOf(
  { unemployment, members, wages, claims, terminationRate = 1, entitledShare = 1 }:
    CostPath,
  { periods, market: { assumptions, firstMonth, lastMonth } }: ProjectionPlan,
  response: WageResponse,
  firstYear: number,
): Departures {
  const monthly = (factors: ArrayLike<number>, shape: MonthlyShape, before = 1) => {
    const path: YearlyPath = {
      firstYear: firstYear - 2,
      values: [before, before, ...Array.from(factors)],
    };
    return monthlyValues(path, firstMonth, lastMonth, shape, "carried_back");
  };
  const isMoved = (factors: ArrayLike<number>) =>
    Array.from(factors).some((factor) => factor !== 1);
  const responding = (to: YearlyResponse, shape: MonthlyShape) =>
    monthly(Array.from(wages, (factor, i) => to(firstYear + i, factor)), shape);
  // No more than all terminations are paid for, by no rules.
  const mostFactor = Math.min(
    ...periods.map(({ benefits: { assumptions } }) =>
      1 / (assumptions.involuntaryShare * assumptions.eligibleShare)
    ),
  );
  const paidFor = (factor: number) => Math.min(entitledShare * factor, mostFactor);
  const { levelShape, unemploymentShape } = assumptions.choices;
  return {
    terminationRate,
    ...(isMoved(members) ? { members: monthly(members, levelShape) } : {}),
    ...(isMoved(unemployment)
      ? { unemployment: monthly(unemployment, unemploymentShape) }
      : {}),
    ...(isMoved(claims) || entitledShare !== 1
      ? { claims: monthly(Array.from(claims, paidFor), "step", paidFor(1)) }
      : {}),
    ...(isMoved(wages)
      ? {
        memberEarnings: responding(response.members, levelShape),
        claimantEarnings: responding(response.claimants, levelShape),
        ...(response.relativeBenefits.length === 0 ? {} : {
          relativeBenefits: response.relativeBenefits.map((to) =>
            responding(to, "midyear_linear")
          ),
        }),
        ...(response.allowances.length === 0 ? {} : {
          allowances: response.allowances.map((to) => responding(to, "midyear_linear")),
        }),
      }
      : {}),
  };
}

/** Refuses a path that would make NaN of every sum, or leave years as assumed. */
function checkPath(path: CostPath, asAssumed: CostPath): void {
  const doing = "value a path";
  for (const name of SERIES) {
    const { length } = asAssumed[name];
    const { what, isWanted } = name === "investmentReturn"
      ? { what: "returns above -1", isWanted: (value: number) => value > -1 }
      : name === "claims"
      ? { what: "factors of 0 or more", isWanted: (value: number) => value >= 0 }
      : { what: "factors above 0", isWanted: (value: number) => value > 0 };
    const given = path[name];
    const isWhole = given?.length === length &&
      Array.from(given).every((value) => isWanted(value) && Number.isFinite(value));
    if (isWhole) continue;
    throw new RangeError(
      `Cannot ${doing}: ${length} ${what}, one a year, are wanted as ${name}, got ` +
        valueInWords(given),
    );
  }
  for (const name of ["terminationRate", "entitledShare", "administration"] as const) {
    checkNumber(
      doing,
      `a factor of 0 or more as ${name}`,
      path[name] ?? 1,
      (factor) => factor >= 0 && Number.isFinite(factor),
    );
  }
}

/** What a path has of each year. */
const SERIES = [
  "unemployment",
  "members",
  "wages",
  "claims",
  "investmentReturn",
] as const satisfies readonly (keyof CostPath)[];
