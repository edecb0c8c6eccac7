import type { Rules } from "@jkp/scheme";
import { sumSimple } from "simple-statistics";
import type { DurationEnd } from "./assumptions/durations_by_age.ts";
import type { ValuationInputs } from "./assumptions/valuation_inputs.ts";
import { gatherYears } from "./cost_by_year.ts";
import { planProjection, projectPlan } from "./projection.ts";
import { derivePeriods } from "./value_schemes.ts";

/** What a factor of the involuntary share makes of what is paid: factors of it, too. */
export type RecognitionResponse = (factor: number) => {
  /** Of terminations that are paid for. */
  readonly claims: number;
  /** Of what one of them is paid. */
  readonly benefit: number;
};

/** The part of the assumed share at which benefits are projected again, to find the slope. */
const PROBED_PART = 0.5;

/**
 * Finds the response of a scheme to recognition. At most all terminations are involuntary: a
 * factor that wants more is cut there. A scheme that pays nobody who resigns pays in proportion.
 * In one that does, who is not recognised has resigned, and is paid as those who resign are:
 * as many are paid, and their mean benefit is a straight line in the share. Its slope is that of
 * the rupiah of all projected years together, not discounted: their sum is exact, and a year is
 * as far off as its own slope is from theirs.
 *
 * @throws {OutsideModelError} If the scheme cannot be valued.
 */
export function recognitionResponse(
  rulesInTime: readonly Rules[],
  inputs: ValuationInputs,
  duration: DurationEnd,
): RecognitionResponse {
  const { scenario } = inputs;
  const cut = (factor: number) => Math.min(factor, 1 / scenario.involuntaryShare);
  const paysResignations = rulesInTime.some(({ contingency: { reasons } }) =>
    reasons.voluntary_resignation?.covered === true
  );
  if (!paysResignations) return (factor) => ({ claims: cut(factor), benefit: 1 });
  const benefitsAt = (part: number) => {
    const involuntaryShare = part * scenario.involuntaryShare;
    const moved = { ...inputs, scenario: { ...scenario, involuntaryShare } };
    const periods = derivePeriods(rulesInTime, moved, duration);
    const years = gatherYears(
      periods[0]!.assumptions,
      projectPlan(planProjection(periods)),
    );
    return sumSimple(years.map(({ benefitsIdr }) => benefitsIdr));
  };
  const assumed = benefitsAt(1);
  const slope = assumed === 0
    ? 0 // nothing is paid, whoever is recognised
    : (1 - benefitsAt(PROBED_PART) / assumed) / (1 - PROBED_PART);
  return (factor) => ({ claims: 1, benefit: 1 + slope * (cut(factor) - 1) });
}
