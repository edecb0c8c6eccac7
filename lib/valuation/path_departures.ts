import { type MonthlyShape, monthlySpread } from "@jkp/month";
import type { NewArray } from "./array_pool.ts";
import type { CostPath } from "./cost_path.ts";
import type { Departures } from "./departures.ts";
import type { ProjectionPlan, RulePeriod } from "./projection.ts";
import type { RecognitionResponse } from "./recognition_response.ts";
import type { WageResponse, YearlyResponse } from "./wage_response.ts";

/** What moves a projection otherwise than in proportion. */
export interface PathResponses {
  readonly wages: () => WageResponse;
  readonly recognition: () => RecognitionResponse;
}

/**
 * Lays out how a path of years becomes factors by month: what departs from the assumptions,
 * and from when on. The two years before the first are as assumed.
 *
 * @param plan The projection that departs.
 * @param responsesOf What other wages, and another recognition, do to it; asked for with the
 * first path that has any.
 * @param firstYear First calendar year of a path.
 * @param years Years of a path.
 * @param newArray Where the arrays come from.
 */
export function pathDepartures(
  { periods, market: { assumptions, firstMonth, lastMonth } }: ProjectionPlan,
  responsesOf: PathResponses,
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
    {
      unemployment,
      members,
      wages,
      claims,
      terminationRate = 1,
      recognition = 1,
      entitledShare = 1,
    },
  ) => {
    const recognised = recognition === 1
      ? AS_ASSUMED
      : responsesOf.recognition()(recognition);
    const level = entitledShare * recognised.claims;
    const paidFor = (factor: number) =>
      Math.min(level * factor, most) * recognised.benefit;
    for (let i = 0; i < years; i++) logWages[i] = Math.log(wages[i]!);
    const response = isMoved(wages) ? responsesOf.wages() : undefined;
    return {
      terminationRate,
      ...(isMoved(members) ? { members: levels((i) => members[i]!) } : {}),
      ...(isMoved(unemployment)
        ? { unemployment: unemploymentRates((i) => unemployment[i]!) }
        : {}),
      ...(isMoved(claims) || level * recognised.benefit !== 1
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

/** Recognition that is as assumed. */
const AS_ASSUMED: ReturnType<RecognitionResponse> = { claims: 1, benefit: 1 };

/** Years before a path's first that are as assumed, so that mid-years join. */
const YEARS_BEFORE = 2;

function isMoved(factors: ArrayLike<number>): boolean {
  for (let i = 0; i < factors.length; i++) if (factors[i] !== 1) return true;
  return false;
}
