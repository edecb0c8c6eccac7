import { findRoot, NoSignChangeError } from "@jkp/numeric";
import type { Limit, Rules } from "@jkp/scheme";
import { checkNumber } from "./assumptions/value_schemas.ts";
import { deriveAssumptions } from "./assumptions/derive_assumptions.ts";
import { RANGES } from "./assumptions/ranges.ts";
import type { ValuationAssumptions } from "./assumptions/valuation_assumptions.ts";
import type { ValuationInputs } from "./assumptions/valuation_inputs.ts";
import { OutsideModelError } from "./outside_model.ts";
import { valueAssumptions } from "./valuation.ts";

/** What a contribution rate affords. */
export interface Affordable {
  /** The parameter's value, in its own unit. */
  readonly value: number;
  /** Suggested contribution rate at this value, benefits and administration, a fraction. */
  readonly suggestedRate: number;
  /**
   * Whether it is the highest value looked at, or the last that the model can value, so
   * that more might be affordable.
   */
  readonly isLimit: boolean;
}

/** A point of equal cost: with this duration, this benefit rate. */
export interface IsoCostPoint {
  readonly maximumDurationMonths: number;
  /**
   * Benefit as a fraction of earnings; `null` if not even a tiny one is affordable, or the
   * model cannot value the duration.
   */
  readonly benefitRate: number | null;
  /** Whether the highest benefit rate, 1, costs less than is asked. */
  readonly isLimit: boolean;
}

/** Longest benefit duration looked at, in months. */
const LONGEST_DURATION = 24;

/** Smallest benefit rate looked at. */
const LEAST_BENEFIT_RATE = 1e-6;

/** Limits looked at, rupiah a month: below hardly a wage, and above hardly one, lies. */
const LOWEST_IDR = 50_000;
const HIGHEST_IDR = 1_000_000_000;
/** Steps between them, each of about a sixth of the amount. */
const STEPS = 64;

/**
 * The benefit rate that leads to a given suggested contribution rate.
 *
 * @param assumptions What the valuation computes from; its own benefit rate does not matter.
 * @param contributionRate The rate that is to do, benefits and administration, a fraction.
 * @returns The benefit rate, at most 1; `null` if administration alone costs more.
 * @throws {DataError} If the contribution rate is no fraction, or the assumptions are wrong.
 * @throws {OutsideModelError} If the equations do not hold for the assumptions.
 *
 * @example JKP's 0.46 per cent affords 7.3 per cent of wages, one per cent 33.2
 * ```ts
 * import { affordableBenefitRate } from "@jkp/valuation";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const assumptions = await reportAssumptions("base");
 * const affordable = (rate: number) => affordableBenefitRate(assumptions, rate)!.value;
 * assertAlmostEquals(affordable(0.0046), 0.073, 0.0005);
 * assertAlmostEquals(affordable(0.01), 0.332, 0.0005);
 * ```
 */
export function affordableBenefitRate(
  assumptions: ValuationAssumptions,
  contributionRate: number,
): Affordable | null {
  checkNumber("contributionRate", contributionRate, RANGES.contributionRate);
  const rateAt = (benefitRate: number) => suggestedRate({ ...assumptions, benefitRate });
  if (rateAt(LEAST_BENEFIT_RATE) > contributionRate) return null;
  if (rateAt(1) <= contributionRate) {
    return { value: 1, suggestedRate: rateAt(1), isLimit: true };
  }
  const { root } = findRoot((rate) => rateAt(rate) - contributionRate, {
    lower: LEAST_BENEFIT_RATE,
    upper: 1,
    purpose: "the benefit rate that a contribution rate affords",
  });
  return { value: root, suggestedRate: rateAt(root), isLimit: false };
}

/**
 * The longest whole number of months of benefit that a contribution rate affords.
 *
 * @param assumptions What the valuation computes from; its own duration does not matter.
 * @param contributionRate The rate that is to do, benefits and administration, a fraction.
 * @returns Months, at most 24; `null` if not even one month is affordable.
 * @throws {DataError} If the contribution rate is no fraction, or the assumptions are wrong.
 * @throws {OutsideModelError} If the equations do not hold for the assumptions, whatever
 * the duration.
 *
 * @example The report's 1.35 per cent pays for six months; 1.36 does not pay for seven
 * ```ts
 * import { affordableDuration } from "@jkp/valuation";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const affordable = affordableDuration(await reportAssumptions("base"), 0.0136)!;
 * assertEquals(affordable.value, 6);
 * assertAlmostEquals(affordable.suggestedRate, 0.0135, 0.00005);
 * ```
 */
