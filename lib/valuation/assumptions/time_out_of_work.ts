import type { DataLabel } from "@jkp/exhibit";
import {
  type KaplanMeier,
  kaplanMeierCurve,
  type SurvivalCurve,
  survivalCurveFromPoints,
} from "@jkp/survival";

/** How long members stay out of work can be read from a stock, or from single spells. */
export const OUT_OF_WORK_MEASURES = ["stock", "spells"] as const;

/** A measure of the time out of work. */
export type OutOfWorkMeasure = typeof OUT_OF_WORK_MEASURES[number];

/** A measure as it was found in some data. */
export interface MeasuredTime {
  /** Fraction still out of work; `null` if too few were. */
  readonly curve: SurvivalCurve | null;
  readonly data: DataLabel;
}

/** Both measures of the time out of work; `null` where no data were read for one. */
export interface TimeOutOfWork {
  readonly stock: MeasuredTime | null;
  readonly spells: MeasuredTime | null;
  /** Which of them a valuation takes, if one is made. */
  readonly valued?: OutOfWorkMeasure;
}

/**
 * The survival of completed spells without contribution, straight between months, since an
 * end lies within the month before it.
 *
 * @param stillInactive Kaplan–Meier estimate of the time without contribution.
 * @returns The survival; `null` if too few were under observation.
 *
 * @example Half of four members contribute again within a month
 * ```ts
 * import { kaplanMeier, survivalAt } from "@jkp/survival";
 * import { completedSpells } from "@jkp/valuation";
 * import { assertEquals } from "@std/assert";
 *
 * const observations = { durations: [1, 1, 2, 3], eventObserved: [1, 1, 1, 1] };
 * const curve = completedSpells(kaplanMeier(observations))!;
 * assertEquals(survivalAt(curve, 1), 0.5);
 * assertEquals(survivalAt(curve, 0.5), 0.75);
 * ```
 */
export function completedSpells(stillInactive: KaplanMeier): SurvivalCurve | null {
  const { points } = kaplanMeierCurve(stillInactive);
  return points.length < 2 ? null : survivalCurveFromPoints(points, "linear");
}

/**
 * Greenwood's standard error at each point of that survival; 0 at the start, and once nobody
 * is left.
 */
export function completedSpellErrors({ time, stdError }: KaplanMeier): number[] {
  const errors = Array.from(stdError, (error) => Number.isNaN(error) ? 0 : error);
  return time[0] === 0 ? errors : [0, ...errors];
}
