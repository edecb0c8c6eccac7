import type { ByScenario } from "@jkp/economy";
import type { Published } from "@jkp/published";
import type { Valuation } from "@jkp/valuation";
import type { ReportResults } from "../results.ts";
import { drawCurves, type RandomCurves } from "./random_curves.ts";
import { valueScenarioShare } from "./scenario_share.ts";
import {
  claimedEarningsRatio,
  type Factors,
  factorsOf,
  factorsOfSeries,
  type Interval,
  neededFactors,
  type OtherScenario,
} from "./unemployment_factors.ts";

/** The factors of both scenarios beside base. */
type ByOther<Value> = { readonly [Name in OtherScenario]: Value };

/** What the printed rates of Table 3.7 need of unemployment, and what there is. */
export interface OptimisticColumn {
  /** Ratio of claims and relative earnings that the rates were divided by. */
  readonly claimedEarnings: ByOther<number>;
  readonly needed: ByOther<{ readonly [Name in keyof Factors]: Interval }>;
  /** The national unemployment rate u, as it stands. */
  readonly rate: ByOther<Factors>;
  /** u / (1 − u). */
  readonly odds: ByOther<Factors>;
  readonly nationalOdds: ByOther<Factors>;
  readonly closest: ByOther<Factors>;
  /** Needed over closest. */
  readonly missing: ByOther<{ readonly [Name in keyof Factors]: Interval }>;
  /** The variant that implies unemployed with the scenario's share. */
  readonly variant: ByScenario<Valuation>;
  readonly variantFactors: ByOther<Factors>;
  readonly curves: RandomCurves;
}

/** Takes Table 3.7 apart, and values the variant that was made from what is missing. */
export function takeApart(
  results: ReportResults,
  published: Published,
): OptimisticColumn {
  const { national_odds, closest } = results.byReading;
  const variant = valueScenarioShare(results);
  const byOther = <Value>(make: (name: OtherScenario) => Value): ByOther<Value> => ({
    pessimistic: make("pessimistic"),
    optimistic: make("optimistic"),
  });
  const claimedEarnings = byOther((name) => claimedEarningsRatio(closest, name));
  const needed = byOther((name) => neededFactors(published, name, claimedEarnings[name]));
  const ofClosest = byOther((name) => factorsOf(closest, name));
  return {
    claimedEarnings,
    needed,
    rate: byOther((name) => factorsOfSeries(closest, name, (u) => u)),
    odds: byOther((name) => factorsOfSeries(closest, name, (u) => u / (1 - u))),
    nationalOdds: byOther((name) => factorsOf(national_odds, name)),
    closest: ofClosest,
    missing: byOther((name) => {
      const over = (rate: keyof Factors): Interval => ({
        low: needed[name][rate].low / ofClosest[name][rate],
        high: needed[name][rate].high / ofClosest[name][rate],
      });
      return {
        minimumAtEnd: over("minimumAtEnd"),
        minimum: over("minimum"),
        suggested: over("suggested"),
      };
    }),
    variant,
    variantFactors: byOther((name) => factorsOf(variant, name)),
    curves: drawCurves(closest, needed),
  };
}