export function affordableDuration(
  assumptions: ValuationAssumptions,
  contributionRate: number,
): Affordable | null {
  checkNumber("contributionRate", contributionRate, RANGES.contributionRate);
  let best: Affordable | null = null;
  for (let months = 1; months <= LONGEST_DURATION; months++) {
    const rate = rateUnlessOutside({ ...assumptions, maximumDurationMonths: months });
    if (rate instanceof OutsideModelError) {
      if (best === null) throw rate;
      return { ...best, isLimit: true };
    }
    if (rate > contributionRate) break;
    const isLimit = months === LONGEST_DURATION;
    best = { value: months, suggestedRate: rate, isLimit };
  }
  return best;
}

/**
 * Benefit rates and durations that cost the same.
 *
 * @param assumptions What the valuation computes from.
 * @param contributionRate The suggested rate that all of them have, a fraction.
 * @param durations Durations in months.
 * @returns A benefit rate for each duration.
 * @throws {DataError} If the contribution rate is no fraction, or a duration or the
 * assumptions are wrong.
 *
 * @example One per cent of earnings: 33.2 per cent for six months, or 18.0 for twelve
 * ```ts
 * import { isoCostCurve } from "@jkp/valuation";
 * import { reportAssumptions } from "@jkp/valuation/read";
 * import { assertEquals } from "@std/assert";
 *
 * const curve = isoCostCurve(await reportAssumptions("base"), 0.01, [6, 12]);
 * const rates = curve.map(({ benefitRate }) => (100 * benefitRate!).toFixed(1));
 * assertEquals(rates, ["33.2", "18.0"]);
 * ```
 */
export function isoCostCurve(
  assumptions: ValuationAssumptions,
  contributionRate: number,
  durations: readonly number[],
): IsoCostPoint[] {
  return durations.map((maximumDurationMonths) => {
    const ofDuration = { ...assumptions, maximumDurationMonths };
    const isOutside = rateUnlessOutside(ofDuration) instanceof OutsideModelError;
    const affordable = isOutside
      ? null
      : affordableBenefitRate(ofDuration, contributionRate);
    return {
      maximumDurationMonths,
      benefitRate: affordable?.value ?? null,
      isLimit: affordable?.isLimit ?? false,
    };
  });
}

/**
 * The highest maximum benefit that a contribution rate affords. Contributions stay as they
 * are; the maximum is of the first year of contributions and moves with wages.
 *
 * @param inputs All that the valuation is made from, but the law.
 * @param rules The scheme's rules; a maximum benefit of their own does not matter.
 * @param contributionRate The rate that is to do, benefits and administration, a fraction.
 * @returns Rupiah a month; `null` if even a tiny benefit is not affordable.
 * @throws {DataError} If the contribution rate is no fraction, or the inputs are wrong.
 * @throws {OutsideModelError} If the scheme cannot be valued.
 *
 * @example One per cent of earnings pays half the wage up to 1.41 million rupiah
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { affordableMaximumBenefit } from "@jkp/valuation";
 * import { reportInputs } from "@jkp/valuation/read";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const affordable = affordableMaximumBenefit(
 *   await reportInputs("base"),
 *   rulesAt(await readScheme("proposed_2021"), monthOf(2022, 1)),
 *   0.01,
 * );
 * assertAlmostEquals(affordable!.value / 1e6, 1.41, 0.005);
 * ```
 */
export function affordableMaximumBenefit(
  inputs: ValuationInputs,
  rules: Rules,
  contributionRate: number,
): Affordable | null {
  checkNumber("contributionRate", contributionRate, RANGES.contributionRate);
  const from = inputs.terms.firstContributionMonth;
  const rateAt = (idr: number) => {
    const limit = { ...amountOf(idr), index: "wages" as const };
    const maximumBenefit = { from, source: "what is asked", note: null, limit };
    return rateOfRules(inputs, { ...rules, maximumBenefit });
  };
  return affordableAt(rateAt, contributionRate, LOWEST_IDR, HIGHEST_IDR);
}

