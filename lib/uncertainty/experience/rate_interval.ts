import type { Experience } from "@jkp/experience";
import { namedSeed, type RandomStream, randomStream } from "@jkp/numeric";
import { checkNumber, checkOptions, DataError } from "@jkp/problem";
import type { RulesInTime } from "@jkp/scheme";
import type { SurvivalCurve } from "@jkp/survival";
import { type ValuationInputs, valueSchemes } from "@jkp/valuation";
import { sampleStandardDeviation } from "simple-statistics";

/** How many draws, and what is asked of them. */
export interface RateIntervalOptions {
  /**
   * Experiences drawn: one less than a round number, so that the ends are draws.
   * @default {999}
   */
  readonly draws?: number;
  /**
   * Whole number that fixes the draws.
   * @default {1}
   */
  readonly seed?: number;
  /**
   * Coverage of the interval.
   * @default {0.9}
   */
  readonly level?: number;
  /**
   * Draws the time out of work where the inputs have a curve of their own: of
   * {@link drawCompletedSpells}, after the experience of the draw.
   * @default {taken as sure}
   */
  readonly drawCurve?: (stream: RandomStream) => SurvivalCurve;
}

/** An end of an interval, with the error that a finite number of draws leaves. */
export interface IntervalEnd {
  readonly rate: number;
  readonly standardError: number;
}

/** A contribution rate, and how sure the experience makes it. */
export interface RateWithInterval {
  /** By the experience as it is, a fraction of insurable earnings. */
  readonly rate: number;
  readonly lower: IntervalEnd;
  readonly upper: IntervalEnd;
  /** Standard deviation of the draws. */
  readonly standardError: number;
}

/** Intervals of the rates of a scheme. */
export interface RateInterval {
  readonly suggested: RateWithInterval;
  readonly minimum: RateWithInterval;
  /** Benefits and administration of the last year over its insurable earnings. */
  readonly lastCostRate: RateWithInterval;
  /** The last year projected. */
  readonly lastYear: number;
  readonly level: number;
  readonly seed: number;
  readonly draws: number;
  /** Draws that could not be valued, and were left out. */
  readonly failed: number;
}

/** Draws that an interval is found from, at least: a 90 per cent one ends within the third. */
const LEAST_DRAWS = 40;

/** Above this share of draws that cannot be valued, the others say nothing of all. */
const MOST_FAILED = 0.02;

/**
 * The interval in which a scheme's contribution rates lie, as far as the experience can be
 * wrong: each drawn experience goes the valuation's own road. Everything else, the economy
 * above all, is as the inputs have it.
 *
 * @param rules The scheme's rules, as they change in time.
 * @param inputs The valuation's inputs.
 * @param draw Makes an experience from a stream of random numbers: of
 * {@link drawExperience} from errors, or of a bootstrap.
 * @param options Number of draws, seed and coverage.
 * @returns The suggested and the minimum rate and the cost of the last year, with their
 * intervals: quantiles of the draws. Of 199 draws a 90 per cent interval goes from the 10th
 * to the 190th.
 * @throws {RangeError} If the scheme cannot be valued, or too many draws cannot.
 *
 * @example The report's 1.35 per cent, as far as its extract's figures can be wrong
 * ```ts
 * import { drawExperience, experienceErrors, rateInterval } from "@jkp/uncertainty";
 * import { mainInputs, runValuation } from "@jkp/valuation";
 * import { readValuation } from "@jkp/valuation/read";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const run = runValuation(await readValuation("report_2021"));
 * const inputs = mainInputs(run);
 * const { experience, scenario } = inputs;
 * const errors = experienceErrors(run.basis.extract, experience, scenario);
 * const { suggested } = rateInterval(
 *   run.rulesInTime[0]!,
 *   inputs,
 *   (stream) => drawExperience(experience, errors, stream),
 *   { draws: 99 },
 * );
 * assertEquals((100 * suggested.rate).toFixed(2), "1.35");
 * assert(suggested.lower.rate < suggested.rate && suggested.rate < suggested.upper.rate);
 * ```
 */
