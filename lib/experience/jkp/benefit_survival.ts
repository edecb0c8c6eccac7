import { JKP_ENDS, type JkpEnd, type JkpOutcome } from "@jkp/extract";
import {
  aalenJohansen,
  type KaplanMeier,
  kaplanMeier,
  kaplanMeierCurve,
  restrictedMean,
} from "@jkp/survival";

/** Claims that had been paid for a number of months, and what followed. */
export interface BenefitStep extends Readonly<Record<JkpEnd, number>> {
  /** Months paid. */
  readonly months: number;
  /** Claims of which it was seen whether they were paid for longer. */
  readonly atRisk: number;
  /** Fraction of claims that are paid for longer. */
  readonly survival: number;
  /** Ends of the 95 % interval; NaN where there is none. */
  readonly lower: number;
  readonly upper: number;
  /** Fraction of claims that have ended with work by then, with its 95 % interval. */
  readonly toWork: number;
  readonly toWorkLower: number;
  readonly toWorkUpper: number;
}

/** How long claimants stay in benefit. */
export interface BenefitSurvival {
  readonly steps: readonly BenefitStep[];
  /** Claims of which nothing can be said: running, and not yet paid for a month. */
  readonly unseen: number;
  /** Mean months in benefit, of what running claims come to as well; `null` if not seen. */
  readonly meanMonths: number | null;
  readonly basis: string;
}

/**
 * Survival in benefit by months paid (Kaplan–Meier), and the fraction that left for work
 * (Aalen–Johansen).
 *
 * After each month paid a claim ends or is paid for another. Of a running claim the last of
 * these is not yet seen: it is under observation up to the month before its last, so that
 * those who are being paid do not count as having stayed.
 */
export function benefitSurvival(
  monthsPaid: readonly number[],
  outcomes: readonly JkpOutcome[],
): BenefitSurvival {
  const durations: number[] = [];
  const cause: number[] = [];
  monthsPaid.forEach((months, i) => {
    const outcome = outcomes[i]!;
    const isRunning = outcome === "running";
    if (isRunning && months === 0) return;
    durations.push(isRunning ? months - 1 : months);
    cause.push(isRunning ? 0 : 1 + JKP_ENDS.indexOf(outcome));
  });
  const unseen = monthsPaid.length - durations.length;
  const basis =
    "Time: months paid. After each, a claim ends or is paid for longer; of a running claim " +
    "that is not seen after its last month. Kaplan–Meier, log-log interval; ends with " +
    "work: Aalen–Johansen, exhausted and other ends as competing. Claims independent";
  if (durations.length === 0) return { steps: [], unseen, meanMonths: null, basis };
  const estimate = kaplanMeier({
    durations,
    eventObserved: cause.map((code) => code > 0 ? 1 : 0),
  });
  const ends = aalenJohansen({ durations, cause }, JKP_ENDS);
  const work = ends.incidences[JKP_ENDS.indexOf("work")]!;
  const eventsOf = (end: JkpEnd, at: number) =>
    ends.incidences[JKP_ENDS.indexOf(end)]!.events[at]!;
  const steps = Array.from(estimate.time, (months, i): BenefitStep => ({
    months,
    atRisk: estimate.atRisk[i]!,
    exhausted: eventsOf("exhausted", i),
    work: eventsOf("work", i),
    other: eventsOf("other", i),
    survival: estimate.survival[i]!,
    lower: estimate.lower[i]!,
    upper: estimate.upper[i]!,
    toWork: work.incidence[i]!,
    toWorkLower: work.lower[i]!,
    toWorkUpper: work.upper[i]!,
  })).filter(({ months, survival }) => months > 0 || survival < 1);
  return { steps, unseen, meanMonths: meanMonthsOf(estimate), basis };
}

/** Mean of an estimate that reaches 0; of another the end is not seen. */
function meanMonthsOf(estimate: KaplanMeier): number | null {
  if (estimate.survival.at(-1) !== 0) return null;
  const last = estimate.time.at(-1)!;
  // Where all have ended before a payment there is no curve.
  return last === 0 ? 0 : restrictedMean(kaplanMeierCurve(estimate), last);
}
