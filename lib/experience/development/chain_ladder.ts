import { checkArgument, checkNumber, checkOptions } from "@jkp/problem";
import { sumSimple } from "simple-statistics";
import type { DelayCurve } from "./delay_curve.ts";
import { latestDiagonal, originName, type RunOffTriangle } from "./triangle.ts";

/** A development factor (age-to-age factor). */
export interface DevelopmentFactor {
  readonly fromAge: number;
  readonly toAge: number;
  /** Mean link ratio, weighted with volume; NaN where the volume is 0 or there is none. */
  readonly factor: number;
  /** Link ratios behind it, one an origin. */
  readonly linkRatios: number;
  /** Sum of the values at the lower age of those origins. */
  readonly volume: number;
}

/** What is expected of one origin. */
export interface Ultimate {
  readonly origin: number;
  /** Age of the latest value. */
  readonly age: number;
  readonly latest: number;
  /** Expected value when all is reported; NaN if a factor is not known. */
  readonly ultimate: number;
  /** Ultimate less latest: the reserve, where values are amounts. */
  readonly stillToReport: number;
}

/** Sums over origins. */
export type UltimateTotal = Omit<Ultimate, "origin" | "age">;

/** What the chain ladder expects. */
export interface ChainLadder {
  /** In order of their age. */
  readonly factors: readonly DevelopmentFactor[];
  /** Factor from the highest age on. */
  readonly tail: number;
  /** In order of their origin. */
  readonly origins: readonly Ultimate[];
  readonly total: UltimateTotal;
  /** The conventions, in words. */
  readonly basis: string;
}

/**
 * The chain ladder: development factors weighted with volume, and the ultimates that they
 * lead to.
 *
 * The factor from an age to the next is the sum of values at the next over the sum at this
 * one, of all origins that have both. An ultimate is the latest value times all factors
 * after its age, and the tail.
 *
 * @param triangle The triangle; incomplete ones too.
 * @param options The tail: a factor for what comes after the highest age, 1 if nothing is
 * stated.
 * @returns Factors, ultimates and what is still to be reported.
 * @throws {RangeError} If the triangle is empty, or the tail is no number above 0.
 * @see Mack (1993), Distribution-free calculation of the standard error of chain ladder
 * reserve estimates, ASTIN Bulletin 23, equations 2 and 3.
 *
 * @example Three years: the second is to grow by a half, the third twice and by a half
 * ```ts
 * import { chainLadder, runOffTriangle } from "@jkp/experience";
 * import { assertEquals } from "@std/assert";
 *
 * const triangle = runOffTriangle([
 *   { origin: 2021, age: 0, value: 100 },
 *   { origin: 2021, age: 1, value: 200 },
 *   { origin: 2021, age: 2, value: 300 },
 *   { origin: 2022, age: 0, value: 50 },
 *   { origin: 2022, age: 1, value: 100 },
 *   { origin: 2023, age: 0, value: 40 },
 * ]);
 * const { factors, total } = chainLadder(triangle);
 * assertEquals(factors.map(({ factor }) => factor), [2, 1.5]);
 * assertEquals(total, { latest: 440, ultimate: 570, stillToReport: 130 });
 * ```
 */
export function chainLadder(
  triangle: RunOffTriangle,
  options: { readonly tail?: number } = {},
): ChainLadder {
  const doing = "find a chain ladder";
  const wanted = "a triangle, as runOffTriangle makes it,";
  checkArgument(doing, wanted, triangle, ["origins"]);
  checkOptions(doing, options, ["tail"]);
  const { tail = 1 } = options;
  checkNumber(doing, "a number as tail", tail);
  if (triangle.origins.length === 0 || !(tail > 0 && tail < Infinity)) {
    throw new RangeError(
      "Cannot find a chain ladder: a triangle with values and a tail factor above 0 are " +
        `wanted, got ${triangle.origins.length} origins and a tail of ${tail}`,
    );
  }
  const factors = developmentFactors(triangle);
  const chain = new Map(factors.map((each) => [each.fromAge, each]));
  const reached = agesReached(factors);
  const highest = Math.max(...reached);
  const origins = latestDiagonal(triangle).map(({ origin, age, value }): Ultimate => {
    let ultimate = value * tail;
    let at = age;
    for (; chain.has(at); at += triangle.step) ultimate *= chain.get(at)!.factor;
    // Where extracts lie far apart, no factor may lead from an age or to it.
    if (at < highest && !reached.has(at)) ultimate = NaN;
    return { origin, age, latest: value, ultimate, stillToReport: ultimate - value };
  });
  return {
    factors,
    tail,
    origins,
    total: sumOf(origins),
    basis: basisOf(triangle, tail),
  };
}

