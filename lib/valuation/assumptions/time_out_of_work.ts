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
 * end lies within the month before it; `null` if too few were under observation.
 */
export function completedSpells(stillInactive: KaplanMeier): SurvivalCurve | null {
  const { points } = kaplanMeierCurve(stillInactive);
  return points.length < 2 ? null : survivalCurveFromPoints(points, "linear");
}
