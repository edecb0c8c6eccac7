import { findRoot } from "@jkp/numeric";
import type { Limit, Rules } from "@jkp/scheme";
import type { Affordable } from "../inverse.ts";
import { type SchemeScenario, TOO_DEAR, valueSchemes } from "./value_schemes.ts";

/** Limits looked at, rupiah a month: below hardly a wage, and above hardly one, lies. */
const LOWEST_IDR = 50_000;
const HIGHEST_IDR = 1_000_000_000;
/** Steps between them, each of about a sixth of the amount. */
const STEPS = 64;

/**
 * The highest maximum benefit that a contribution rate affords. Contributions stay as they
 * are; the maximum is of the first year of contributions and moves with wages.
 *
 * @param rules The scheme's rules; a maximum benefit of their own does not matter.
 * @param scenario Assumptions and data.
 * @param contributionRate The rate that is to do, benefits and administration, a fraction.
 * @returns Rupiah a month; `null` if even a tiny benefit is not affordable.
 * @throws {RangeError} If the scheme cannot be valued.
 *
 * @example Less than without a maximum
 * ```ts
 * import { readScenario } from "@jkp/economy";
 * import { studyExperience } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract";
 * import { monthOf } from "@jkp/month";
 * import { readScheme, rulesAt } from "@jkp/scheme";
 * import { affordableMaximumBenefit, reportAssumptions } from "@jkp/valuation";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const { earnings, leaverAges } = studyExperience(await readShippedExtract());
 * const affordable = affordableMaximumBenefit(
 *   rulesAt(await readScheme("proposed_2021"), monthOf(2022, 1)),
 *   {
 *     assumptions: await reportAssumptions("base"),
 *     data: { scenario: await readScenario("base"), earnings, leaverAges, serviceShares: [] },
 *   },
 *   0.0046,
 * );
 * assertAlmostEquals(affordable!.suggestedRate, 0.0046, 1e-8);
 * ```
 */
export function affordableMaximumBenefit(
  rules: Rules,
  scenario: SchemeScenario,
  contributionRate: number,
): Affordable | null {
  const from = scenario.assumptions.design.firstContributionMonth;
  const rateAt = (idr: number) => {
    const limit = { ...amountOf(idr), index: "wages" as const };
    const maximumBenefit = { from, source: "what is asked", note: null, limit };
    return suggestedRate({ ...rules, maximumBenefit }, scenario);
  };
  return affordableAt(rateAt, contributionRate, LOWEST_IDR, HIGHEST_IDR);
}

/**
 * The ceiling of insurable earnings from which on a contribution rate does. Contributions
 * and benefits both end at it, so that cost falls as it rises: those who lose their job
 * earn less than others, and few of them reach it. Initial capital is left out: with next
 * to no benefits it would pay for all.
 *
 * @param rules The scheme's rules; the ceiling keeps their index and its year.
 * @param scenario Assumptions and data.
 * @param contributionRate The rate that is to do, benefits and administration, a fraction.
 * @returns Rupiah a month; `null` if even no ceiling at all is not affordable.
 * @throws {RangeError} If the scheme cannot be valued.
 *
 * @example No ceiling brings the proposal down to JKP's rate
 * ```ts
 * import { readScenario } from "@jkp/economy";
 * import { studyExperience } from "@jkp/experience";
 * import { readShippedExtract } from "@jkp/extract";
 * import { monthOf } from "@jkp/month";
 * import { readScheme, rulesAt } from "@jkp/scheme";
 * import { affordableCeiling, reportAssumptions } from "@jkp/valuation";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const { earnings, leaverAges } = studyExperience(await readShippedExtract());
 * const rules = rulesAt(await readScheme("proposed_2021"), monthOf(2022, 1));
 * const scenario = {
 *   assumptions: await reportAssumptions("base"),
 *   data: { scenario: await readScenario("base"), earnings, leaverAges, serviceShares: [] },
 * };
 * assertEquals(affordableCeiling(rules, scenario, 0.0046), null);
 * assert(affordableCeiling(rules, scenario, 0.013)!.value > 8_939_700);
 * ```
 */
export function affordableCeiling(
  rules: Rules,
  scenario: SchemeScenario,
  contributionRate: number,
): Affordable | null {
  const rateAt = (idr: number) => {
    const { index } = rules.insurableEarnings.ceiling;
    const ceiling = { ...amountOf(idr), index };
    return suggestedRate({
      ...rules,
      insurableEarnings: { ...rules.insurableEarnings, ceiling },
      financing: { ...rules.financing, initialCapital: null },
    }, scenario);
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
      const value = Math.exp(root);
      return { value, suggestedRate: rateAt(value), isLimit: false };
    }
    affordable = next;
  }
  return { value: dearestIdr, suggestedRate: rateAt(dearestIdr), isLimit: true };
}

function amountOf(amountPerMonth: number): Omit<Limit, "index"> {
  return { amountPerMonth, multiple: null, of: null };
}

function suggestedRate(rules: Rules, scenario: SchemeScenario): number {
  const { valued, leftOut: [leftOut] } = valueSchemes([rules], [scenario]);
  if (leftOut === undefined) return valued.at(-1)!.suggestedRate;
  if (leftOut.reason === TOO_DEAR) return 1;
  throw new RangeError(`Cannot value ${rules.name}: ${leftOut.reason}`);
}