/**
 * The lowest ceiling of insurable earnings at which a contribution rate is enough.
 * Contributions and benefits both end at it, so that cost falls as it rises: leavers earn
 * less than other members, and few of them reach it. Initial capital is left out: under a
 * very low ceiling it would pay for all benefits.
 *
 * @param inputs All that the valuation is made from, but the law.
 * @param rules The scheme's rules; the ceiling keeps their index and its year.
 * @param contributionRate The rate that is to do, benefits and administration, a fraction.
 * @returns Rupiah a month; `null` if the rate is too low even without a ceiling.
 * @throws {DataError} If the contribution rate is no fraction, or the inputs are wrong.
 * @throws {OutsideModelError} If the scheme cannot be valued.
 *
 * @example A ceiling of 13.1 million brings the proposal to 1.3 per cent, none to 0.46
 * ```ts
 * import { monthOf } from "@jkp/month";
 * import { readScheme } from "@jkp/scheme/read";
 * import { rulesAt } from "@jkp/scheme";
 * import { affordableCeiling } from "@jkp/valuation";
 * import { reportInputs } from "@jkp/valuation/read";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * const rules = rulesAt(await readScheme("proposed_2021"), monthOf(2022, 1));
 * const inputs = await reportInputs("base");
 * assertAlmostEquals(affordableCeiling(inputs, rules, 0.013)!.value / 1e6, 13.1, 0.05);
 * assertEquals(affordableCeiling(inputs, rules, 0.0046), null);
 * ```
 */
export function affordableCeiling(
  inputs: ValuationInputs,
  rules: Rules,
  contributionRate: number,
): Affordable | null {
  checkNumber("contributionRate", contributionRate, RANGES.contributionRate);
  const rateAt = (idr: number) => {
    const { index } = rules.insurableEarnings.ceiling;
    const ceiling = { ...amountOf(idr), index };
    return rateOfRules(inputs, {
      ...rules,
      insurableEarnings: { ...rules.insurableEarnings, ceiling },
      financing: { ...rules.financing, initialCapital: null },
    });
  };
  return affordableAt(rateAt, contributionRate, HIGHEST_IDR, LOWEST_IDR);
}

/**
 * Goes from the cheapest limit to the dearest, up to where the rate is first passed: what
 * lies beyond may cost less again.
 */
function affordableAt(
  rateAt: (idr: number) => number,
  contributionRate: number,
  cheapestIdr: number,
  dearestIdr: number,
): Affordable | null {
  const [from, to] = [Math.log(cheapestIdr), Math.log(dearestIdr)];
  const over = (log: number) => rateAt(Math.exp(log)) - contributionRate;
  if (over(from) > 0) return null;
  let affordable = from;
  for (let step = 1; step <= STEPS; step++) {
    const next = from + (to - from) * step / STEPS;
    if (over(next) > 0) {
      const { root } = findRoot(over, {
        lower: Math.min(affordable, next),
        upper: Math.max(affordable, next),
        tolerance: 1e-12,
        purpose: "the limit that a contribution rate affords",
      });
      return { ...cheaperSide(rateAt, contributionRate, root, from), isLimit: false };
    }
    affordable = next;
  }
  return { value: dearestIdr, suggestedRate: rateAt(dearestIdr), isLimit: true };
}

/**
 * The limit at a root, or just on its cheaper side: a limit that is cut to 100 rupiah every
 * year moves the rate in steps, and a root may lie on either side of one.
 */
function cheaperSide(
  rateAt: (idr: number) => number,
  contributionRate: number,
  rootLog: number,
  cheapestLog: number,
): Pick<Affordable, "value" | "suggestedRate"> {
  const step = Math.sign(cheapestLog - rootLog) * 1e-12;
  let away = 0;
  while (true) {
    const value = Math.exp(rootLog + away);
    const suggestedRate = rateAt(value);
    const isCheapest = Math.abs(away) >= Math.abs(cheapestLog - rootLog);
    if (suggestedRate <= contributionRate + 1e-12 || isCheapest) {
      return { value, suggestedRate };
    }
    away = away === 0 ? step : 2 * away;
  }
}

function amountOf(amountPerMonth: number): Omit<Limit, "index"> {
  return { amountPerMonth, multiple: null, of: null };
}

/** Stands for a rate above 1: benefits cost more than all that is insured. */
const TOO_DEAR = 2;

/** The suggested rate, or that it is too dear. */
function suggestedRate(assumptions: ValuationAssumptions): number {
  try {
    return valueAssumptions(assumptions).financing.benefit_and_administrative
      .suggestedRate;
  } catch (error) {
    if (error instanceof NoSignChangeError) return TOO_DEAR;
    throw error;
  }
}

/** The same; the error where a search has left what the model can value. */
function rateUnlessOutside(
  assumptions: ValuationAssumptions,
): number | OutsideModelError {
  try {
    return suggestedRate(assumptions);
  } catch (error) {
    if (error instanceof OutsideModelError) return error;
    throw error;
  }
}

function rateOfRules(inputs: ValuationInputs, rules: Rules): number {
  return suggestedRate(deriveAssumptions(inputs, rules).assumptions);
}