export function rateInterval(
  rules: RulesInTime,
  inputs: ValuationInputs,
  draw: (stream: RandomStream) => Experience,
  options: RateIntervalOptions = {},
): RateInterval {
  const doing = "find the interval of a rate";
  checkOptions(doing, options, ["draws", "seed", "level", "drawCurve"]);
  const { draws = 999, seed = 1, level = 0.9, drawCurve } = options;
  checkNumber(doing, "a level between 0 and 1", level, (value) => value > 0 && value < 1);
  // With fewer the ends would lie beyond all draws.
  const least = Math.max(LEAST_DRAWS, Math.ceil(2 / (1 - level) - 1 - 1e-9));
  checkNumber(
    doing,
    `a number of draws of ${least} or more`,
    draws,
    (value) => Number.isSafeInteger(value) && value >= least,
  );
  const point = ratesOf(rules, inputs);
  if (typeof point === "string") {
    throw new RangeError(`Cannot ${doing}: a scheme is wanted, got ${point}`);
  }
  const purpose = namedSeed(seed, "experience");
  const drawn: Rates[] = [];
  let [failed, whyNot] = [0, ""];
  for (let i = 0; i < draws; i++) {
    const stream = randomStream(purpose, i);
    const drawnInputs = withExperience(inputs, draw(stream));
    const rates = ratesOf(
      rules,
      drawCurve === undefined
        ? drawnInputs
        : { ...drawnInputs, inactivityCurve: drawCurve(stream) },
    );
    if (typeof rates === "string") {
      failed++;
      whyNot = rates;
      continue;
    }
    drawn.push(rates);
  }
  if (failed > MOST_FAILED * draws) {
    throw new RangeError(
      `Cannot ${doing}: at least ${100 * (1 - MOST_FAILED)} % of the draws that can be ` +
        `valued are wanted, got ${draws - failed} of ${draws}: ${whyNot}`,
    );
  }
  const of = (name: "suggested" | "minimum" | "lastCostRate") =>
    withInterval(point[name], drawn.map((rates) => rates[name]), level);
  return {
    suggested: of("suggested"),
    minimum: of("minimum"),
    lastCostRate: of("lastCostRate"),
    lastYear: point.lastYear,
    level,
    seed,
    draws,
    failed,
  };
}

/** Inputs with another experience: shares by other rules of service move with its own. */
function withExperience(
  inputs: ValuationInputs,
  experience: Experience,
): ValuationInputs {
  const { data, experience: { eligibility: { share } } } = inputs;
  const ratio = experience.eligibility.share / share;
  if (data?.extractShares === undefined || share === 0 || ratio === 1) {
    return { ...inputs, experience };
  }
  const extractShares = data.extractShares.map((each) => ({
    ...each,
    share: Math.min(1, each.share * ratio),
  }));
  return { ...inputs, experience, data: { ...data, extractShares } };
}

/** Rates of one experience. */
interface Rates {
  readonly suggested: number;
  readonly minimum: number;
  readonly lastCostRate: number;
  readonly lastYear: number;
}

/** The rates of the longest duration, or why there are none. */
function ratesOf(rules: RulesInTime, inputs: ValuationInputs): Rates | string {
  try {
    const { valued, leftOut } = valueSchemes([rules], [inputs]);
    const one = valued.find(({ duration }) => duration === "longest");
    if (one === undefined) return leftOut[0]!.reason;
    const { suggestedRate, minimumRate } =
      one.valuation.financing.benefit_and_administrative;
    const last = one.valuation.years.at(-1)!;
    return {
      suggested: suggestedRate,
      minimum: minimumRate,
      lastCostRate: last.paygCostRate,
      lastYear: last.year,
    };
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return error.message;
  }
}

function withInterval(
  rate: number,
  drawn: number[],
  level: number,
): RateWithInterval {
  const sorted = drawn.toSorted((a, b) => a - b);
  return {
    rate,
    lower: quantileWithError(sorted, (1 - level) / 2),
    upper: quantileWithError(sorted, (1 + level) / 2),
    standardError: sampleStandardDeviation(drawn),
  };
}

/**
 * A quantile; its error is half of what lies a binomial error of its place about it. Where no
 * draw lies so far out, it is what lies as far on the other side.
 */
function quantileWithError(sorted: readonly number[], p: number): IntervalEnd {
  const step = Math.sqrt(p * (1 - p) / sorted.length);
  const [below, rate, above] = [p - step, p, p + step]
    .map((at) => drawnQuantile(sorted, at)) as [number, number, number];
  const first = 1 / (sorted.length + 1);
  const standardError = p - step < first
    ? above - rate
    : p + step > 1 - first
    ? rate - below
    : (above - below) / 2;
  return { rate, standardError };
}

/**
 * The draw at the place (n + 1) p from below, straight between two draws where that is no
 * whole number: n draws and the truth, were it drawn like them, are in any order alike.
 * @see Davison and Hinkley (1997), Bootstrap Methods and their Application, section 5.2.
 */
function drawnQuantile(sorted: readonly number[], p: number): number {
  const last = sorted.length - 1;
  const place = Math.min(last, Math.max(0, (sorted.length + 1) * p - 1));
  const below = Math.floor(place + 1e-9);
  const rest = Math.max(0, place - below);
  return sorted[below]! + rest * (sorted[Math.min(last, below + 1)]! - sorted[below]!);
}
