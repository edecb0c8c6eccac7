import type { ByScenario } from "@jkp/economy";
import { monotoneCubic } from "@jkp/numeric";
import { type Valuation, valueAssumptions } from "@jkp/valuation";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";
import { claimsRatio } from "./scenario_share.ts";
import { type Factors, factorsOf, type Interval } from "./unemployment_factors.ts";

/** Curves drawn, and the seed that fixes them. */
export const CURVES = 1000;
export const SEED = 2021;

/** Covered unemployment rates between which the one of a curve is looked for. */
const COVERED_RATES = [0.02, 0.05, 0.08, 0.11, 0.15, 0.2, 0.25, 0.3];

/** How near to the optimistic rates random curves of the involuntary share come. */
export interface RandomCurves {
  /**
   * How far each ends from the intervals that the optimistic factors need, as a fraction:
   * the worse of minimum (at the end) and suggested. 0 is in both, `Infinity` cannot be
   * fitted to the pessimistic rate. Nearest first.
   */
  readonly misses: readonly number[];
}

/** Needed factors that misses are counted from. */
export interface NeededFactors {
  readonly pessimistic: { readonly [Name in keyof Factors]: Interval };
  readonly optimistic: { readonly [Name in keyof Factors]: Interval };
}

/**
 * Draws concave curves of claims over the involuntary share, from nothing at 0 through
 * base as it is, and fits the covered unemployment rate of each to the pessimistic
 * suggested rate, as the reading closest fits its own. Three slopes are drawn between 0
 * and 1, for the share's first, second and third quarter, the steepest first.
 */
export function drawCurves(
  closest: ByScenario<Valuation>,
  needed: NeededFactors,
): RandomCurves {
  const byRate = COVERED_RATES.map((coveredUnemploymentRate) => {
    const value = ({ assumptions }: Valuation) =>
      valueAssumptions({
        ...assumptions,
        choices: { ...assumptions.choices, coveredUnemploymentRate },
      });
    const valuations = {
      pessimistic: value(closest.pessimistic),
      base: value(closest.base),
      optimistic: value(closest.optimistic),
    };
    return {
      pessimistic: factorsOf(valuations, "pessimistic").suggested,
      optimistic: factorsOf(valuations, "optimistic"),
    };
  });
  const reached = byRate.map(({ pessimistic }) => pessimistic);
  const [least, most] = [reached[0]!, reached.at(-1)!];
  const rateThatGives = monotoneCubic(reached, COVERED_RATES);
  const at = (of: keyof Factors) =>
    monotoneCubic(COVERED_RATES, byRate.map(({ optimistic }) => optimistic[of]));
  const [minimum, suggested] = [at("minimumAtEnd"), at("suggested")];
  const wanted = middle(needed.pessimistic.suggested);
  const linear = {
    pessimistic: claimsRatio(closest, "pessimistic"),
    optimistic: claimsRatio(closest, "optimistic"),
  };

  const generator = mersenne(SEED);
  const misses = Array.from({ length: CURVES }, () => {
    const [first, second, third] = Array.from(
      { length: 3 },
      () => uniformFloat64(generator),
    ).sort((a, b) => b - a) as [number, number, number];
    const claims = {
      optimistic: first / (first + second),
      pessimistic: 1 + third / (first + second),
    };
    const unemployment = wanted * linear.pessimistic / claims.pessimistic;
    if (unemployment < least || unemployment > most) return Infinity;
    const rate = rateThatGives(unemployment);
    const more = claims.optimistic / linear.optimistic;
    return Math.max(
      missOf(minimum(rate) * more, needed.optimistic.minimumAtEnd),
      missOf(suggested(rate) * more, needed.optimistic.suggested),
    );
  });
  return { misses: misses.sort((a, b) => a - b) };
}

/** How far a number lies outside an interval, as a fraction of the end it has passed. */
export function missOf(value: number, { low, high }: Interval): number {
  return Math.max(0, 1 - value / low, value / high - 1);
}

function middle({ low, high }: Interval): number {
  return (low + high) / 2;
}
