import { type MonthlyShape, monthlySpread } from "@jkp/month";
import type { NewArray } from "./array_pool.ts";
import type { CostPath } from "./cost_path.ts";
import type { Departures } from "./departures.ts";
import type { ProjectionPlan, RulePeriod } from "./projection.ts";
import type { WageResponse, YearlyResponse } from "./wage_response.ts";

/**
 * Lays out how a path of years becomes factors by month: what departs from the assumptions,
 * and from when on. The two years before the first are as assumed.
 *
 * @param plan The projection that departs.
 * @param responseOf What other wages do to it; asked for with the first path that has any.
 * @param firstYear First calendar year of a path.
 * @param years Years of a path.
 * @param newArray Where the arrays come from.
 */
export function pathDepartures(
  { periods, market: { assumptions, firstMonth, lastMonth } }: ProjectionPlan,
  responseOf: () => WageResponse,
  firstYear: number,
  years: number,
  newArray: NewArray,
): (path: CostPath) => Departures {
  const { levelShape, unemploymentShape } = assumptions.choices;
  const spreadBy = (shape: MonthlyShape) => {
    const spread = monthlySpread(
      firstYear - YEARS_BEFORE,
      years + YEARS_BEFORE,
      firstMonth,
      lastMonth,
      shape,
    );
    const yearly = new Float64Array(years + YEARS_BEFORE);
    return (factorOf: (year: number) => number, before = 1) => {
      yearly.fill(before, 0, YEARS_BEFORE);
      for (let i = 0; i < years; i++) yearly[i + YEARS_BEFORE] = factorOf(i);
      return spread(yearly, newArray(lastMonth - firstMonth + 1));
    };
  };
  const levels = spreadBy(levelShape);
  const unemploymentRates = spreadBy(unemploymentShape);
  const ratios = spreadBy("midyear_linear");
  const shares = spreadBy("step");
  const logWages = new Float64Array(years);
  const responding = (to: YearlyResponse, spread: typeof levels) =>
    spread((i) => to(firstYear + i, logWages[i]!));
  const most = mostClaims(periods.map(({ benefits }) => benefits));
  return (
    { unemployment, members, wages, claims, terminationRate = 1, entitledShare = 1 },
  ) => {
    const paidFor = (factor: number) => Math.min(entitledShare * factor, most);
    for (let i = 0; i < years; i++) logWages[i] = Math.log(wages[i]!);
    const response = isMoved(wages) ? responseOf() : undefined;
    return {
      terminationRate,
      ...(isMoved(members) ? { members: levels((i) => members[i]!) } : {}),
      ...(isMoved(unemployment)
        ? { unemployment: unemploymentRates((i) => unemployment[i]!) }
        : {}),
      ...(isMoved(claims) || entitledShare !== 1
        ? { claims: shares((i) => paidFor(claims[i]!), paidFor(1)) }
        : {}),
      ...(response !== undefined
        ? {
          memberEarnings: responding(response.members, levels),
          claimantEarnings: responding(response.claimants, levels),
          ...(response.relativeBenefits.length === 0 ? {} : {
            relativeBenefits: response.relativeBenefits.map((to) =>
              responding(to, ratios)
            ),
          }),
          ...(response.allowances.length === 0 ? {} : {
            allowances: response.allowances.map((to) => responding(to, ratios)),
          }),
        }
        : {}),
    };
  };
}

/** The factor of claims by which the rules that pay for most pay for all terminations. */
export function mostClaims(periods: readonly Pick<RulePeriod, "assumptions">[]): number {
  return Math.min(
    ...periods.map(({ assumptions: { involuntaryShare, eligibleShare } }) =>
      1 / (involuntaryShare * eligibleShare)
    ),
  );
}

/** Years before a path's first that are as assumed, so that mid-years join. */
const YEARS_BEFORE = 2;

function isMoved(factors: ArrayLike<number>): boolean {
  for (let i = 0; i < factors.length; i++) if (factors[i] !== 1) return true;
  return false;
}
