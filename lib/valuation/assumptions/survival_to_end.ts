import { DAYS_PER_MONTH } from "@jkp/month";
import { survivalAt, type SurvivalCurve, survivalCurveFromPoints } from "@jkp/survival";

/**
 * A survival curve up to the month after which nobody counts as unemployed: there it has
 * its own value, or goes on with the slope of its last two points, and a day later it is 0.
 *
 * A stock by completed months ends a month before: the last count is of those between 59
 * and 60 months. A curve that is held from there would pay its last value for ever.
 */
export function survivalToEnd(curve: SurvivalCurve, lastMonth: number): SurvivalCurve {
  const before = curve.points.filter(({ time }) => time < lastMonth);
  const [left, right] = [curve.points.at(-2)!, curve.points.at(-1)!];
  const slope = (right.survival - left.survival) / (right.time - left.time);
  const monthsOn = lastMonth - right.time;
  const end = monthsOn <= 0
    ? survivalAt(curve, lastMonth)
    : right.survival === 0
    ? 0
    : right.survival + slope * monthsOn;
  const noneAt = { time: lastMonth + 1 / DAYS_PER_MONTH, survival: 0 };
  if (end >= 0) {
    const last = { time: lastMonth, survival: end };
    return survivalCurveFromPoints([...before, last, noneAt], curve.rule);
  }
  const reached = { time: right.time - right.survival / slope, survival: 0 };
  return survivalCurveFromPoints([...before, reached], curve.rule);
}