/** Sums of what is reported and expected. */
export function sumOf(origins: readonly UltimateTotal[]): UltimateTotal {
  const sum = (key: keyof UltimateTotal) => sumSimple(origins.map((each) => each[key]));
  return {
    latest: sum("latest"),
    ultimate: sum("ultimate"),
    stillToReport: sum("stillToReport"),
  };
}

/** Ages that link ratios lead to. */
function agesReached(factors: readonly DevelopmentFactor[]): Set<number> {
  const found = factors.filter(({ linkRatios }) => linkRatios > 0);
  return new Set(found.map(({ toAge }) => toAge));
}

/**
 * The factors from each chain's lowest age to the highest that any link ratio leads to. Two
 * extracts that are 6 months apart have six chains; a factor that one lacks is there without
 * a number.
 */
function developmentFactors({ step, origins }: RunOffTriangle): DevelopmentFactor[] {
  const byAge = origins.map(({ cells }) =>
    new Map(cells.map(({ age, value }) => [age, value]))
  );
  const factorFrom = (fromAge: number): DevelopmentFactor => {
    const toAge = fromAge + step;
    const both = byAge.filter((values) => values.has(fromAge) && values.has(toAge));
    const volume = sumSimple(both.map((values) => values.get(fromAge)!));
    const next = sumSimple(both.map((values) => values.get(toAge)!));
    const factor = volume > 0 ? next / volume : NaN;
    return { fromAge, toAge, factor, linkRatios: both.length, volume };
  };
  const ages = [...new Set(byAge.flatMap((values) => [...values.keys()]))];
  const reached = agesReached(ages.map(factorFrom));
  const highest = Math.max(...reached.size > 0 ? reached : ages);
  const lowestOfChains = [...Map.groupBy(ages, (age) => age % step).values()]
    .map((ages) => Math.min(...ages));
  return lowestOfChains.flatMap((lowest) => {
    const length = Math.max(0, Math.floor((highest - lowest) / step));
    return Array.from({ length }, (_, i) => factorFrom(lowest + i * step));
  }).sort((a, b) => a.fromAge - b.fromAge);
}

function basisOf({ unit, step, origins }: RunOffTriangle, tail: number): string {
  const [first, last] = [origins[0]!, origins.at(-1)!]
    .map(({ origin }) => originName(origin, unit));
  return `Chain ladder, factors weighted with volume, origins ${first} to ${last}, ` +
    `${step === 1 ? "each age to the next" : `each age to the age ${step} later`}; ` +
    (tail === 1
      ? "nothing comes after the highest age"
      : `tail factor ${tail} after the highest age, stated`) +
    ".";
}

/**
 * The development pattern of a chain ladder: the fraction reported at each age.
 *
 * @param ladder The chain ladder.
 * @returns One over the product of the factors after each age, as a delay curve.
 *
 * @example
 * ```ts
 * import { chainLadder, developmentPattern, runOffTriangle } from "@jkp/experience";
 * import { assertEquals } from "@std/assert";
 *
 * const triangle = runOffTriangle([
 *   { origin: 2021, age: 0, value: 100 },
 *   { origin: 2021, age: 1, value: 200 },
 * ]);
 * const { points } = developmentPattern(chainLadder(triangle));
 * assertEquals(points, [{ age: 0, reported: 0.5 }, { age: 1, reported: 1 }]);
 * ```
 */
export function developmentPattern(ladder: ChainLadder): DelayCurve {
  const doing = "find a pattern";
  checkArgument(doing, "the ladder of chainLadder", ladder, ["factors", "origins"]);
  const { factors, tail, basis, origins } = ladder;
  const reported = new Map<number, number>();
  for (const { fromAge, toAge, factor } of factors.toReversed()) {
    if (!reported.has(toAge)) reported.set(toAge, 1 / tail);
    reported.set(fromAge, reported.get(toAge)! / factor);
  }
  // Ages that no factor leads to or from: the highest, or such as nothing is known of.
  for (const { age, ultimate } of origins) {
    if (!reported.has(age)) reported.set(age, Number.isNaN(ultimate) ? NaN : 1 / tail);
  }
  const points = [...reported].sort(([a], [b]) => a - b)
    .map(([age, reported]) => ({ age, reported }));
  return { points, basis };
}
